import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links of a case. They are deleted with it, and keep the name of the person who added them when their part ends. */
const TABLE = `
  create table case_link (
    id uuid primary key default gen_random_uuid(),
    created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
    request_id uuid not null references support_request on delete cascade,
    author_id uuid not null references participation on delete cascade,
    content bytea not null);
  create index case_link_request on case_link (request_id);
  create index case_link_author on case_link (author_id);`;

/** Adds the links of a case, for both of its sides. */
export class CaseLinks1809907200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLE);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
