import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  alter table profile add column is_counted boolean not null default true;
  create table work_map (
    id uuid primary key default gen_random_uuid(),
    taken_at timestamptz not null unique);
  create table work_map_cell (
    work_map_id uuid not null references work_map on delete cascade,
    issue_area text not null,
    territory text not null,
    people int not null check (people >= 5 and people % 5 = 0),
    primary key (work_map_id, issue_area, territory));`;

/**
 * Stores how many people work on which issue area in which territory, as of some nights. A count under five has no row,
 * so it cannot leak.
 */
export class WorkMaps1764000000261 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
