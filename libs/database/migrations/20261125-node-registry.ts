import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Registers the processes that hold sockets and must acknowledge revocations. */
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
