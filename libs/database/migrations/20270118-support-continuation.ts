import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = `
  alter table support_request
    add column active_at timestamptz not null default now(),
    add column silence_told_at timestamptz,
    add column close_reason text check (close_reason in ('silence'));
  alter table case_assignment add column claimed_at timestamptz;
  create index support_request_silence on support_request (active_at) where stage = 'accepted';`;

/**
 * Announces and closes accepted cases that are silent, and limits how long a supporter holds a claim. Open cases count
 * as active, and open claims as new, at the time of the migration.
 */
export class SupportContinuation1796750000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(COLUMNS);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
