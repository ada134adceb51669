import type { SubjectTableOf } from '#policy/engine/subject-table.js';

export const PARTICIPANT_SUBJECT: SubjectTableOf<'Participant'> = {
  table: 'participant',
  joins: { coalition: { table: '"group"', on: '{it}.id = {row}.coalition_id' } },
  columns: {
    id: { sql: 'id' },
    coalitionId: { sql: 'coalition_id' },
    isListed: { sql: 'is_listed', join: 'coalition' },
    endedAt: { sql: 'ended_at', nullable: true },
  },
  sets: {},
};

export const COALITION_INVITATION_SUBJECT: SubjectTableOf<'CoalitionInvitation'> = {
  table: 'coalition_invitation',
  columns: {
    coalitionId: { sql: 'coalition_id' },
    isLink: { sql: '({row}.token_hash is not null)' },
    isOpen: {
      sql: `({row}.approved_at is not null and {row}.declined_at is null and {row}.withdrawn_at is null
        and {row}.used_at is null and exists (
        select 1 from coalition_steward s
        where s.coalition_id = {row}.coalition_id and s.account_id = {row}.maker_id) and not exists (
        select 1 from participant p
        where p.coalition_id = {row}.coalition_id and p.ended_at is null
          and (p.group_id = {row}.group_id or p.organisation_id = {row}.organisation_id)))`,
    },
    isUsed: { sql: '({row}.used_at is not null)' },
    isWithdrawn: { sql: '({row}.withdrawn_at is not null)' },
    expiresAt: { sql: 'expires_at' },
  },
  sets: {
    ownerIds: {
      table: 'coalition_invitation_owner',
      on: '{it}.invitation_id = {row}.id',
      value: 'account_id',
    },
  },
};

export const COALITION_GRANT_SUBJECT: SubjectTableOf<'CoalitionGrant'> = {
  table: 'coalition_grant',
  joins: { participant: { table: 'participant', on: '{it}.id = {row}.participant_id' } },
  columns: {
    accountId: { sql: 'account_id' },
    participantId: { sql: 'participant_id' },
    coalitionId: { sql: 'coalition_id', join: 'participant' },
    isAccepted: {
      sql: `({row}.accepted_at is not null and exists (
        select 1 from membership m join participant p on p.coalition_id = m.group_id
        where p.id = {row}.participant_id and m.account_id = {row}.account_id and m.ended_at is null))`,
    },
    isHeld: {
      sql: `exists (
        select 1 from coalition_person c
        where c.participant_id = {row}.participant_id and c.account_id = {row}.account_id
          and c.source_id = coalesce({row}.membership_id, {row}.affiliation_id))`,
    },
  },
  sets: {},
};
