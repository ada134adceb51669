import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A search walks people from the freshest on and looks each up by what else is asked. Where the look-ups stand in the same
 * order as the walk they read one page after another, instead of pages all over an index that grows with the members. Of
 * one profile by its id alone the few months are skipped through.
 */
export class DirectoryInOrder1764000000330 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('drop index directory_term_profile');
    await db.query(
      'create unique index directory_term_place on directory_term (fresh_month, profile_id, term, scope)',
    );
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
