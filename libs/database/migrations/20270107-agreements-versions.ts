import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Agreements have versions, and a member consents to one. Version 1 of a group without agreements has no row. Existing
 * members and waiting requesters count as having consented to version 1, without a time.
 */
export class AgreementsVersions1795971000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table agreements_version (
        id uuid primary key default gen_random_uuid(),
        created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
        group_id uuid not null references "group" on delete cascade,
        number int not null check (number > 0),
        text text not null, summary text not null default '',
        grace_ends_at timestamptz,
        unique (group_id, number));
      insert into agreements_version (group_id, number, text, created_at)
        select id, 1, agreements, created_at from "group" where agreements <> '';
      alter table "group" drop column agreements;
      alter table membership add column agreements_version int not null default 1,
        add column agreements_consented_at timestamptz;
      alter table join_request add column agreements_version int not null default 1`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
