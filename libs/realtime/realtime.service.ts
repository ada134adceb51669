import { Injectable } from '@nestjs/common';
import type { Server } from 'socket.io';
import type { Viewer } from '#policy/viewer.js';
import { RemoteNotices } from './remote-notices.js';
import { PgNotifyBus } from './pg-notify-bus.js';
import { NodeCommandsService } from './node-commands.service.js';
import { type BroadcastMessage, BroadcastQueue } from './broadcast-queue.js';
import { RedisWakeup } from './redis-wakeup.js';
import { RoomSubscriptions } from './room-subscriptions.js';
import {
  type NoticeRecipients,
  roomName,
  type ChangeNotice,
  parseBusMessage,
  type Room,
} from './bus-messages.js';

export type { ChangeNotice as News, Room };

/** The interface for features: watchable rooms, change notices, broadcasts and revocations. */
@Injectable()
export class RealtimeService {
  private server: Server | undefined;
  private readonly woken = new Map<string, (id: string) => void>();

  constructor(
    private readonly bus: PgNotifyBus,
    private readonly nodes: NodeCommandsService,
    private readonly broadcasts: BroadcastQueue,
    private readonly subscriptions: RoomSubscriptions,
    private readonly remoteNotices: RemoteNotices,
    private readonly redisWakeup: RedisWakeup,
  ) {}

  /** Registers a cache that every node holds in memory, and how to reload it. Call at startup. */
  keeps(what: string, reread: () => Promise<void>): void {
    this.nodes.keeps(what, reread);
  }

  /** Makes every node reload a cache. Resolves when all live nodes have done so. */
  changed(what: string): Promise<void> {
    return this.nodes.carry({ kind: 'kept', what });
  }

  attach(server: Server): void {
    this.server = server;
    this.broadcasts.attach(server);
    this.bus.listen({
      onWord: (word) => this.hear(word),
      onLost: () => this.broadcasts.drop(),
      onSure: () => this.broadcasts.release(),
      onBack: () => this.nodes.rereadAll(),
    });
    this.redisWakeup.listen((rooms) => this.wakeHere(rooms));
  }

  /** Whether other nodes may have sockets. */
  get hasOtherNodes(): boolean {
    return this.redisWakeup.isOn;
  }

  /**
   * Lets clients `watch {<key>: id}` if the policy allows them `action` on the `subject`. Call at startup. `before` is
   * awaited before an allowed socket joins the room.
   */
  watchable(
    key: string,
    subject: string,
    action = 'read',
    before?: (id: string, viewer: Viewer) => Promise<void>,
  ): void {
    this.subscriptions.allow(key, { subject, action, before });
  }

  /**
   * Sends a change notice to every open socket of these accounts, except sockets that watch the room `unlessWatching`.
   * The caller must have checked the policy for each account, because a notice counts as reading. If the check may be
   * outdated, read `mark` before the check and pass it: accounts whose rights were revoked since then are skipped.
   */
  tell(
    accountIds: readonly string[],
    news: ChangeNotice,
    unlessWatching?: Room,
    since = this.mark(),
  ): void {
    if (accountIds.length === 0) return;
    const to = unlessWatching ? { accountIds, except: roomName(unlessWatching) } : { accountIds };
    this.tellEverywhere(to, news, since);
  }

  /** Returns the current revocation counter. */
  mark(): number {
    return this.broadcasts.mark;
  }

  /**
   * Sends a change notice to every socket that watches its subject, on all nodes. These sockets may read it, because
   * the policy admitted them to the room.
   */
  tellWatchers(news: ChangeNotice): void {
    this.tellEverywhere({ room: roomName({ key: news.subject, id: news.id }) }, news);
  }

  /** Like `tellWatchers`, but only for sockets of this node. Use this for changes that each node detects itself. */
  tellWatchersHere(news: ChangeNotice): void {
    this.tellHere({ room: roomName({ key: news.subject, id: news.id }) }, news);
  }

  /**
   * Broadcasts a message to the sockets of this node that watch the room, except those of accounts that may not read
   * it. Message content goes only from PostgreSQL to a socket, never between nodes.
   */
  send(
    key: string,
    id: string,
    message: BroadcastMessage,
    exceptAccountIds: readonly string[] = [],
  ): void {
    this.broadcasts.send(roomName({ key, id }), message, exceptAccountIds);
  }

  /** Signals to other nodes that a room has changes to fetch. Best effort. */
  wake(room: Room): void {
    this.redisWakeup.say(roomName(room));
  }

  /** Registers the callback for changes that other nodes signal in rooms of this key. Call at startup. */
  onWake(key: string, work: (id: string) => void): void {
    this.woken.set(key, work);
  }

  /** Returns the ids of rooms of this key that have a socket on this node. */
  watchedHere(key: string): string[] {
    const rooms = [...(this.server?.of('/').adapter.rooms.keys() ?? [])];
    return rooms
      .filter((room) => room.startsWith(`${key}:`))
      .map((room) => room.slice(key.length + 1));
  }

  /**
   * Checks the policy again for everyone who watches the room, on every node. Sockets that may no longer watch leave
   * it; with `isTold` they get a change notice, so that they reload. Resolves when they have left.
   */
  recheckRoom({ key, id }: Room, isTold: boolean): Promise<void> {
    return this.nodes.carry({ kind: 'room', room: `${key}:${id}`, isTold });
  }

  /**
   * Checks the policy again for every room that this account watches, on every node. Resolves when no node sends what
   * the account may no longer read.
   */
  recheck(accountId: string): Promise<void> {
    return this.nodes.carry({ kind: 'rights', accountId });
  }

  recheckAll(accountIds: readonly string[]): Promise<void> {
    return this.nodes.carry({ kind: 'allRights', accountIds });
  }

  private hear(text: string): void {
    const word = parseBusMessage(text);
    if (!word || word.from === this.bus.nodeId) return;
    if (word.kind === 'news') this.tellHere(word.to, word.news);
    else this.nodes.hear(word);
  }

  private wakeHere(rooms: readonly string[]): void {
    for (const room of rooms) {
      const at = room.indexOf(':');
      this.woken.get(room.slice(0, at))?.(room.slice(at + 1));
    }
  }

  private tellEverywhere(to: NoticeRecipients, news: ChangeNotice, since = this.mark()): void {
    this.broadcasts.tell({ to, news, since });
    this.remoteNotices.tell({ to, news, since });
  }

  private tellHere(to: NoticeRecipients, news: ChangeNotice): void {
    this.broadcasts.tell({ to, news, since: this.mark() });
  }
}
