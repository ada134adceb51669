import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Invalid, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { FormerAlliesService } from '../conversations/former-allies.service.js';
import type { MessagePage } from '../messages/message.entity.js';
import type { RetentionShortening } from '../message-retention/channel-retention.js';
import { messageViewColumns, type MessageViewRow } from '../messages/message-view.js';
import { SealedMessagesService } from '../sealed/sealed-messages.service.js';

/** A message row; each row also contains the columns of the channel. */
type PlaceRow = MessageViewRow & {
  last_version: number;
  joined_version: number;
  /** Null if there are no shortenings, which is the usual case. */
  shortenings: RetentionShortening[] | null;
};

interface Stretch {
  readonly before?: number | null | undefined;
  readonly first?: number | null | undefined;
  /** Omitted for the general feed. */
  readonly topicId?: string | null | undefined;
}

/** The part of a channel to read: the feed, the number to start from, and the maximum number of messages. */
interface Cut {
  readonly channelId: string;
  readonly topicId: string | null;
  readonly edge: number;
  readonly size: number;
}

const PAGE = 50;
const MAX_PAGE = 100;
const NO_LIMIT = 2_147_483_647;

/** Reads pages of a channel's history, and the changes after a number. Each is one prepared statement. */
@Injectable()
export class MessageHistoryService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly former: FormerAlliesService,
    private readonly sealed: SealedMessagesService,
  ) {}

  /**
   * Returns the last `first` messages of a feed, before the number `before` if given. Stops where the viewer's history
   * begins.
   */
  async before(
    viewer: Viewer,
    channelId: string,
    { before, first, topicId = null }: Stretch,
  ): Promise<MessagePage> {
    const size = sizeOf(first);
    const cut = { channelId, topicId, edge: before ?? NO_LIMIT, size };
    const rows = await this.read(viewer, cut, (s, topic) => ({
      where: `${topic ? `${s}.topic_id = ${topic}` : `${s}.topic_id is null`}
        and ${s}.seq > place.joined_version and ${s}.seq < $3`,
      order: `${s}.seq desc`,
    }));
    const { found, lastVersion, ...known } = split(rows);
    const shown = await this.sealed.viewsOf(found.slice(0, size).reverse());
    const items = await this.former.signed(viewer, channelId, shown);
    return { items, hasMore: found.length > size, upTo: lastVersion, ...known };
  }

  /** Returns the changes after the number `after` in ascending order, and the number up to which they are complete. */
  async changes(viewer: Viewer, channelId: string, after: number): Promise<MessagePage> {
    if (after < 0) throw new Invalid('input', { after: 'range' });
    const cut = { channelId, topicId: null, edge: after, size: MAX_PAGE };
    const rows = await this.read(viewer, cut, (s) => ({
      where: `${s}.version > $3 and ${s}.seq > place.joined_version`,
      order: `${s}.version`,
    }));
    const { found, lastVersion, ...known } = split(rows);
    const shown = await this.sealed.viewsOf(found.slice(0, MAX_PAGE));
    const items = await this.former.signed(viewer, channelId, shown);
    const hasMore = found.length > MAX_PAGE;
    return { items, hasMore, upTo: hasMore ? items.at(-1)!.version : lastVersion, ...known };
  }

  /**
   * Throws NotFound if the query returns no row: the viewer may not read the channel, or the topic is not in the
   * channel. One row without a message means an empty result.
   */
  private async read(
    viewer: Viewer,
    { channelId, topicId, edge, size }: Cut,
    part: (alias: string, topic: string | null) => { where: string; order: string },
  ): Promise<PlaceRow[]> {
    if (!isId(channelId) || !isId(topicId ?? channelId)) throw new NotFound();
    await this.sealed.beforeRead(viewer, channelId);
    const values: unknown[] = [channelId, viewer.accountId, edge, size + 1, viewer.at];
    const bind = (value: unknown) => `$${values.push(value)}`;
    const mayRead = this.access.condition(viewer, 'read', 'Channel', { alias: 'it', bind });
    const topic = topicId === null ? null : bind(topicId);
    const isThere = topic
      ? `and exists (select from topic t where t.id = ${topic} and t.channel_id = it.id)`
      : '';
    const { where, order } = part('s', topic);
    const text = `
      with place as (
        select it.id, it.last_version, it.shortenings, r.joined_version
        from channel it join channel_reader r on r.channel_id = it.id and r.account_id = $2
        where it.id = $1 and ${mayRead} ${isThere}
      )
      select place.last_version, place.joined_version, nullif(place.shortenings, '[]') as shortenings, m.*
      from place left join lateral (
        select ${messageViewColumns('s', '$2')} from message_shown s
        where s.channel_id = place.id and s.expires_at > $5 and ${where} order by ${order} limit $4
      ) m on true`;
    const rows = await this.db.prepared<PlaceRow>(text, values);
    if (rows.length === 0) throw new NotFound();
    return rows;
  }
}

function sizeOf(first: number | null | undefined): number {
  if (first === null || first === undefined) return PAGE;
  if (first < 1) throw new Invalid('page.size', { first: 'range' });
  return Math.min(first, MAX_PAGE);
}

function split(rows: PlaceRow[]) {
  const { last_version: lastVersion, joined_version: from, shortenings } = rows[0]!;
  const found = rows.filter((row) => row.id !== null);
  return { found, lastVersion, from, shortenings: shortenings ?? [] };
}
