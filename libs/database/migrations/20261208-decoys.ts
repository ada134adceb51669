import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `account_id` has no foreign key: its check would wait for locks on the account's row, so opening a decoy would take
 * longer than opening a member.
 */
const TABLES = `
  create table decoy (
    profile_id uuid primary key references profile on delete cascade);
  create table decoy_opening (
    account_id uuid not null,
    profile_id uuid not null references decoy on delete cascade,
    day date not null,
    is_written boolean not null default false,
    is_alarmed boolean not null default false,
    primary key (account_id, profile_id, day));
  create index decoy_opening_profile on decoy_opening (profile_id);
  create index audit_entry_tripped on audit_entry (created_at desc) where action = 'tripDecoys';`;

/** Creates decoys and records which accounts opened one today. */
export class Decoys1764000000340 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
