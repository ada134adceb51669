import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds the maximum length of an account's sessions, if the person chose a shorter one than the default. */
export class Signin1764000000012 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table account add column session_days integer check (session_days between 1 and 60);
      create index session_end on session (least(ends_at, idle_ends_at));
      create index mail_link_end on mail_link (ends_at);
      create index known_device_used on known_device (updated_at);
      create index account_founder on account (created_at) where is_founder;`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
