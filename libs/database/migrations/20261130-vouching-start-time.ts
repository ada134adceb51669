import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stores when ten members were past probation for the first time. The stored time never becomes null again. */
export class VouchesSince1764000000190 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table instance add column vouches_since timestamptz');
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
