import type { AccessService } from '#access/access.service.js';
import { attachmentJsonSql } from '#attachments/attachment.entity.js';
import type { Viewer } from '#policy/viewer.js';
import type { Mentions } from './mentions.js';
import { messageColumns, type MessageViewRow } from '../messages/message-view.js';
import type { OpenedMessage } from '../sealed/sealed-messages.service.js';

/** A message to post, with its author and the time of the request. */
export interface MessageToPost {
  readonly viewer: Viewer;
  readonly channelId: string;
  readonly clientId: string;
  /** In a thread sealed. */
  readonly body: string;
  /** Opens the written message of a thread without a query, so that nothing can fail after COMMIT; null elsewhere. */
  readonly opened: OpenedMessage | null;
  readonly replyToId: string | null;
  readonly mentions: Mentions;
  /** The author's unsent, ready files, without duplicates. */
  readonly attachmentIds: readonly string[];
  readonly topicId: string | null;
  readonly at: Date;
}

/**
 * The result for the message at this 1-based place in the batch. Without an id the message was refused, was sent
 * before, or was skipped because of a lock.
 */
export type PostedMessageRow = (MessageViewRow | { id: null }) & {
  place: number;
  is_allowed: boolean;
  is_there: boolean;
};

/**
 * Builds the statement that posts a batch. It checks for each message the permission and membership of its author, that
 * the topic is an open topic of the channel, and that the author may read the answered message, in the same feed. Then
 * it assigns numbers in the order of each channel and inserts the rows with their files. It returns no row for a
 * message in an unknown channel. It skips messages whose channel or topic another transaction has locked. No two
 * messages of a batch may have the same author and client id.
 */
export function postMessagesStatement(access: AccessService, said: readonly MessageToPost[]) {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const rules: string[] = [];
  const line = (one: MessageToPost | undefined, place: number) => {
    const { mentions } = one ?? {};
    const cells = [
      [one?.channelId, 'uuid'],
      [one?.viewer.accountId, 'uuid'],
      [one?.clientId, 'uuid'],
      [one?.body, 'text'],
      [one?.replyToId, 'uuid'],
      [one?.topicId, 'uuid'],
      [one?.at, 'timestamptz'],
      [mentions?.ids, 'uuid[]'],
      [mentions?.all, 'boolean'],
    ].map(([value, type]) => `${bind(value ?? null)}::${type as string}`);
    return `(${place}, ${cells.join(', ')})`;
  };
  const places = Array.from({ length: placesFor(said.length) }, (_, at) => at);
  const lines = places.map((at) => line(said[at], at + 1));
  for (const at of places) {
    const { viewer } = said[at] ?? said[0]!;
    const place = { alias: 'it', bind, bindsEmpty: true };
    rules.push(`when ${at + 1} then ${access.condition(viewer, 'post', 'Channel', place)}`);
  }
  const files = said.flatMap(({ attachmentIds }, at) =>
    attachmentIds.map((id) => ({ id, place: at + 1 })),
  );
  const hasThreads = said.some(({ opened }) => opened !== null);
  const seat = seatOf(rules, hasThreads);
  if (files.length === 0) return { text: textOf(lines, seat, WITHOUT_FILES), values };
  const named = `unnest(${bind(files.map(({ id }) => id))}::uuid[], ${bind(files.map(({ place }) => place))}::int[])`;
  return { text: textOf(lines, seat, withFiles(named)), values };
}

/**
 * Additional SQL for messages with files: a CTE before the check, the check, the value of the column, and a CTE after
 * the insert.
 */
interface FileParts {
  readonly taken: string;
  readonly rule: string;
  readonly shown: string;
  readonly after: string;
}
const WITHOUT_FILES: FileParts = { taken: '', rule: 'true', shown: 'null::jsonb', after: '' };

/** For an expired message only its client key (`spent_key`) remains. */
const WAS_SENT = `(exists (select from message m where m.account_id = said.account_id and m.client_key = said.client_key)
    or exists (select from spent_key k where k.account_id = said.account_id and k.client_key = said.client_key))`;

/**
 * Assigns each file to the first message that names the file, and locks the file, so that only one of two concurrent
 * messages gets it. A message is written only if its author owns all its files.
 * A message of a thread takes files that were sealed for this thread, and any other message takes no sealed file.
 */
const withFiles = (named: string): FileParts => ({
  taken: `, taken as materialized (
    select n.place, n.nth, f.id, f.account_id, f.channel_id, ${attachmentJsonSql('f')} as shown from attachment f join (
      select id, min(place) as place, min(nth) as nth from ${named} with ordinality as n (id, place, nth) group by id
    ) n using (id) where f.message_id is null and f.state = 'ready' order by f.id for update of f
  )`,
  rule: `(is_there
    or (select count(*) from ${named} as n (id, place) where n.place = seat.place)
      = (select count(*) from taken t where t.place = seat.place and t.account_id = seat.account_id
          and t.channel_id is not distinct from case when seat.participation_id is not null then seat.channel_id end))`,
  shown: `(select jsonb_agg(t.shown order by t.nth) from taken t where t.place = fresh.place)`,
  after: `, sent as (
    update attachment f set message_id = a.id, place = t.nth
    from taken t join weighed w using (place)
      join added a on a.account_id = w.account_id and a.client_key = w.client_key
    where f.id = t.id
  )`,
});

/**
 * Rounds the number of messages up to a power of two; the additional rows of the statement stay empty. A connection
 * therefore prepares seven statements instead of 64.
 */
const placesFor = (count: number): number => 2 ** Math.ceil(Math.log2(count));

/** SQL condition: the message has no topic, or an open topic of its channel. */
const STANDS = `(topic_id is null or exists (select from topic t where t.id = seat.topic_id
  and t.channel_id = seat.channel_id and t.closed_at is null))`;

/** SQL condition: the message is no answer, or it answers a message in the same feed that its author may read. */
const ANSWERS = `(reply_to_id is null or exists (select from message m join channel_reader r using (channel_id)
  where m.id = seat.reply_to_id and m.channel_id = seat.channel_id and m.expires_at > seat.at
    and m.topic_id is not distinct from seat.topic_id
    and r.account_id = seat.account_id and r.joined_version < m.seq))`;

/** SQL of the author's participation in the case of the thread `it`, if they may write there now. */
const PARTICIPATION = `(select p.id from participation p
  join case_thread_reader t on t.channel_id = it.id and t.account_id = p.account_id and t.may_post
  where p.case_id = it.case_id and p.account_id = said.account_id and p.ended_at is null)`;

/**
 * SQL: for each message whose channel exists, the author's membership or participation in the channel, and whether the
 * policy allows the author to post. Without threads, nobody participates in a case (ADR 61).
 */
const seatOf = (rules: readonly string[], hasThreads: boolean): string => `
  select said.*, (select s.id from membership s
    where s.group_id = it.group_id and s.account_id = said.account_id and s.ended_at is null) as membership_id,
    exists (select from alliance y where y.id = it.alliance_id and y.ended_at is null) as are_allies,
    ${hasThreads ? PARTICIPATION : 'null::uuid'} as participation_id,
    ${WAS_SENT} as is_there, case said.place ${rules.join(' ')} end as may_post
  from said join channel it on it.id = said.channel_id`;

/**
 * SQL that locks topics and channels in a fixed order, only for messages that will be written, and checks again that
 * they are open. Closing a topic therefore waits for messages that are being posted, and later messages are refused.
 */
const NUMBERED = `open as materialized (
    select t.id from topic t
    where t.id in (select topic_id from weighed where is_allowed and not is_there) and t.closed_at is null
    order by t.id for share skip locked
  ), ready as materialized (
    select * from weighed
    where is_allowed and not is_there and (topic_id is null or topic_id in (select id from open))
  ), mine as materialized (
    select c.id from channel c
    where c.id in (select channel_id from ready) and c.archived_at is null
    order by c.id for no key update skip locked
  ), fresh as (
    select r.*, row_number() over (partition by channel_id order by place)::int as nth
    from ready r join mine on mine.id = r.channel_id
  ), range as (
    update channel c set last_version = c.last_version + fresh.count, last_message_at = fresh.at,
      last_expires_at = fresh.at + c.kept_seconds * interval '1 second'
    from (select channel_id, count(*)::int as count, max(at) as at from fresh group by channel_id) fresh
    where c.id = fresh.channel_id
    returning c.id as channel_id, c.last_version - fresh.count as before, c.kept_seconds
  )`;

const SHOWN = `select w.place, w.is_allowed, w.is_there, ${messageColumns('a', 'a.account_id')},
    coalesce(a.membership_id, a.participation_id, p.id) as author_id,
    case when a.participation_id is null then coalesce(s.persona_name, f.text, '') else '' end as author_name
  from weighed w
    left join added a on a.account_id = w.account_id and a.client_key = w.client_key
    left join membership s on s.id = a.membership_id and s.persona_name is not null
    left join profile_field f on f.account_id = a.account_id and f.kind = 'name'
    left join profile p on a.membership_id is null and p.account_id = a.account_id
  order by w.place`;

/** Uses VALUES instead of an array, so that PostgreSQL knows the number of rows and keeps its plan. */
const textOf = (lines: readonly string[], seat: string, files: FileParts): string => `
  with said (place, channel_id, account_id, client_key, body, reply_to_id, topic_id, at, mention_ids, mentions_all)
  as materialized (
    values ${lines.join(', ')}
  ), seat as materialized (${seat}
  )${files.taken}, weighed as materialized (
    select seat.*, may_post and (are_allies or membership_id is not null or participation_id is not null)
      and (is_there or (${STANDS} and ${ANSWERS})) and ${files.rule} as is_allowed
    from seat
  ), ${NUMBERED}, added as (
    insert into message (channel_id, seq, version, account_id, membership_id, participation_id, client_key, body,
      reply_to_id, topic_id, is_answer, created_at, expires_at, mention_ids, mentions_all, attachments)
    select channel_id, before + nth, before + nth, account_id, membership_id, participation_id, client_key, body,
      reply_to_id, topic_id, reply_to_id is not null, at, at + kept_seconds * interval '1 second', mention_ids, mentions_all,
      ${files.shown}
    from fresh join range using (channel_id) order by account_id, client_key returning *
  )${files.after}
  ${SHOWN}`;
