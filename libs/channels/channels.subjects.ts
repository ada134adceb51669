import type { SubjectTableOf } from '#policy/engine/subject-table.js';

/** Maps the facts of the policy to the tables of channels, topics and messages. */
export const CHANNEL_TABLE: SubjectTableOf<'Channel'> = {
  table: 'channel',
  columns: {
    groupId: { sql: 'group_id', nullable: true },
    allianceId: { sql: 'alliance_id', nullable: true },
    archivedAt: { sql: 'archived_at', nullable: true },
  },
  sets: {},
};

const CHANNEL = { table: 'channel', on: '{it}.id = {row}.channel_id' };

export const TOPIC_TABLE: SubjectTableOf<'Topic'> = {
  table: 'topic',
  isPointedTo: true,
  joins: { channel: CHANNEL },
  columns: {
    groupId: { sql: 'group_id', nullable: true, join: 'channel' },
    channelArchivedAt: { sql: 'archived_at', nullable: true, join: 'channel' },
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
    channelArchivedAt: { sql: 'archived_at', nullable: true, join: 'channel' },
    topicClosedAt: { sql: 'closed_at', nullable: true, join: 'topic' },
    accountId: { sql: 'account_id', nullable: true },
    editableUntil: { sql: `({row}.created_at + interval '24 hours')` },
    deletedAt: { sql: 'deleted_at', nullable: true },
    undoableUntil: {
      sql: `coalesce((select d.undo_until from deleted_message d where d.message_id = {row}.id), 'epoch')`,
    },
    expiresAt: { sql: 'expires_at' },
    isLine: { sql: '({row}.retention is not null)' },
  },
  sets: {
    openToIds: {
      table: 'channel_reader',
      on: '{it}.channel_id = {row}.channel_id AND {it}.joined_version < {row}.seq',
      value: 'account_id',
    },
  },
};
