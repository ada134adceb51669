import type { SubjectTableOf } from '#policy/engine/subject-table.js';

/** Set of the accounts in an organisation, for the policy. `column` contains the organisation's id. */
const peopleOf = (column: string) => ({
  table: 'affiliation',
  on: `{it}.organisation_id = {row}.${column}`,
  value: 'account_id',
});
const spokespersonsOf = (column: string) => ({
  ...peopleOf(column),
  on: `{it}.organisation_id = {row}.${column} and {it}.is_spokesperson`,
});
const openGroupsOf = (column: string) => ({
  table: 'organisation_open_group',
  on: `{it}.organisation_id = {row}.${column}`,
  value: 'group_id',
});

/** Facts about the account in `account_id` of a row. */
const PERSON_JOINS = {
  owner: { table: 'account', on: '{it}.id = {row}.account_id' },
  name: {
    table: 'profile_field',
    on: `{it}.account_id = {row}.account_id and {it}.kind = 'name'`,
  },
};
const PERSON_COLUMNS = {
  accountId: { sql: 'account_id' },
  ownerStanding: { sql: 'standing', join: 'owner' },
  nameAudience: { sql: 'audience', join: 'name' },
};
const PERSON_SETS = {
  nameOpenToGroupIds: {
    table: 'field_open_group',
    on: `{it}.field_id = (select name.id from profile_field name
      where name.account_id = {row}.account_id and name.kind = 'name')`,
    value: 'group_id',
  },
  hiddenFromIds: {
    table: 'hidden_pair',
    on: '{it}.account_id = {row}.account_id',
    value: 'other_id',
  },
};

export const ORGANISATION_SUBJECT: SubjectTableOf<'Organisation'> = {
  table: 'organisation',
  columns: {
    id: { sql: 'id' },
    audience: { sql: 'audience' },
    endedAt: { sql: 'ended_at', nullable: true },
  },
  sets: {
    openToGroupIds: openGroupsOf('id'),
    peopleIds: peopleOf('id'),
    spokespersonIds: spokespersonsOf('id'),
  },
};

export const AFFILIATION_SUBJECT: SubjectTableOf<'Affiliation'> = {
  table: 'affiliation',
  joins: {
    ...PERSON_JOINS,
    organisation: { table: 'organisation', on: '{it}.id = {row}.organisation_id' },
  },
  columns: {
    ...PERSON_COLUMNS,
    audience: { sql: 'audience' },
    organisationAudience: { sql: 'audience', join: 'organisation' },
    organisationEndedAt: { sql: 'ended_at', join: 'organisation', nullable: true },
  },
  sets: {
    ...PERSON_SETS,
    openToGroupIds: {
      table: 'membership',
      on: `{it}.account_id = {row}.account_id and {it}.ended_at is null and {it}.persona_name is null
        and {it}.is_listed`,
      value: 'group_id',
    },
    organisationOpenToGroupIds: openGroupsOf('organisation_id'),
    peopleIds: peopleOf('organisation_id'),
    spokespersonIds: spokespersonsOf('organisation_id'),
  },
};

export const ORGANISATION_INVITATION_SUBJECT: SubjectTableOf<'OrganisationInvitation'> = {
  table: 'organisation_invitation',
  joins: PERSON_JOINS,
  columns: {
    ...PERSON_COLUMNS,
    state: { sql: 'state' },
    expiresAt: { sql: 'expires_at' },
    isParted: {
      sql: `exists (select 1 from spokesperson_hidden s
        where s.organisation_id = {row}.organisation_id and s.account_id = {row}.account_id)`,
    },
  },
  sets: { ...PERSON_SETS, spokespersonIds: spokespersonsOf('organisation_id') },
};
