import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lists that are paged by these times put them into a cursor, which knows no less than a millisecond. Rows made in one
 * transaction have one time: kept finer than the cursor, those behind a page's last row would be passed over.
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
