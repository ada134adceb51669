import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Creates notes that the reviewers of an application write for each other. */
export class ApplicationNotes1764000000142 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table application_note (
        id uuid primary key default gen_random_uuid(),
        created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
        application_id uuid not null references application on delete cascade,
        author_id uuid references account on delete set null,
        round int not null, body bytea not null);
      create index application_note_order on application_note (application_id, round, created_at);
      create index application_note_author on application_note (author_id);`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
