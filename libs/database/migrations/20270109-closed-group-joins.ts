import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds the state of requests and invitations that end because their group is archived. They count neither as withdrawn
 * nor as an earlier request, because nobody decided on them.
 */
export class ClosedGroupJoins1796000060000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table join_request drop constraint join_request_state_check, add constraint join_request_state_check
        check (state in ('waiting', 'accepted', 'declined', 'withdrawn', 'closed')) not valid;
      alter table join_request validate constraint join_request_state_check;
      alter table group_invitation drop constraint group_invitation_state_check, add constraint group_invitation_state_check
        check (state in ('waiting', 'accepted', 'declined', 'expired', 'withdrawn', 'closed')) not valid;
      alter table group_invitation validate constraint group_invitation_state_check`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
