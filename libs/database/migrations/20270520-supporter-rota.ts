import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = `
  alter table supporter
    add column taken_kinds text[] not null default '{}' check (taken_kinds <@ array[
      'technology', 'project', 'community', 'data', 'care', 'archive', 'unsure']),
    add column rota_days smallint[] not null default '{}' check (rota_days <@ '{1,2,3,4,5,6,7}');`;

/** Adds the kinds of request that a supporter takes, and the days on which they are on duty. */
export class SupporterRota1810771200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(COLUMNS);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
