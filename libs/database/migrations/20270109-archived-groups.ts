import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds the time at which a group was archived. The view lists groups whose deletion waits, because an open matter about
 * a persona would be deleted with it.
 */
export class ArchivedGroups1796000000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table "group" add column archived_at timestamptz;
      create index group_archived on "group" (archived_at) where archived_at is not null;
      create view group_with_matter as
        select distinct m.group_id from matter x join membership m on m.id = x.persona_id`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
