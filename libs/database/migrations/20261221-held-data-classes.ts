import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Stores failing and held data classes in separate columns. `failing_since` stood for both, so that a failed class was
 * never held.
 */
export class HeldDataClasses1795897770000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      'alter table data_class_run add column tried_at timestamptz, add column held_since timestamptz',
    );
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
