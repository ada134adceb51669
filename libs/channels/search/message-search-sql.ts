import type { AccessService } from '#access/access.service.js';
import type { Viewer } from '#policy/viewer.js';
import { MESSAGES_PER_BLOCK, blockKeySql } from './search-vector.js';
import { isCollapsedByBlockSql } from '../messages/message-authors.service.js';
import { messageViewColumns, type MessageViewRow } from '../messages/message-view.js';

export interface MessageSearchParams {
  readonly viewer: Viewer;
  /** The text of a tsquery, with `~` in place of each block's key. */
  readonly query: string;
  readonly channelId: string | null;
  readonly authorId: string | null;
  readonly from: Date | null;
  readonly until: Date | null;
  /** Cursor: the last result of the previous page. */
  readonly after: readonly [at: Date, id: string] | null;
  readonly limit: number;
}

export type FoundMessageRow = MessageViewRow & { said_at: Date; is_folded: boolean };

/** Number of newest messages examined one by one, shared by all channels of the viewer. */
export const NEWEST_MESSAGES_EXAMINED = 2_000;
/** Minimum number of messages examined per channel, however many channels there are. */
const LEAST_OF_EACH = 20;
/** Maximum clock difference between nodes: a message with a later number may be slightly older. */
const UNSURE = `interval '10 minutes'`;
/** SQL of the blocks of a channel that the viewer may read, each with the tsquery for its key. */
const BLOCKS = `
  select nr, replace(place.query, '~', ${blockKeySql('place.id', 'nr')})::tsquery as asked
  from generate_series((place.joined_version + 1) / ${MESSAGES_PER_BLOCK}, place.last_version / ${MESSAGES_PER_BLOCK}) nr offset 0`;

/**
 * Builds the search among the newest messages, which are examined one by one. The result contains every match since the
 * earliest time that was examined in all channels, and nothing older. It answers frequent words quickly; the index
 * would have to collect and sort many rows for them.
 */
export const newestMessagesStatement = (
  access: AccessService,
  search: MessageSearchParams,
  walked = NEWEST_MESSAGES_EXAMINED,
) =>
  new Statement(access, search).text(
    (within) => `
    share as materialized (
      select greatest(${LEAST_OF_EACH}, ${walked} / greatest(count(*), 1)) as each from place
    ), looked as materialized (
      select place.id, w.message_id, w.said_at, w.is_answer from place cross join lateral (
        select n.message_id, n.said_at, n.words @@ stretch.asked as is_answer from (
          select w.message_id, w.said_at, w.seq, w.words from message_words w
          where w.channel_id = place.id and w.said_at >= place.since and ${within}
          order by w.said_at desc, w.message_id desc limit (select each from share)) n
        join (${BLOCKS}) stretch on stretch.nr = n.seq / ${MESSAGES_PER_BLOCK}) w
    ), reach as materialized (
      select coalesce(max(last), '-infinity') as back_to from (
        select min(said_at) as last from looked group by id having count(*) >= (select each from share)) x
    ), found as materialized (
      select message_id, said_at from looked cross join reach where is_answer and said_at > back_to
    )`,
  );

/**
 * Builds the search of all messages through the index, used if `newestMessagesStatement` finds too few. In the block in
 * which the viewer joined, it examines messages one by one from their first readable message on, so that words of
 * earlier messages have no influence, not even on the duration.
 */
export const indexedMessagesStatement = (access: AccessService, search: MessageSearchParams) =>
  new Statement(access, search).text(
    (within) => `
    stretch as materialized (
      select place.*, b.nr, b.asked, (place.joined_version = 0 or place.joined_version < b.nr * ${MESSAGES_PER_BLOCK}) as is_whole
      from place cross join lateral (${BLOCKS}) b
    ), found as materialized (
      select w.message_id, w.said_at from stretch place cross join lateral (
        select n.* from message_words n where n.words @@ place.asked offset 0) w
      where place.is_whole and w.channel_id = place.id and w.seq / ${MESSAGES_PER_BLOCK} = place.nr and ${within}
      union all
      select w.message_id, w.said_at from stretch place cross join lateral (
        select n.* from message_words n
        where n.channel_id = place.id and n.seq > place.joined_version and n.seq < (place.nr + 1) * ${MESSAGES_PER_BLOCK} offset 0) w
      where not place.is_whole and w.words @@ place.asked and ${within}
    )`,
  );

/**
 * Builds the SQL in these steps: the channels that the viewer may read with the start of their history, the matches in
 * them, and the newest matches, each checked by the read rule of messages.
 */
class Statement {
  private readonly values: unknown[] = [];
  private readonly me: string;

  constructor(
    private readonly access: AccessService,
    private readonly search: MessageSearchParams,
  ) {
    this.me = this.bind(search.viewer.accountId);
  }

  text(found: (within: string) => string): { text: string; values: unknown[] } {
    const { viewer, limit } = this.search;
    const mayRead = this.access.condition(viewer, 'read', 'Message', this.place('it'));
    const text = `
      with place as materialized (${this.places()}), ${found(this.within())}
      select shown.*, f.said_at from (select * from found order by said_at desc, message_id desc) f
        cross join lateral (
          select ${messageViewColumns('s', this.me, this.isFolded('it.membership_id'))}
          from message it join message_shown s on s.id = it.id
          where it.id = f.message_id and it.deleted_at is null and ${mayRead} ${this.byAuthor()} limit 1) shown
      order by f.said_at desc, f.message_id desc limit ${this.bind(limit)}`;
    return { text, values: this.values };
  }

  private places(): string {
    const { viewer, query, channelId, authorId } = this.search;
    const asked = this.bind(query);
    const mayRead = this.access.condition(viewer, 'read', 'Channel', this.place('it'));
    const only = channelId ? `and it.id = ${this.bind(channelId)}` : '';
    return `
      select it.id, r.joined_version, it.last_version, ${asked}::text as query,
        (select m.created_at - ${UNSURE} from message m
          where m.channel_id = it.id and m.seq > r.joined_version order by m.seq limit 1) as since
      from channel_reader r join channel it on it.id = r.channel_id
      where r.account_id = ${this.me} and ${mayRead} ${only} ${authorId ? this.isKnown(authorId) : ''}`;
  }

  /**
   * In an ended conversation, the other person cannot be used as author filter if the viewer may no longer see their
   * profile.
   */
  private isKnown(authorId: string): string {
    const { viewer } = this.search;
    const mayRead = this.access.condition(viewer, 'read', 'Profile', this.place('p'));
    return `and (it.alliance_id is null or it.alliance_id <> all(${this.bind(viewer.pastAlliances.kept)})
      or exists (select from profile p where p.id = ${this.bind(authorId)}
        and (p.account_id = ${this.me} or ${mayRead})))`;
  }

  private within(): string {
    const { from, until, after } = this.search;
    return [
      'w.seq > place.joined_version',
      ...(from ? [`w.said_at >= ${this.bind(from)}`] : []),
      ...(until ? [`w.said_at < ${this.bind(until)}`] : []),
      ...(after
        ? [`(w.said_at, w.message_id) < (${this.bind(after[0])}, ${this.bind(after[1])}::uuid)`]
        : []),
    ].join(' and ');
  }

  private byAuthor(): string {
    const { authorId } = this.search;
    return authorId ? `and s.author_id = ${this.bind(authorId)}` : '';
  }

  /** SQL condition: the viewer blocked the author. */
  private isFolded(membershipId: string): string {
    return `exists (select from block b join membership m on m.id = ${membershipId}
      where b.blocker_id = ${this.me} and ${isCollapsedByBlockSql('b', 'm')})`;
  }

  private place = (alias: string) => ({ alias, bind: (value: unknown) => this.bind(value) });

  private bind(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}
