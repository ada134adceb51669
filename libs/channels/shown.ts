import type { AttachmentShown } from '#attachments/attachment.entity.js';
import type { MessageShown, Reaction } from './message.entity.js';
import type { Retention } from './retention.js';

export interface ShownRow {
  id: string;
  channel_id: string;
  seq: number;
  version: number;
  author_id: string | null;
  author_name: string;
  body: string;
  created_at: Date;
  edited_at: Date | null;
  deleted_at: Date | null;
  reply_to_id: string | null;
  reactions: Reaction[] | null;
  pinned_at: Date | null;
  mention_ids: string[] | null;
  mentions_all: boolean | null;
  attachments: AttachmentShown[] | null;
  topic_id: string | null;
  expires_at: Date;
  is_answer: boolean | null;
  retention: Retention | null;
  own_key: string | null;
  own_reactions: string[] | null;
}

/**
 * Columns of the view `message_shown` under an alias; `me` is the placeholder of the viewer's account id. What nearly every
 * message has alike comes as null, which costs nothing to carry and to read: a page holds fifty.
 */
export const shownColumns = (alias: string, me: string): string =>
  [
    'id',
    'channel_id',
    'seq',
    'version',
    'author_id',
    'author_name',
    'body',
    'created_at',
    'edited_at',
    'deleted_at',
    'reply_to_id',
    'reactions',
    'pinned_at',
    'attachments',
    'topic_id',
    'expires_at',
    'retention',
  ]
    .map((column) => `${alias}.${column}`)
    .concat(
      `nullif(${alias}.mention_ids, '{}') as mention_ids`,
      `nullif(${alias}.mentions_all, false) as mentions_all`,
      `nullif(${alias}.is_answer, false) as is_answer`,
      `case when ${alias}.account_id = ${me} then ${alias}.client_key end as own_key`,
      `case when ${alias}.reactions is not null then array(select r.emoji from reaction r
        where r.message_id = ${alias}.id and r.account_id = ${me}) end as own_reactions`,
    )
    .join(', ');

export const toShown = (row: ShownRow): MessageShown => ({
  id: row.id,
  channelId: row.channel_id,
  seq: row.seq,
  version: row.version,
  authorId: row.author_id,
  authorName: row.author_name,
  body: row.body,
  createdAt: row.created_at,
  editedAt: row.edited_at,
  isDeleted: row.deleted_at !== null,
  isPinned: row.pinned_at !== null,
  replyToId: row.reply_to_id,
  mentionIds: row.mention_ids ?? [],
  mentionsAll: row.mentions_all ?? false,
  topicId: row.topic_id,
  isAnswer: row.is_answer ?? false,
  expiresAt: row.expires_at,
  retention: row.retention,
  reactions: row.reactions ?? [],
  attachments: row.attachments ?? [],
  ownReactions: row.own_reactions ?? [],
  clientId: row.own_key,
});

export type Frame = Omit<MessageShown, 'clientId' | 'ownReactions'>;

/** The same for everybody who hears it: without what is only the viewer's own. */
export const toFrame = ({ clientId: _key, ownReactions: _own, ...frame }: MessageShown): Frame =>
  frame;
