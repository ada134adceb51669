import { setTimeout as wait } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { shownColumns, type ShownRow, toFrame, toShown } from '../messages/shown.js';

/** Redis may be lost and nobody knows it, so PostgreSQL is asked all the same. */
const LOOK_EVERY_MS = 2_000;
const CHANNELS_AT_ONCE = 500;
/** More than this of one channel is not sent: whoever watches it is told to ask. */
const MOST_SENT = 100;
const FORGET_AFTER_MS = 60_000;
const MOST_NUMBER = 2 ** 31 - 1;

/** A channel that sockets of this node watch: they were told every change up to this number. */
interface Place {
  upTo: number;
  usedAt: number;
}

type FoundRow = ShownRow & { place_id: string; last_version: number; later_readers: string[] };

/**
 * What is said in channels at other nodes, for the sockets of this one. A wake, or the look every two seconds, says where
 * to read; what is read are the rows after the last number that was told here, so nothing is doubled and all is in order.
 */
@Injectable()
export class Elsewhere implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly places = new Map<string, Place>();
  private readonly due = new Set<string>();
  private readonly closing = new AbortController();
  private reading: Promise<void> | undefined;
  private underWay: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: Database,
    private readonly realtime: RealtimeService,
    private readonly clock: Clock,
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
   * Before a socket enters the room of a channel: from here on nothing is left out. What is being read now may be from
   * before its account joined, so that goes out first.
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
   * Whether this change, made here, is the next that this node's sockets are to be told. One that was read already is
   * not; one that is ahead of what another node said is read together with that, in order.
   */
  isNext(channelId: string, version: number): boolean {
    if (!this.realtime.hasOtherNodes) return true;
    this.realtime.wake({ key: 'channel', id: channelId });
    const place = this.places.get(channelId);
    if (!place) return false; // nobody watches it here
    if (version > place.upTo + 1) void this.read([channelId]);
    if (version !== place.upTo + 1) return false;
    place.upTo = version;
    return true;
  }

  /** Reads what is new in all that is watched here. */
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

  /** What comes while a statement is under way goes with the next. What fails is found by the next look. */
  private read(channelIds: readonly string[]): Promise<void> {
    for (const id of channelIds) if (this.places.has(id)) this.due.add(id);
    this.reading ??= this.db
      .outside(() => this.readAll())
      .catch(() => undefined)
      .finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async readAll(): Promise<void> {
    await Promise.resolve(); // so that what is due in the same breath is read together
    while (this.due.size > 0) {
      const ids = [...this.due].slice(0, CHANNELS_AT_ONCE);
      for (const id of ids) this.due.delete(id);
      const telling = this.tellAll(ids);
      this.underWay = telling.catch(() => undefined);
      await telling;
    }
  }

  private async tellAll(channelIds: readonly string[]): Promise<void> {
    const found = Map.groupBy(await this.find(channelIds), (row) => row.place_id);
    for (const [id, rows] of found) this.tell(id, rows);
  }

  private tell(channelId: string, rows: readonly FoundRow[]): void {
    const place = this.places.get(channelId);
    if (!place) return;
    const fresh = rows.filter((row) => row.id !== null && row.version > place.upTo);
    place.upTo = Math.max(place.upTo, rows[0]!.last_version);
    if (rows.length > MOST_SENT) {
      return this.realtime.tellWatchersHere({ subject: 'channel', id: channelId });
    }
    for (const row of fresh) {
      this.realtime.send('channel', channelId, toFrame(toShown(row)), row.later_readers);
    }
  }

  /** Of each channel that has a later number: its rows, each with those whose history begins after it. */
  private find(channelIds: readonly string[]): Promise<FoundRow[]> {
    const text = `
      select c.id as place_id, c.last_version, m.* from unnest($1::uuid[], $2::int[]) as place (id, up_to)
      join channel c on c.id = place.id and c.last_version > place.up_to
      left join lateral (
        select ${shownColumns('s', 'null')}, array(
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
