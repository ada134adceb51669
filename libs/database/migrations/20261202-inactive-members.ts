import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Stores the month in which an account was last used, and nothing finer, and when its owner was warned of inactivity.
 */
export class IdleMembers1764000000125 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table account
        add column active_month date not null default date_trunc('month', now() at time zone 'UTC')::date,
        add column idle_told_at timestamptz, add column idle_since timestamptz,
        add column probation_told_at timestamptz,
        add check (idle_since is null or standing = 'former');
      create index account_active_month on account (active_month) where standing = 'member';`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
