import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stores in a report which files the reported message had. */
export class ReportedFiles1764000000510 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table report add column files bytea');
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
