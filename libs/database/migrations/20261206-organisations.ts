import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Creates organisations, their affiliations and their invitations. */
export class Organisations1764000000270 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [TABLES, VIEW, REPORTS]) await db.query(part);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const STAMPS = `created_at timestamptz not null default now(), updated_at timestamptz not null default now()`;
const TERMS = ['issue_areas', 'practices', 'territories', 'languages']
  .map((name) => `${name} text[] not null default '{}'`)
  .join(', ');

const TABLES = `
  create table organisation (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    slug citext not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name text not null, about text not null default '', ${TERMS},
    audience text not null check (audience in ('onlyMe', 'groups', 'members')),
    ended_at timestamptz);
  create index organisation_time on organisation (created_at desc, id desc);
  create index organisation_ended on organisation (ended_at) where ended_at is not null;

  create table affiliation (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    organisation_id uuid not null references organisation on delete cascade,
    account_id uuid not null references account on delete cascade,
    is_spokesperson boolean not null default false,
    audience text not null default 'onlyMe' check (audience in ('onlyMe', 'allies', 'groups', 'members')),
    joined_at timestamptz not null,
    unique (organisation_id, account_id));
  create index affiliation_organisation on affiliation (organisation_id, joined_at, id);
  create index affiliation_account on affiliation (account_id);

  create table organisation_invitation (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    organisation_id uuid not null references organisation on delete cascade,
    account_id uuid not null references account on delete cascade,
    state text not null default 'waiting' 
      check (state in ('waiting', 'accepted', 'declined', 'expired', 'withdrawn')),
    expires_at timestamptz not null);
  create index organisation_invitation_organisation on organisation_invitation (organisation_id, created_at desc);
  create index organisation_invitation_account on organisation_invitation (account_id, created_at desc);
  create index organisation_invitation_time on organisation_invitation (created_at);

  create table organisation_group (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    organisation_id uuid not null references organisation on delete cascade,
    membership_id uuid not null references membership on delete cascade,
    unique (organisation_id, membership_id));
  create index organisation_group_membership on organisation_group (membership_id);`;

// Groups that the spokesperson chose. A group counts only while the spokesperson is in it under the name of their
// profile.
const VIEW = `
  create view organisation_open_group as
    select c.organisation_id, m.group_id
    from organisation_group c
    join membership m on m.id = c.membership_id and m.ended_at is null and m.persona_name is null
    join affiliation f on f.organisation_id = c.organisation_id
      and f.account_id = m.account_id and f.is_spokesperson;`;

const REPORTS = `
  alter table report drop constraint report_subject_name_check,
    add constraint report_subject_name_check check (subject_name in
      ('Message', 'Profile', 'Introduction', 'Suggestion', 'Group', 'Application', 'Organisation'));`;
