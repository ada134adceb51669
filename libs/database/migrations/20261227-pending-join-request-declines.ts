import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A declined join request stays pending while a steward can undo it. `is_read_with_all` allows undoing "mark all as
 * read".
 */
export class PendingDeclines1795919597330 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table join_request add column decline_at timestamptz;
      create index join_request_decline_at on join_request (decline_at)
        where decline_at is not null and state = 'waiting';
      alter table inbox_entry add column is_read_with_all boolean not null default false;`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
