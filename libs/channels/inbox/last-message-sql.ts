import { isCollapsedByBlockSql } from '../messages/message-authors.service.js';
import type { LastMessage } from './last-message.view.js';

/** The last message as JSON, with times as strings. */
export type LastMessageJson = Omit<LastMessage, 'createdAt' | 'expiresAt'> & {
  readonly createdAt: string;
  readonly expiresAt: string;
};

/** Maximum number of characters of the preview; the list of channels shows fewer. */
const LETTERS = 160;

/** A count, because the planner would otherwise hash all memberships. */
const FOLDED = `0 < (
  select count(*) from membership a join block b on b.blocker_id = $1 and ${isCollapsedByBlockSql('b', 'a')}
  where a.id = s.membership_id and a.group_id = c.group_id)`;

/**
 * SQL of a lateral join that finds the last message of channel `c` that its reader `r` may read. $1 is the account, $3
 * now. `mayRead` is the read rule over the alias `s`; the other conditions repeat parts of it, so that PostgreSQL can
 * stop the index scan early.
 */
export const lastMessageJoin = (mayRead: string): string => `
  left join lateral (
    select jsonb_build_object(
      'id', s.id, 'seq', s.seq, 'version', s.version, 'createdAt', s.created_at, 'expiresAt', s.expires_at,
      'isMine', s.account_id is not distinct from $1, 'isFolded', folded.it, 'isDeleted', s.deleted_at is not null,
      'authorName', case when c.group_id is not null and not folded.it then s.author_name end,
      'text', case when not folded.it and s.deleted_at is null then nullif(left(s.body, ${LETTERS}), '') end,
      'fileKind', case when not folded.it and s.deleted_at is null then s.attachments->0->>'kind' end,
      'retention', s.retention) as it
    from message_shown s cross join lateral (select ${FOLDED} as it) folded
    where s.channel_id = c.id and c.case_id is null and s.seq > r.joined_version and s.expires_at > $3 and ${mayRead}
    order by s.seq desc limit 1) last on true`;

export const toLastMessage = (json: LastMessageJson | null): LastMessage | null =>
  json && { ...json, createdAt: new Date(json.createdAt), expiresAt: new Date(json.expiresAt) };
