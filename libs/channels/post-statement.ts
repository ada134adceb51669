import type { AccessService } from '#access/access.service.js';
import { shownAsJson } from '#attachments/attachment.entity.js';
import type { Viewer } from '#policy/viewer.js';
import type { Mentions } from './mentions.js';
import type { ShownRow } from './shown.js';

/** One message as it came: whose, and the moment. */
export interface Said {
  readonly viewer: Viewer;
  readonly clientId: string;
  readonly body: string;
  readonly replyToId: string | null;
  readonly mentions: Mentions;
  /** Files of the author that are ready and were not sent, each once. */
  readonly attachmentIds: readonly string[];
  readonly topicId: string | null;
  readonly at: Date;
}

/** What became of the message in this place, counted from one. Without an id: refused, or sent before. */
export type WrittenRow = (ShownRow | { id: null }) & { place: number; is_allowed: boolean };

/**
 * Writes messages of one channel in their order: for each the rule of its own author, their membership, whether its topic
 * is one of the channel's that is open, and whether they read what they answer, in the same feed; then a range of the
 * channel's numbers and the rows, with their files. No row at all: there is no such channel. Two of them must not share author
 * and client id.
 */
export function postStatement(access: AccessService, channelId: string, said: readonly Said[]) {
  const values: unknown[] = [channelId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const line = (
    { viewer, clientId, body, replyToId, topicId, mentions, at }: Said,
    place: number,
    isEmpty: boolean,
  ) => {
    const accountId = bind(isEmpty ? null : viewer.accountId);
    const own = `${accountId}::uuid, ${bind(clientId)}::uuid, ${bind(body)}::text, ${bind(replyToId)}::uuid, ${bind(topicId)}::uuid, ${bind(at)}::timestamptz, ${bind(mentions.ids)}::uuid[], ${bind(mentions.all)}::boolean`;
    const rule = { alias: 'it', bind, bindsEmpty: true };
    return `(${place}, ${own}, ${access.condition(viewer, 'post', 'Channel', rule)})`;
  };
  const lines = said.map((one, at) => line(one, at + 1, false));
  for (let at = lines.length; at < placesFor(said.length); at++)
    lines.push(line(said[0]!, at + 1, true));
  const files = said.flatMap(({ attachmentIds }, at) =>
    attachmentIds.map((id) => ({ id, place: at + 1 })),
  );
  if (files.length === 0) return { text: textOf(lines, WITHOUT_FILES), values };
  const named = `unnest(${bind(files.map(({ id }) => id))}::uuid[], ${bind(files.map(({ place }) => place))}::int[])`;
  return { text: textOf(lines, withFiles(named)), values };
}

/** What the statement has more when files go along: before the rule, in it, what the row carries, and after. */
interface FileParts {
  readonly taken: string;
  readonly rule: string;
  readonly shown: string;
  readonly after: string;
}
const WITHOUT_FILES: FileParts = { taken: '', rule: 'true', shown: 'null::jsonb', after: '' };

/** Of a message that is over the key alone is there. */
const WAS_SENT = `(exists (select from message m where m.account_id = said.account_id and m.client_key = said.client_key)
    or exists (select from spent_key k where k.account_id = said.account_id and k.client_key = said.client_key))`;

/**
 * Each file goes to the first message that names it, and is locked, so that of two at once one finds it gone. All that a
 * message names must be its author's, or it is not written.
 */
const withFiles = (named: string): FileParts => ({
  taken: `, taken as materialized (
    select n.place, n.nth, f.id, f.account_id, ${shownAsJson('f')} as shown from attachment f join (
      select id, min(place) as place, min(nth) as nth from ${named} with ordinality as n (id, place, nth) group by id
    ) n using (id) where f.message_id is null and f.state = 'ready' order by f.id for update of f
  )`,
  rule: `(is_there
    or (select count(*) from ${named} as n (id, place) where n.place = seat.place)
      = (select count(*) from taken t where t.place = seat.place and t.account_id = seat.account_id))`,
  shown: `(select jsonb_agg(t.shown order by t.nth) from taken t where t.place = fresh.place)`,
  after: `, sent as (
    update attachment f set message_id = a.id, place = t.nth
    from taken t join weighed w using (place)
      join added a on a.account_id = w.account_id and a.client_key = w.client_key
    where f.id = t.id
  )`,
});

/** A power of two, the rest left empty, so that a connection prepares seven texts and not sixty-four. */
const placesFor = (count: number): number => 2 ** Math.ceil(Math.log2(count));

/** Whether its topic, if it has one, is one of the channel's that is open. */
const STANDS = `(topic_id is null or exists (select from topic t where t.id = seat.topic_id
  and t.channel_id = seat.channel_id and t.closed_at is null))`;

/** Whether its author reads what it answers, if anything, and that stands in the same feed. */
const ANSWERS = `(reply_to_id is null or exists (select from message m join channel_reader r using (channel_id)
  where m.id = seat.reply_to_id and m.channel_id = seat.channel_id and m.expires_at > seat.at
    and m.topic_id is not distinct from seat.topic_id
    and r.account_id = seat.account_id and r.joined_version < m.seq))`;

/** VALUES and no array: PostgreSQL then knows how many there are, and keeps its plan. */
const textOf = (lines: readonly string[], files: FileParts): string => `
  with seat as materialized (
    select said.*, it.id as channel_id, (select s.id from membership s
      where s.group_id = it.group_id and s.account_id = said.account_id and s.ended_at is null) as membership_id,
      exists (select from alliance y where y.id = it.alliance_id and y.ended_at is null) as are_allies,
      ${WAS_SENT} as is_there
    from channel it cross join lateral (values ${lines.join(', ')})
      as said (place, account_id, client_key, body, reply_to_id, topic_id, at, mention_ids, mentions_all, may_post)
    where it.id = $1 and said.account_id is not null
  )${files.taken}, weighed as materialized (
    select seat.*, may_post and (are_allies or membership_id is not null)
      and (is_there or (${STANDS} and ${ANSWERS})) and ${files.rule} as is_allowed
    from seat
  ), fresh as (
    select *, row_number() over (order by place)::int as nth from weighed where is_allowed and not is_there
  ), range as (
    update channel c set last_version = c.last_version + fresh.count, last_message_at = fresh.at,
      last_expires_at = fresh.at + c.kept_seconds * interval '1 second'
    from (select channel_id, count(*)::int as count, max(at) as at from fresh group by channel_id) fresh
    where c.id = fresh.channel_id
    returning c.last_version - fresh.count as before, c.kept_seconds
  ), added as (
    insert into message (channel_id, seq, version, account_id, membership_id, client_key, body, reply_to_id,
      topic_id, is_answer, created_at, expires_at, mention_ids, mentions_all, attachments)
    select channel_id, before + nth, before + nth, account_id, membership_id, client_key, body, reply_to_id,
      topic_id, reply_to_id is not null, at, at + kept_seconds * interval '1 second', mention_ids, mentions_all,
      ${files.shown}
    from fresh cross join range order by nth returning *
  )${files.after}
  select w.place, w.is_allowed, a.id, a.channel_id, a.seq, a.version, a.body, a.created_at, a.edited_at,
    a.deleted_at, a.reply_to_id, a.reactions, a.pinned_at, a.mention_ids, a.mentions_all, a.attachments, a.topic_id,
    a.expires_at, a.is_answer, a.retention, a.client_key as own_key, coalesce(a.membership_id, p.id) as author_id,
    coalesce(s.persona_name, f.text, '') as author_name
  from weighed w
    left join added a on a.account_id = w.account_id and a.client_key = w.client_key
    left join membership s on s.id = a.membership_id
    left join profile_field f on f.account_id = a.account_id and f.kind = 'name'
    left join profile p on a.membership_id is null and p.account_id = a.account_id
  order by w.place`;
