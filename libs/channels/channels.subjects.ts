import type { SubjectTableOf } from '#policy/engine/subject-table.js';

/** Maps the facts of the policy to the tables of channels, topics and messages. */
export const CHANNEL_TABLE: SubjectTableOf<'Channel'> = {
  table: 'channel',
  joins: { group: { table: '"group"', on: '{it}.id = {row}.group_id' } },
  columns: {
    groupId: { sql: 'group_id', nullable: true },
    allianceId: { sql: 'alliance_id', nullable: true },
    channelId: { sql: 'id' },
    archivedAt: { sql: 'archived_at', nullable: true },
    groupArchivedAt: { sql: 'archived_at', nullable: true, join: 'group' },
  },
  sets: {},
};

/** SQL of the time at which the group of a row's channel was archived. */
const GROUP_ARCHIVED_AT = {
  sql: `(select g.archived_at from channel c join "group" g on g.id = c.group_id where c.id = {row}.channel_id)`,
  nullable: true,
} as const;
const CHANNEL = { table: 'channel', on: '{it}.id = {row}.channel_id' };

export const TOPIC_TABLE: SubjectTableOf<'Topic'> = {
  table: 'topic',
  isPointedTo: true,
  joins: { channel: CHANNEL },
  columns: {
    groupId: { sql: 'group_id', nullable: true, join: 'channel' },
    channelArchivedAt: { sql: 'archived_at', nullable: true, join: 'channel' },
    groupArchivedAt: GROUP_ARCHIVED_AT,
    makerId: { sql: 'membership_id', nullable: true },
    closedAt: { sql: 'closed_at', nullable: true },
  },
  sets: {},
};

export const MESSAGE_TABLE: SubjectTableOf<'Message'> = {
  table: 'message',
  isPointedTo: true,
  joins: { channel: CHANNEL, topic: { table: 'topic', on: '{it}.id = {row}.topic_id' } },
  columns: {
    groupId: { sql: 'group_id', nullable: true, join: 'channel' },
    allianceId: { sql: 'alliance_id', nullable: true, join: 'channel' },
    channelId: { sql: 'channel_id' },
    channelArchivedAt: { sql: 'archived_at', nullable: true, join: 'channel' },
    groupArchivedAt: GROUP_ARCHIVED_AT,
    topicClosedAt: { sql: 'closed_at', nullable: true, join: 'topic' },
    accountId: { sql: 'account_id', nullable: true },
    editableUntil: { sql: `({row}.created_at + interval '24 hours')` },
    deletedAt: { sql: 'deleted_at', nullable: true },
    undoableUntil: {
      sql: `coalesce((select d.undo_until from deleted_message d where d.message_id = {row}.id), 'epoch')`,
    },
    expiresAt: { sql: 'expires_at' },
    authorDeletedAllAt: {
      // A scalar subquery: the planner would hash all memberships for a join.
      sql: `(select a.messages_deleted_at from membership a
        where a.id = {row}.membership_id and a.ended_at is not null and {row}.retention is null)`,
      nullable: true,
    },
    isLine: { sql: '({row}.retention is not null)' },
    isOfGuest: {
      // Only authors in threads can be guests, so that messages of other channels cost no lookup.
      sql: `({row}.participation_id is not null and exists (
        select from account a where a.id = {row}.account_id and a.standing = 'guest'))`,
    },
  },
  sets: {
    openToIds: {
      table: 'channel_reader',
      on: '{it}.channel_id = {row}.channel_id AND {it}.joined_version < {row}.seq',
      value: 'account_id',
    },
  },
};
