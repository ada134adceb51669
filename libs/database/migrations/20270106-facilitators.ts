import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds the role of facilitator, and the role before the last change, which the inbox names. Earlier changes have no
 * previous role: they were all to or from steward.
 */
export class Facilitators1795970191000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table membership
        drop constraint membership_role_check,
        add constraint membership_role_check check (role in ('member', 'facilitator', 'steward')),
        add column previous_role text check (previous_role in ('member', 'facilitator', 'steward'))`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
