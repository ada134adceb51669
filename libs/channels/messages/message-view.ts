import type { AttachmentView, StoredAttachment } from '#attachments/attachment.entity.js';
import { isCollapsedByBlockSql } from './message-authors.service.js';
import type { MessageView, Reaction } from './message.entity.js';
import type { ChannelRetention } from '../message-retention/channel-retention.js';

export interface MessageViewRow {
  id: string;
  channel_id: string;
  seq: number;
  version: number;
  author_id: string | null;
  author_name: string;
  body: string;
  /** Seconds since 1970, with microseconds. */
  said_at_epoch: number;
  expires_at_epoch: number;
  topic_id: string | null;
  own_key: string | null;
  /** The participation of the author and the client key, which opens the body; null outside of threads. */
  sealed_as: string | null;
  /** Null if the message has none of the rare properties. */
  more: More | null;
  is_folded?: boolean;
}

/** Properties that only few messages have. */
interface More {
  readonly editedAt: string | null;
  readonly isDeleted: boolean;
  readonly isPinned: boolean;
  readonly replyToId: string | null;
  readonly mentionIds: string[];
  readonly mentionsAll: boolean;
  readonly isAnswer: boolean;
  readonly retention: ChannelRetention | null;
  readonly reactions: Reaction[];
  readonly attachments: StoredAttachment[];
  readonly ownReactions: string[];
}

const NONE = Object.freeze([]) as unknown as never[];
const NOTHING_MORE: More = {
  ...{ editedAt: null, isDeleted: false, isPinned: false, replyToId: null, mentionIds: NONE },
  ...{ mentionsAll: false, isAnswer: false, retention: null, reactions: NONE },
  ...{ attachments: NONE, ownReactions: NONE },
};

/** SQL of whether a row of table `message` has one of the rare properties. The view `message_shown` has a column for it. */
const hasMore = (it: string): string => `
  (num_nonnulls(${it}.edited_at, ${it}.deleted_at, ${it}.pinned_at, ${it}.reply_to_id, ${it}.retention,
    ${it}.reactions, ${it}.attachments) > 0
    or ${it}.mentions_all or ${it}.is_answer or ${it}.mention_ids <> '{}')`;

const moreOf = (it: string, me: string, isThere: string): string => `
  case when ${isThere}
  then jsonb_build_object(
    'editedAt', ${it}.edited_at, 'isDeleted', ${it}.deleted_at is not null, 'isPinned', ${it}.pinned_at is not null,
    'replyToId', ${it}.reply_to_id, 'mentionIds', ${it}.mention_ids, 'mentionsAll', ${it}.mentions_all,
    'isAnswer', ${it}.is_answer, 'retention', ${it}.retention, 'reactions', coalesce(${it}.reactions, '[]'),
    'attachments', coalesce(${it}.attachments, '[]'),
    'ownReactions', case when ${it}.reactions is null then '{}' else array(
      select r.emoji from reaction r where r.message_id = ${it}.id and r.account_id = ${me}) end
  ) end as more`;

/**
 * SQL columns of table `message` under the alias `it`; `me` is the SQL of the viewer's account id. Each value costs
 * time to write and to parse, fifty times per page, so rare properties share one JSON column and times are numbers.
 */
export const messageColumns = (it: string, me: string, isMoreThere = hasMore(it)): string => `
  ${it}.id, ${it}.channel_id, ${it}.seq, ${it}.version, ${it}.body, ${it}.topic_id,
  date_part('epoch', ${it}.created_at) as said_at_epoch, date_part('epoch', ${it}.expires_at) as expires_at_epoch,
  case when ${it}.account_id = ${me} then ${it}.client_key end as own_key,
  case when ${it}.participation_id is not null then ${it}.participation_id || ' ' || ${it}.client_key end as sealed_as,
  ${moreOf(it, me, isMoreThere)}`;

/**
 * SQL of whether the viewer blocked the author, if that is a former member. A count, because the planner would otherwise
 * hash all memberships.
 */
const isFolded = (it: string, me: string): string => `
  case when ${it}.has_author_left then 0 < (
    select count(*) from membership m join block b on b.blocker_id = ${me} and ${isCollapsedByBlockSql('b', 'm')}
    where m.id = ${it}.membership_id) else false end`;

/**
 * SQL columns like `messageColumns`, but of the view `message_shown`, which also contains the author. A former member has
 * no id, so the row itself says whether the viewer blocked them; `folded` is the SQL of that.
 */
export const messageViewColumns = (it: string, me: string, folded = isFolded(it, me)): string =>
  `${messageColumns(it, me, `${it}.has_more`)}, ${it}.author_id, ${it}.author_name, ${folded} as is_folded`;

/** Leaves out the text and the files of a thread's message, which are sealed; `SealedMessagesService.viewsOf` opens them. */
export const toMessageView = (row: MessageViewRow): MessageView => {
  const more = row.more ?? NOTHING_MORE;
  return {
    id: row.id,
    channelId: row.channel_id,
    seq: row.seq,
    version: row.version,
    authorId: row.author_id,
    authorName: row.author_name,
    body: row.sealed_as === null ? row.body : '',
    createdAt: dateFromEpoch(row.said_at_epoch),
    editedAt: more.editedAt === null ? null : new Date(more.editedAt),
    isDeleted: more.isDeleted,
    isPinned: more.isPinned,
    replyToId: more.replyToId,
    mentionIds: more.mentionIds,
    mentionsAll: more.mentionsAll,
    topicId: row.topic_id,
    isAnswer: more.isAnswer,
    expiresAt: dateFromEpoch(row.expires_at_epoch),
    retention: more.retention,
    reactions: more.reactions,
    attachments: row.sealed_as === null ? (more.attachments as AttachmentView[]) : NONE,
    ownReactions: more.ownReactions,
    clientId: row.own_key,
    isFolded: row.is_folded ?? false,
  };
};

/**
 * Returns the millisecond that contains a time. Adding half a microsecond compensates the rounding error of doubles
 * until the year 2106.
 */
export const dateFromEpoch = (seconds: number): Date =>
  new Date(Math.floor(seconds * 1_000 + 0.000_5));

export type MessageFrame = Omit<MessageView, 'clientId' | 'ownReactions' | 'isFolded'>;

/** Returns the part of a message that is the same for every receiver, without the viewer's own data. */
export const toMessageFrame = ({
  clientId: _key,
  ownReactions: _own,
  isFolded: _folded,
  ...frame
}: MessageView): MessageFrame => frame;
