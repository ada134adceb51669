import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Binds each audit entry to the previous one. The ids of actor and subject stay when their account is deleted, so an
 * entry never changes. Earlier entries cannot be bound and are deleted; no release contained any.
 */
export class AuditChain1764000000100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger audit_entry_append_only on audit_entry;
      drop trigger audit_entry_no_truncate on audit_entry;
      delete from audit_entry;
      alter table audit_entry
        drop constraint audit_entry_actor_id_fkey, drop constraint audit_entry_about_id_fkey,
        add column seq bigint not null unique, add column hash bytea not null;
      create or replace function refuse_change() returns trigger language plpgsql as $$
        begin raise exception 'audit entries are never changed'; end $$;
      create trigger audit_entry_append_only before update or delete on audit_entry
        for each row execute function refuse_change();
      create trigger audit_entry_no_truncate before truncate on audit_entry
        for each statement execute function refuse_change();`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
