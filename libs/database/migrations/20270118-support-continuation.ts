import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = `
  alter table support_request
    add column active_at timestamptz not null default now(),
    add column silence_told_at timestamptz,
    add column reopened_at timestamptz,
    add column close_reason text check (close_reason in ('silence'));
  alter table case_assignment add column claimed_until timestamptz;
  create index support_request_silence on support_request (active_at) where stage = 'accepted';`;

/** Five days contain three working days. */
const OPEN_CLAIMS = `
  update case_assignment a
    set claimed_until = now() + case r.priority when 0 then interval '2 hours' else interval '5 days' end
    from support_request r
    where r.id = a.request_id and r.assignee_id = a.supporter_id and r.stage = 'claimed'`;

/**
 * Announces and closes accepted cases that are silent, and limits how long a supporter holds a claim. Open cases count
 * as active, and open claims as new, at the time of the migration.
 */
export class SupportContinuation1796750000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(COLUMNS);
    await db.query(OPEN_CLAIMS);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
