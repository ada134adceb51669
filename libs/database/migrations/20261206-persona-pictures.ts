import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds the picture of a persona: the random name of a file. */
export class PersonaPictures1764000000320 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table membership add column persona_picture text not null default '';
      create unique index membership_persona_picture on membership (persona_picture)
        where persona_picture <> ''`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
