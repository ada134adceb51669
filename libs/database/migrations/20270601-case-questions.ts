import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions to the requester before a request is answered. They are destroyed with it. */
const TABLE = `
  create table case_question (
    id uuid primary key default gen_random_uuid(),
    created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
    request_id uuid not null references support_request on delete cascade,
    asked_at timestamptz not null, answered_at timestamptz,
    question bytea not null, answer bytea,
    check ((answer is null) = (answered_at is null)));
  create index case_question_request on case_question (request_id, asked_at);`;

/** Since when the time to answer is on hold. */
const COLUMN = `
  alter table support_request add column asked_at timestamptz;`;

/** Adds the questions that a supporter asks the requester, and the pause of the promised answer meanwhile. */
export class CaseQuestions1811808000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLE);
    await db.query(COLUMN);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
