import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stores how a closed matter ended; null for matters closed before. The reason is one of its notes. */
export class MatterOutcome1795921190617 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table matter add column outcome text check (outcome in ('noBreach', 'breach', 'unclear'))`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
