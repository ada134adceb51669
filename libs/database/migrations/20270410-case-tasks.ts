import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tasks of a case. They are deleted with it, and stay without a person when the account of their supporter is deleted. */
const TABLE = `
  create table case_task (
    id uuid primary key default gen_random_uuid(),
    created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
    request_id uuid not null references support_request on delete cascade,
    content bytea not null,
    assignee_id uuid references account on delete set null,
    done_at timestamptz);
  create index case_task_request on case_task (request_id);
  create index case_task_assignee on case_task (assignee_id) where assignee_id is not null;`;

/** Adds the tasks of a case, for its supporters. */
export class CaseTasks1807315200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLE);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
