import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A member may take no requests for an introduction for now. Until they say so, everybody does. */
export class TakesRequests1764000000240 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table profile add column takes_requests boolean not null default true');
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
