import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where quick exit leads; null for the neutral page of the product. */
export class ExitAddress1795929500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table instance add column exit_address text`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
