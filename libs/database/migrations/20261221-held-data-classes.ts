import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Separates failing from held data classes: `failing_since` meant both, so a failed class was never held. */
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
