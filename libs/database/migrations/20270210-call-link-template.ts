import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds the address of which the links of calls are made. */
export class CallLinkTemplate1803946100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table instance add column call_link_template text');
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
