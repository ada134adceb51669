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

/** What features use: rooms to watch, news to tell, messages to send, rights to ask again. */
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

  /** Something that every node keeps in memory, and how it is read again. Called at start. */
  keeps(what: string, reread: () => Promise<void>): void {
    this.nodes.keeps(what, reread);
  }

  /** Has every node read it again; resolves when those that live have. */
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

  /** Whether sockets may be at other nodes, too. */
  get hasOtherNodes(): boolean {
    return this.wakes.isOn;
  }

  /**
   * Lets clients `watch {<key>: id}` whatever of `subject` the policy allows them to do `action` to. Called at start.
   * `before` is waited for before a socket that may enters the room.
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
   * Tells every open socket of these accounts, but for those that watch `unlessWatching` and heard of it there. Whoever
   * calls has asked the policy for each account: a notification is a read. Whoever asked some time ago gives the `mark`
   * of then: who lost rights since is not told.
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

  /** A mark of now. */
  mark(): number {
    return this.outgoing.mark;
  }

  /** Tells every socket that watches what the news is of. Whoever is in the room may read it: the policy said so. */
  tellWatchers(news: News): void {
    this.tellEverywhere({ room: nameOf({ key: news.subject, id: news.id }) }, news);
  }

  /** As `tellWatchers`, where each node finds out by itself. */
  tellWatchersHere(news: News): void {
    this.tellHere({ room: nameOf({ key: news.subject, id: news.id }) }, news);
  }

  /**
   * Sends a message to everybody who watches this room at this node, but for the accounts that may not read this one.
   * What a message says goes from PostgreSQL to a socket, and by no other way.
   */
  send(key: string, id: string, message: Message, exceptAccountIds: readonly string[] = []): void {
    this.outgoing.send(nameOf({ key, id }), message, exceptAccountIds);
  }

  /** Tells other nodes that this room has something new, which they may read. It may get lost. */
  wake(room: Room): void {
    this.wakes.say(nameOf(room));
  }

  /** Calls `work` when another node has something new in a room of this key. Called at start. */
  onWake(key: string, work: (id: string) => void): void {
    this.woken.set(key, work);
  }

  /** The ids of rooms of this key in which a socket of this node is. */
  watchedHere(key: string): string[] {
    const rooms = [...(this.server?.of('/').adapter.rooms.keys() ?? [])];
    return rooms
      .filter((room) => room.startsWith(`${key}:`))
      .map((room) => room.slice(key.length + 1));
  }

  /**
   * Asks the policy again for everybody who watches this, on every node, for what it says of them changed. Whoever may
   * no longer watch leaves; with `isTold` they hear news of it, to ask once more. Resolves when they are out.
   */
  recheckRoom({ key, id }: Room, isTold: boolean): Promise<void> {
    return this.nodes.carry({ kind: 'room', room: `${key}:${id}`, isTold });
  }

  /** Asks the policy again for everything that this account watches, on every node. Resolves when none sends the old. */
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
