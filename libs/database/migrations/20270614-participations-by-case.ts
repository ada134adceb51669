import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The people of a case are read by its id on its page and for each report, and deleted with it. The partial index
 * `participation_once` has only the parts that have not ended.
 */
export class ParticipationsByCase1812931200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('create index participation_case on participation (case_id)');
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
