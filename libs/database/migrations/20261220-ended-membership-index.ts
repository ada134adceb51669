import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds an index on ended memberships. Each new membership is compared with the ended memberships of its account, which
 * needed a scan of the whole table.
 */
export class EndedMemberships1795893884000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index membership_ended on membership (account_id, ended_at) where ended_at is not null`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
