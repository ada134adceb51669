import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Declares realistic row counts for the chain functions. With the default of a thousand rows per step the planner
 * prepared for a million, which took eighty milliseconds per call.
 */
export class ShortChains1764000000211 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const step of ['came_through', 'let_in', 'chain_of']) {
      await db.query(`alter function ${step}(uuid) rows 4`);
    }
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
