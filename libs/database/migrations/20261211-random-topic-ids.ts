import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Gives topics random ids: the id of a topic that is shown without a time must not disclose the time. */
export class IdsOfTopics1764000000520 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table topic alter column id set default gen_random_uuid()');
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
