import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = `
  alter table instance add column case_limits jsonb;
  alter table supporter
    add column resting_since timestamptz,
    add column urgent_rest_ends_at timestamptz;
  alter table case_assignment add column is_for_conduct boolean not null default false;
  create index case_assignment_conduct on case_assignment (requester_id) where is_for_conduct;
  alter table support_request
    drop constraint support_request_close_reason_check,
    add constraint support_request_close_reason_check
      check (close_reason in ('silence', 'conduct')),
    drop constraint support_request_reason_check,
    add constraint support_request_reason_check check (
      reason in ('outside', 'capacity', 'elsewhere', 'unclear', 'conduct', 'other'));`;

/** A supporter who ended a case because of the requester's conduct sees no other request of theirs that they do not hold. */
const RECUSED = `
  do $$ begin
    execute 'create or replace view case_tie as ' || rtrim(pg_get_viewdef('case_tie'), ';') || '
      union all select r.id, a.supporter_id
        from support_request r
        join case_assignment a on a.requester_id = r.requester_id and a.is_for_conduct
          and a.supporter_id is distinct from r.assignee_id';
  end $$`;

/** Adds the limits and the rest of supporters, and the end of a case because of the requester's conduct. */
export class SupporterWorkload1796780000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(COLUMNS);
    await db.query(RECUSED);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
