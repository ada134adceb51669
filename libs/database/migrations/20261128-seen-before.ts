import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What recognises somebody who applies again, for the two years of the decision: the account, and a keyed hash of its address. */
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
