import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Like every id that is not shown with its time, that of a topic tells none. */
export class IdsOfTopics1764000000520 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table topic alter column id set default gen_random_uuid()');
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
