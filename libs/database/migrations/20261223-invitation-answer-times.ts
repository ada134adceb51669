import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ninety days after a group invitation count from its answer instead of the day it was sent. */
export class InvitationAnswers1795898002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table group_invitation add column decided_at timestamptz;
      update group_invitation set decided_at = updated_at where state in ('accepted', 'declined', 'withdrawn');
      create index group_invitation_end on group_invitation ((coalesce(decided_at, expires_at)));
      drop index group_invitation_time`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
