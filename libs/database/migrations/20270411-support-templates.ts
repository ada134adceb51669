import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `
  create table support_template (
    id uuid primary key default gen_random_uuid(),
    created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
    purpose text not null check (purpose in ('accept', 'ask', 'decline', 'refer')),
    titles jsonb not null, bodies jsonb not null, position int not null, retired_at timestamptz);`;

/** Adds the templates of supporters. An instance begins without one. */
export class SupportTemplates1807401600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLE);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
