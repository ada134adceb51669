import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Stores when an account wants mail. Without a row the defaults of the instance apply. Quiet hours are in minutes of
 * the day in `time_zone`.
 */
export class NotificationChoices1764000000431 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table notification_choice (
        account_id uuid primary key references account on delete cascade,
        mails text not null default 'daily' check (mails in ('off', 'daily', 'each')),
        quiet_from int check (quiet_from between 0 and 1439),
        quiet_to int check (quiet_to between 0 and 1439),
        time_zone text,
        check ((quiet_from is null) = (quiet_to is null)));`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
