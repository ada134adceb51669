import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stores when a member became a steward or a plain member again, for their inbox. */
export class RoleChanges1795940014460 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table membership add column role_changed_at timestamptz`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
