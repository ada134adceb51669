import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Creates private, sealed notes of members about their allies. */
export class AllyNotes1764000000251 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table ally_note (
        id uuid primary key default gen_random_uuid(),
        created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
        account_id uuid not null references account on delete cascade,
        about_id uuid not null references account on delete cascade,
        text bytea not null, version int not null,
        unique (account_id, about_id));
      create index ally_note_about on ally_note (about_id);`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
