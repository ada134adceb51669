import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Holds the content of messages that their authors deleted, while the deletion can be undone. */
export class DeletedMessages1795918100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table deleted_message (
        message_id uuid primary key references message on delete cascade,
        undo_until timestamptz not null,
        content jsonb not null);
      create index deleted_message_undo_until on deleted_message (undo_until);`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
