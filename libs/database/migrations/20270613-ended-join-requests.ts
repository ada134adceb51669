import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A group page asks whether the viewer has ended requests with answers, and stewards list those of the group. */
const SQL = `
  create index join_request_answers on join_request (group_id, account_id) where answers is not null`;

/** Adds an index of the join requests that have answers. */
export class EndedJoinRequests1812844800000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(SQL);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
