import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stores name and contact of the operator for the public pages; both are null until administrators set them. */
export class Operator1795928278380 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table instance
        add column operator_name text,
        add column operator_contact text,
        add constraint operator_is_whole check ((operator_name is null) = (operator_contact is null))`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
