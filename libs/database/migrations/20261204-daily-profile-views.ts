import type { MigrationInterface, QueryRunner } from 'typeorm';

// Keyed hashes: without the key of the day the rows do not disclose who viewed whom.
const TABLE = `
  create table view_of_day (
    day date not null,
    viewer bytea not null,
    kind text not null check (kind in ('card', 'profile')),
    seen int[] not null,
    primary key (day, viewer, kind));`;

/** Counts how many cards and profiles an account viewed today (R9). */
export class ViewsOfTheDay1764000000210 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLE);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
