import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMN = `
  alter table support_request add column earlier_replies bytea[] not null default '{}';`;

/** Adds the replies to a request that another one replaced, or whose supporter has left. */
export class EarlierReplies1811635200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(COLUMN);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
