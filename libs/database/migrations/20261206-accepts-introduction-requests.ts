import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds whether a member accepts introduction requests; true by default. */
export class TakesRequests1764000000240 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table profile add column takes_requests boolean not null default true');
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
