import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A matter outlives the group of the persona that it is about: reports, notices and appeals have their own retention,
 * and a group whose deletion waits would disclose that a report exists. `persona_id` then refers to no row; it still
 * separates the matter from those about the member's own name.
 */
export class MattersWithoutPersonas1796000050000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view group_with_matter;
      alter table matter drop constraint matter_persona_id_fkey`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
