import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Orders the index like the search, which reads people from the most recently updated on: look-ups then read
 * neighbouring pages instead of pages all over the index. A look-up of one profile by its id skips through the few
 * months.
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
