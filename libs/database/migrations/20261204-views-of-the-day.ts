import type { MigrationInterface, QueryRunner } from 'typeorm';

// Keyed hashes: without the key of the day nobody reads out of it who looked at whom.
const TABLE = `
  create table view_of_day (
    day date not null,
    viewer bytea not null,
    kind text not null check (kind in ('card', 'profile')),
    seen int[] not null,
    primary key (day, viewer, kind));`;

/** How many cards and profiles somebody saw today (R9). */
export class ViewsOfTheDay1764000000210 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLE);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
