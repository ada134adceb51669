import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps openings of the threads of a case apart from those of its content, which count for limits and signs. */
export class ThreadOpenings1803945600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table case_assignment add column thread_opened_at timestamptz');
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
