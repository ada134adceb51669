import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Truncates the times of paged lists to milliseconds, the precision of a cursor. Rows inserted in one transaction share
 * a time; with a finer one, a page could skip some of them.
 */
export class PageTimes1764000000095 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of ['audit_entry', 'vouch', 'introduction', '"group"']) {
      await db.query(`alter table ${table} alter column created_at type timestamptz(3)`);
    }
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
