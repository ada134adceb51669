import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stores the address that quick exit opens; null for the neutral page. */
export class ExitAddress1795929500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table instance add column exit_address text`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
