import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Creates single-use links to apply. Inviter and applicant have a conflict of interest. */
export class Invitations1764000000122 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table invitation (
        id uuid primary key default gen_random_uuid(),
        created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
        inviter_id uuid not null references account on delete cascade,
        code_hash bytea not null unique,
        language text not null check (language in ('es', 'pt', 'en')), note bytea,
        ends_at timestamptz not null, revoked_at timestamptz, used_at timestamptz,
        application_id uuid references application on delete set null);
      create index invitation_inviter on invitation (inviter_id, created_at desc);
      create index invitation_application on invitation (application_id);
      create index invitation_ends on invitation (ends_at) where application_id is null;`);
    // Extends the current definition of the view, so that migrations can add sources of conflicts in any order.
    await db.query(`
      do $$ begin
        execute 'create or replace view tie as ' || rtrim(pg_get_viewdef('tie'), ';') || '
          union all select i.inviter_id, a.account_id
            from invitation i join application a on a.id = i.application_id
          union all select a.account_id, i.inviter_id
            from application a join invitation i on i.application_id = a.id';
      end $$;`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
