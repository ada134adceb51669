import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds an index: a new persona name is compared with former members of the group, which scanned the whole table. */
export class EndedInGroups1795898003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index membership_group_ended on membership (group_id) where ended_at is not null`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
