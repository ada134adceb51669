import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stores that a requester answered a question that their supporter has not read yet. */
export class UnreadAnswers1813017600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table case_assignment add column answered_at timestamptz');
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
