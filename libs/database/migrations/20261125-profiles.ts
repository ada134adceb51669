import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Creates profiles, whose fields each have an audience, and the projection that the directory searches. */
export class Profiles1764000000011 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [PROFILES, DIRECTORY]) await db.query(part);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const STAMPS = `created_at timestamptz not null default now(), updated_at timestamptz not null default now()`;

// A constraint sets the widest audience of each kind of field, so that no code can exceed it.
const PROFILES = `
  create table profile (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    account_id uuid not null unique references account on delete cascade,
    may_be_found boolean, fresh_month int not null,
    unique (id, account_id));

  create table profile_field (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    profile_id uuid not null, account_id uuid not null references account on delete cascade,
    kind text not null check (kind in ('name', 'colour', 'issueAreas', 'practices', 'languages', 'territories',
      'skills', 'supportSought', 'about', 'pronouns', 'region', 'organisation', 'contact')),
    audience text not null check (audience in ('onlyMe', 'allies', 'groups', 'members')),
    is_for_chosen_groups boolean not null default false,
    text text not null default '', terms text[] not null default '{}', words text[] not null default '{}',
    version int not null default 1,
    foreign key (profile_id, account_id) references profile (id, account_id) on delete cascade,
    unique (profile_id, kind), unique (account_id, kind),
    check (audience <> 'members' or kind not in ('region', 'contact')),
    check (audience <> 'groups' or kind <> 'contact'));

  create table chosen_group (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    field_id uuid not null references profile_field on delete cascade,
    membership_id uuid not null references membership on delete cascade,
    unique (field_id, membership_id));
  create index chosen_group_membership on chosen_group (membership_id);

  create view field_open_group as
    select f.id as field_id, m.group_id
    from profile_field f join membership m
      on m.account_id = f.account_id and m.ended_at is null and m.persona_name is null
    where not f.is_for_chosen_groups
      or exists (select 1 from chosen_group c where c.field_id = f.id and c.membership_id = m.id);`;

// Collation "C" compares terms and folded words by bytes, so that a prefix is a range of the index.
const DIRECTORY = `
  create table directory_term (
    term text collate "C" not null, scope uuid not null, fresh_month int not null,
    profile_id uuid not null references profile on delete cascade);
  create unique index directory_term_profile on directory_term (profile_id, term, scope);
  create index directory_term_scope on directory_term (term, scope, fresh_month, profile_id);`;
