import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was reported before: a thing is taken away once, whoever reported it. */
export class ReportedOnce1764000000221 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('create index report_subject on report (subject_key)');
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
