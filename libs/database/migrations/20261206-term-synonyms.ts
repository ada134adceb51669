import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `
  create table term_word (
    id uuid primary key default gen_random_uuid(),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    term_id text not null,
    language text not null check (language in ('es', 'pt', 'en')),
    word text not null,
    folded text not null,
    unique (term_id, folded));`;

/** Creates the synonyms that an instance adds to the terms of the reference data. */
export class TermWords1764000000262 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLE);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
