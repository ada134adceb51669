import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who runs the instance and how to reach them, as strangers read it; both null until administrators say it. */
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
