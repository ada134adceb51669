import { Injectable } from '@nestjs/common';
import type { Server } from 'socket.io';
import { Abroad } from './abroad.js';
import { Line } from './line.js';
import { Nodes } from './nodes.service.js';
import { type Message, Outgoing } from './outgoing.js';
import { Wakes } from './wakes.js';
import { Watching } from './watching.js';
import { type Audience, nameOf, type News, parse, type Room } from './words.js';

export type { News, Room };

/** The interface for features: watchable rooms, change notices, broadcasts and revocations. */
@Injectable()
export class RealtimeService {
  private server: Server | undefined;
  private readonly woken = new Map<string, (id: string) => void>();

  constructor(
    private readonly line: Line,
    private readonly nodes: Nodes,
    private readonly outgoing: Outgoing,
    private readonly watching: Watching,
    private readonly abroad: Abroad,
    private readonly wakes: Wakes,
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
    this.outgoing.attach(server);
    this.line.listen({
      onWord: (word) => this.hear(word),
      onLost: () => this.outgoing.drop(),
      onSure: () => this.outgoing.release(),
      onBack: () => this.nodes.rereadAll(),
    });
    this.wakes.listen((rooms) => this.wakeHere(rooms));
  }

  /** Whether other nodes may have sockets. */
  get hasOtherNodes(): boolean {
    return this.wakes.isOn;
  }

  /**
   * Lets clients `watch {<key>: id}` if the policy allows them `action` on the `subject`. Call at startup. `before` is
   * awaited before an allowed socket joins the room.
   */
  watchable(
    key: string,
    subject: string,
    action = 'read',
    before?: (id: string) => Promise<void>,
  ): void {
    this.watching.allow(key, { subject, action, before });
  }

  /**
   * Sends a change notice to every open socket of these accounts, except sockets that watch the room `unlessWatching`.
   * The caller must have checked the policy for each account, because a notice counts as reading. If that was some time
   * ago, pass the `mark` of then: accounts whose rights were revoked since are skipped.
   */
  tell(
    accountIds: readonly string[],
    news: News,
    unlessWatching?: Room,
    since = this.mark(),
  ): void {
    if (accountIds.length === 0) return;
    const to = unlessWatching ? { accountIds, except: nameOf(unlessWatching) } : { accountIds };
    this.tellEverywhere(to, news, since);
  }

  /** Returns the current revocation counter. */
  mark(): number {
    return this.outgoing.mark;
  }

  /**
   * Sends a change notice to every socket that watches its subject, on all nodes. They may read it, because the policy
   * admitted them to the room.
   */
  tellWatchers(news: News): void {
    this.tellEverywhere({ room: nameOf({ key: news.subject, id: news.id }) }, news);
  }

  /** Like `tellWatchers`, for this node only, if each node detects the change itself. */
  tellWatchersHere(news: News): void {
    this.tellHere({ room: nameOf({ key: news.subject, id: news.id }) }, news);
  }

  /**
   * Broadcasts a message to the sockets of this node that watch the room, except those of accounts that may not read
   * it. Message content goes only from PostgreSQL to a socket, never between nodes.
   */
  send(key: string, id: string, message: Message, exceptAccountIds: readonly string[] = []): void {
    this.outgoing.send(nameOf({ key, id }), message, exceptAccountIds);
  }

  /** Signals to other nodes that a room has changes to fetch. Best effort. */
  wake(room: Room): void {
    this.wakes.say(nameOf(room));
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

  private hear(text: string): void {
    const word = parse(text);
    if (!word || word.from === this.line.nodeId) return;
    if (word.kind === 'news') this.tellHere(word.to, word.news);
    else this.nodes.hear(word);
  }

  private wakeHere(rooms: readonly string[]): void {
    for (const room of rooms) {
      const at = room.indexOf(':');
      this.woken.get(room.slice(0, at))?.(room.slice(at + 1));
    }
  }

  private tellEverywhere(to: Audience, news: News, since = this.mark()): void {
    this.outgoing.tell({ to, news, since });
    this.abroad.tell({ to, news, since });
  }

  private tellHere(to: Audience, news: News): void {
    this.outgoing.tell({ to, news, since: this.mark() });
  }
}
