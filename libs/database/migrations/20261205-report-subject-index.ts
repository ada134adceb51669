import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds an index that finds earlier reports of the same content, so that moderation removes the content only once. */
export class ReportedOnce1764000000221 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('create index report_subject on report (subject_key)');
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
