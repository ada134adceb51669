import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds the profile field for the languages between which a member interprets. It starts empty, with the audience of the
 * field of languages.
 */
export class Interprets1764000000241 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [KINDS, FIELDS]) await db.query(part);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const KINDS = `
  alter table profile_field drop constraint profile_field_kind_check,
    add constraint profile_field_kind_check check (kind in ('name', 'colour', 'issueAreas', 'practices', 'languages',
      'interprets', 'territories', 'skills', 'supportSought', 'about', 'pronouns', 'region', 'organisation', 'contact'))`;

const FIELDS = `
  insert into profile_field (profile_id, account_id, kind, audience)
  select id, account_id, 'interprets',
    case when may_be_found is null then 'onlyMe' when may_be_found then 'members' else 'groups' end
  from profile on conflict do nothing`;
