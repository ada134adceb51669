import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The processes that hold sockets now: who must acknowledge that somebody may hear no more. */
export class Nodes1764000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `create unlogged table node (id uuid primary key, seen_at timestamptz not null);`,
    );
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
