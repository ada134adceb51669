import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds the picture as a profile field whose text is the random file name, and a table of the names of all stored files.
 */
export class Avatars1764000000242 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [KINDS, FIELDS, FILES]) await db.query(part);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const KINDS = `
  alter table profile_field drop constraint profile_field_kind_check,
    add constraint profile_field_kind_check check (kind in ('name', 'colour', 'avatar', 'issueAreas', 'practices',
      'languages', 'interprets', 'territories', 'skills', 'supportSought', 'about', 'pronouns', 'region',
      'organisation', 'contact'))`;

const FIELDS = `
  insert into profile_field (profile_id, account_id, kind, audience)
  select id, account_id, 'avatar',
    case when may_be_found is null then 'onlyMe' when may_be_found then 'members' else 'groups' end
  from profile on conflict do nothing`;

const FILES = `
  create unique index profile_field_avatar on profile_field (text) where kind = 'avatar' and text <> '';
  create table kept_file (
    name text primary key check (name ~ '^[0-9a-f]{32}$'),
    parts text[] not null, kept_at timestamptz not null);
  create index kept_file_kept_at on kept_file (kept_at)`;
