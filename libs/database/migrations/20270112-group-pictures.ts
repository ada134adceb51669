import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds the picture of a group: the random name of a file. A coalition has none. */
export class GroupPictures1796200000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table "group" add column picture text,
        add constraint group_picture_check check (picture is null or kind = 'group');
      create unique index group_picture on "group" (picture) where picture is not null`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
