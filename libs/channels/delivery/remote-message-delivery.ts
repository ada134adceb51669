import { setTimeout as wait } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import type { MessageView } from '../messages/message.entity.js';
import {
  messageViewColumns,
  type MessageViewRow,
  toMessageFrame,
  toMessageView,
} from '../messages/message-view.js';
import { SealedMessagesService } from '../sealed/sealed-messages.service.js';

/** Polling interval. A lost Redis connection may go unnoticed, so every node polls PostgreSQL as well. */
const LOOK_EVERY_MS = 2_000;
const CHANNELS_AT_ONCE = 500;
/**
 * If a channel has more new changes than this, the node sends none of them and asks the watchers of the channel to
 * fetch the changes.
 */
const MOST_SENT = 100;
const FORGET_AFTER_MS = 60_000;
const MOST_NUMBER = 2 ** 31 - 1;

/** A channel that sockets of this node watch. All changes up to `upTo` were sent to them. */
interface Place {
  upTo: number;
  usedAt: number;
}

type FoundRow = MessageViewRow & {
  place_id: string;
  last_version: number;
  later_readers: string[];
};

/**
 * Delivers messages posted on other nodes to the sockets of this node. A Redis wake-up, or polling every two seconds,
 * tells which channels have changes. The node reads the rows after the last number that it sent, so each change is sent
 * once and in order.
 */
@Injectable()
export class RemoteMessageDelivery implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly places = new Map<string, Place>();
  private readonly due = new Set<string>();
  private readonly closing = new AbortController();
  private reading: Promise<void> | undefined;
  private underWay: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: Database,
    private readonly realtime: RealtimeService,
    private readonly clock: Clock,
    private readonly sealed: SealedMessagesService,
  ) {}

  onApplicationBootstrap() {
    if (!this.realtime.hasOtherNodes) return;
    this.realtime.onWake('channel', (id) => void this.read([id]));
    void this.keepLooking();
  }

  async beforeApplicationShutdown() {
    this.closing.abort();
    await this.reading;
  }

  /**
   * Call before a socket joins the room of a channel, so that the socket misses no later change. A read in progress may
   * contain messages from before the account joined, so its messages are sent before the socket joins.
   */
  async begin(channelId: string): Promise<void> {
    if (!this.realtime.hasOtherNodes) return;
    await this.underWay;
    const known = this.places.get(channelId);
    if (known) return void (known.usedAt = performance.now());
    const [row] = await this.db.named<{ last_version: number }>(
      'channel-last-version',
      'select last_version from channel where id = $1',
      [channelId],
    );
    if (!row || this.places.has(channelId)) return;
    this.places.set(channelId, { upTo: row.last_version, usedAt: performance.now() });
  }

  /**
   * Returns whether a change made on this node is the next change to send to its sockets. Returns false if the change
   * was already read from PostgreSQL, or if an earlier change of another node is missing. The node then reads both
   * changes and sends them in order.
   */
  isNext(channelId: string, version: number): boolean {
    if (!this.realtime.hasOtherNodes) return true;
    this.realtime.wake({ key: 'channel', id: channelId });
    const place = this.places.get(channelId);
    if (!place) return false; // No socket of this node watches the channel.
    if (version > place.upTo + 1) void this.read([channelId]);
    if (version !== place.upTo + 1) return false;
    place.upTo = version;
    return true;
  }

  /** Reads the new changes of all channels that sockets of this node watch. */
  look(): Promise<void> {
    const now = performance.now();
    const watched = this.realtime.watchedHere('channel');
    for (const id of watched) {
      const place = this.places.get(id);
      if (place) place.usedAt = now;
    }
    for (const [id, { usedAt }] of this.places) {
      if (now - usedAt > FORGET_AFTER_MS) this.places.delete(id);
    }
    return this.read(watched);
  }

  private async keepLooking(): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      await wait(LOOK_EVERY_MS, undefined, { ref: false, signal }).catch(() => undefined);
      await this.look();
    }
  }

  /**
   * Reads the changes of these channels. Channels that are requested while a statement runs are read by the next
   * statement. If a statement fails, the next poll reads its changes.
   */
  private read(channelIds: readonly string[]): Promise<void> {
    for (const id of channelIds) if (this.places.has(id)) this.due.add(id);
    this.reading ??= this.db
      .outside(() => this.readAll())
      .catch(() => undefined)
      .finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async readAll(): Promise<void> {
    await Promise.resolve(); // Lets all requests of this tick join one statement.
    while (this.due.size > 0) {
      const ids = [...this.due].slice(0, CHANNELS_AT_ONCE);
      for (const id of ids) this.due.delete(id);
      const telling = this.tellAll(ids);
      this.underWay = telling.catch(() => undefined);
      await telling;
    }
  }

  /** Channels without sealed texts do not wait for those with them. */
  private async tellAll(channelIds: readonly string[]): Promise<void> {
    const rows = await this.find(channelIds);
    const isSealed = (row: FoundRow) => row.id !== null && row.sealed_as !== null;
    const byChannel = Map.groupBy(rows, (row) => row.place_id);
    const sealed = [...byChannel].filter(([, found]) => found.some(isSealed));
    for (const [id] of sealed) byChannel.delete(id);
    const plain = rows.filter((row) => row.id !== null && byChannel.has(row.place_id));
    this.tellEach([...byChannel], plain.map(toMessageView));
    // Opens sealed texts before the first message is sent: a place moves on in the same tick in which its rows are sent.
    const inThreads = sealed.flatMap(([, found]) => found);
    this.tellEach(sealed, await this.sealed.viewsOf(inThreads));
  }

  private tellEach(
    channels: readonly (readonly [string, readonly FoundRow[]])[],
    views: readonly MessageView[],
  ): void {
    const byId = new Map(views.map((view) => [view.id, view]));
    for (const [id, found] of channels) this.tell(id, found, byId);
  }

  private tell(
    channelId: string,
    rows: readonly FoundRow[],
    views: ReadonlyMap<string, MessageView>,
  ): void {
    const place = this.places.get(channelId);
    if (!place) return;
    const fresh = rows.filter((row) => row.id !== null && row.version > place.upTo);
    place.upTo = Math.max(place.upTo, rows[0]!.last_version);
    if (rows.length > MOST_SENT) {
      return this.realtime.tellWatchersHere({ subject: 'channel', id: channelId });
    }
    for (const row of fresh) {
      const view = views.get(row.id);
      if (view) this.realtime.send('channel', channelId, toMessageFrame(view), row.later_readers);
    }
  }

  /**
   * Returns the new rows of each channel that has changes, each with the readers whose history begins after that
   * message.
   */
  private find(channelIds: readonly string[]): Promise<FoundRow[]> {
    const text = `
      select c.id as place_id, c.last_version, m.* from unnest($1::uuid[], $2::int[]) as place (id, up_to)
      join channel c on c.id = place.id and c.last_version > place.up_to
      left join lateral (
        select ${messageViewColumns('s', 'null')}, array(
          select r.account_id from channel_reader r
          where r.channel_id = s.channel_id and r.joined_version >= s.seq) as later_readers
        from message_shown s where s.channel_id = c.id and s.version > place.up_to and s.expires_at > $3
        order by s.version limit ${MOST_SENT + 1}
      ) m on true`;
    const numbers = channelIds.map((id) => this.places.get(id)?.upTo ?? MOST_NUMBER);
    return this.db.named<FoundRow>('channels-elsewhere', text, [
      channelIds,
      numbers,
      this.clock.now(),
    ]);
  }
}
