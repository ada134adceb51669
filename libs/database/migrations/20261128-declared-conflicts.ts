import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stores that a reviewer declared to know an applicant, which counts as a conflict of interest. */
export class DeclaredConflicts1764000000140 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table declared_conflict (
        id uuid primary key default gen_random_uuid(),
        created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
        application_id uuid not null references application on delete cascade,
        account_id uuid not null references account on delete cascade,
        unique (application_id, account_id));
      create index declared_conflict_account on declared_conflict (account_id);`);
    // Extends the current definition of the view, so that migrations can add sources of conflicts in any order.
    await db.query(`
      do $$ begin
        execute 'create or replace view tie as ' || rtrim(pg_get_viewdef('tie'), ';') || '
          union all select c.account_id, a.account_id
            from declared_conflict c join application a on a.id = c.application_id
          union all select a.account_id, c.account_id
            from application a join declared_conflict c on c.application_id = a.id';
      end $$;`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
