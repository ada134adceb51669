import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever moderates sees which files a message had that was reported. */
export class ReportedFiles1764000000510 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table report add column files bytea');
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
