import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `
  create table saved_search (
    id uuid primary key default gen_random_uuid(),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    account_id uuid not null references account on delete cascade,
    name bytea not null,
    asked bytea not null);
  create index on saved_search (account_id);`;

/** Creates the saved searches of members, with sealed name and search terms. */
export class SavedSearches1764000000260 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLE);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
