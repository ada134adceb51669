import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Stores the account and a keyed hash of the mail address for two years after a decision, to recognise repeated
 * applications.
 */
export class SeenBefore1764000000143 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table decision add column address_hash bytea;
      create index decision_address on decision (address_hash) where address_hash is not null;`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
