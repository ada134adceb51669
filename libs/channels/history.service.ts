import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Invalid, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { FormerAllies } from './former-allies.service.js';
import type { MessagePage } from './message.entity.js';
import { shownColumns, type ShownRow, toShown } from './shown.js';

type PlaceRow = ShownRow & { last_version: number; joined_version: number };

const PAGE = 50;
const MAX_PAGE = 100;
const NO_LIMIT = 2_147_483_647;

/** Reads a channel: back through its history, and what changed since a number. One prepared statement each. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly former: FormerAllies,
  ) {}

  /** The `first` messages before a seq (or the last ones), as far back as the viewer's history reaches. */
  async before(
    viewer: Viewer,
    channelId: string,
    before?: number | null,
    first?: number | null,
  ): Promise<MessagePage> {
    const size = sizeOf(first);
    const rows = await this.read(viewer, channelId, before ?? NO_LIMIT, size, (s) => ({
      where: `${s}.seq > place.joined_version and ${s}.seq < $3`,
      order: `${s}.seq desc`,
    }));
    const { found, lastVersion, from } = split(rows);
    const shown = found.slice(0, size).reverse().map(toShown);
    const items = await this.former.signed(viewer, channelId, shown);
    return { items, hasMore: found.length > size, upTo: lastVersion, from };
  }

  /** What has a later number than `after`, in the order of numbers, and up to where everything is known then. */
  async changes(viewer: Viewer, channelId: string, after: number): Promise<MessagePage> {
    if (after < 0) throw new Invalid('input', { after: 'range' });
    const rows = await this.read(viewer, channelId, after, MAX_PAGE, (s) => ({
      where: `${s}.version > $3 and ${s}.seq > place.joined_version`,
      order: `${s}.version`,
    }));
    const { found, lastVersion, from } = split(rows);
    const shown = found.slice(0, MAX_PAGE).map(toShown);
    const items = await this.former.signed(viewer, channelId, shown);
    const hasMore = found.length > MAX_PAGE;
    return { items, hasMore, upTo: hasMore ? items.at(-1)!.version : lastVersion, from };
  }

  /** No row: the channel is not there for this viewer. One row without a message: it is, and has nothing to show. */
  private async read(
    viewer: Viewer,
    channelId: string,
    edge: number,
    size: number,
    part: (alias: string) => { where: string; order: string },
  ): Promise<PlaceRow[]> {
    if (!isId(channelId)) throw new NotFound();
    const values: unknown[] = [channelId, viewer.accountId, edge, size + 1];
    const bind = (value: unknown) => `$${values.push(value)}`;
    const mayRead = this.access.condition(viewer, 'read', 'Channel', { alias: 'it', bind });
    const { where, order } = part('s');
    const text = `
      with place as (
        select it.id, it.last_version, r.joined_version
        from channel it join channel_reader r on r.channel_id = it.id and r.account_id = $2
        where it.id = $1 and ${mayRead}
      )
      select place.last_version, place.joined_version, m.* from place left join lateral (
        select ${shownColumns('s', '$2')} from message_shown s
        where s.channel_id = place.id and ${where} order by ${order} limit $4
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

const split = (rows: PlaceRow[]) => ({
  found: rows.filter((row) => row.id !== null),
  lastVersion: rows[0]!.last_version,
  from: rows[0]!.joined_version,
});
