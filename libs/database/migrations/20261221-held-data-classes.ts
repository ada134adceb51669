import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `failing_since` said of a data class that it fails and that it is held, so that one that failed was never held. */
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
