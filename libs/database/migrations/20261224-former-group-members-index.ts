import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds an index on former group members. Each new persona name is compared with their names, which needed a scan of the
 * whole table.
 */
export class EndedInGroups1795898003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index membership_group_ended on membership (group_id) where ended_at is not null`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
