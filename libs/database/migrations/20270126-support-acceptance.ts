import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stores when a request was accepted. For cases of before, the last time at which they were active takes its place. */
export class SupportAcceptance1797500000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table support_request add column accepted_at timestamptz');
    await db.query(
      `update support_request set accepted_at = active_at where stage in ('accepted', 'closed')`,
    );
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
