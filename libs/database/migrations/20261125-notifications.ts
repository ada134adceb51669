import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Notifications1764000000080 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- When the last mail "there is news" went to an account, so that the next one waits.
      create table news_mail (
        account_id uuid primary key references account on delete cascade, mailed_at timestamptz not null);`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
