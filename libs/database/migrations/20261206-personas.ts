import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Personas1764000000280 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [SAID, ASKED, BLOCKED]) await db.query(part);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

/** Adds the fields of a persona. The view shows when a membership posted messages, without their text. */
const SAID = `
  alter table membership
    add column persona_colour text not null default '',
    add column persona_pronouns text not null default '',
    add column persona_about text not null default '',
    add column persona_practices text[] not null default '{}',
    add column persona_since timestamptz;
  create view membership_said as
    select membership_id, created_at as said_at from message where membership_id is not null;`;

/** The persona name of a join request, shown to stewards instead of the profile's name. */
const ASKED = 'alter table join_request add column persona_name text';

/** A persona is blocked by its membership; the block has no effect on the account behind it. */
const BLOCKED = `
  alter table block
    alter column blocked_id drop not null,
    add column membership_id uuid references membership on delete cascade,
    add constraint block_of_one check ((blocked_id is null) <> (membership_id is null));
  create unique index block_persona on block (blocker_id, membership_id);
  create index block_membership on block (membership_id);
  create or replace view hidden_pair as
    select blocker_id as account_id, blocked_id as other_id from block where blocked_id is not null
    union all select blocked_id, blocker_id from block where blocked_id is not null
    union all select low_id, high_id from separation where ended_at is null
    union all select high_id, low_id from separation where ended_at is null;`;
