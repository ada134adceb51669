import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The link of a staff invitation needs a code that another person passes on. */
export class SeatCodes1764000000191 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      'alter table mail_link add column needs_code boolean not null default false, add column code_hash bytea',
    );
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
