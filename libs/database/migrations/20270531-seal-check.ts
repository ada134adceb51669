import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A box of the seal key with which this database began. */
const TABLE = `
  create table seal_check (
    is_only boolean primary key default true check (is_only),
    box bytea not null);`;

/** Adds the box by which a start recognises the seal key. */
export class SealCheck1811721600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLE);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
