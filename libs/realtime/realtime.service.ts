import { Injectable } from '@nestjs/common';
import type { Server } from 'socket.io';
import { Line } from './line.js';
import { Listeners } from './listeners.js';
import { Nodes } from './nodes.service.js';
import { Watching } from './watching.js';

/** A small notice that something changed; the data is asked for over GraphQL. */
export interface News {
  readonly subject: string;
  readonly id: string;
}

/** What is watched: `{ key: 'channel', id }`. */
export interface Room {
  readonly key: string;
  readonly id: string;
}

/** Frames that wait for the line at most; beyond it the sockets are dropped, and catch up when they come back. */
const MOST_HELD = 10_000;

/** What features use: rooms to watch, news to tell, messages to send, rights to ask again. */
@Injectable()
export class RealtimeService {
  private server: Server | undefined;
  private held: (() => void)[] = [];

  constructor(
    private readonly line: Line,
    private readonly listeners: Listeners,
    private readonly nodes: Nodes,
    private readonly watching: Watching,
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
    this.listeners.attach(server);
    this.line.listen({
      onWord: (word) => this.nodes.hear(word),
      onLost: () => this.drop(),
      onSure: () => this.release(),
      onBack: () => this.nodes.rereadAll(),
    });
  }

  /** Lets clients `watch {<key>: id}` whatever of `subject` the policy allows them to do `action` to. Called at start. */
  watchable(key: string, subject: string, action = 'read'): void {
    this.watching.allow(key, subject, action);
  }

  /**
   * Tells every open socket of these accounts, but for those that watch `unlessWatching` and heard of it there. Whoever
   * calls has asked the policy for each account: a notification is a read.
   */
  tell(accountIds: readonly string[], news: News, unlessWatching?: Room): void {
    if (accountIds.length === 0) return;
    const rooms = accountIds.map((id) => `account:${id}`);
    const except = unlessWatching ? `${unlessWatching.key}:${unlessWatching.id}` : [];
    this.whenSure(() => {
      this.server?.to(rooms).except(except).emit('news', news);
    });
  }

  /** Sends a message to everybody who watches this room, but for the accounts that may not read this one. */
  send(key: string, id: string, message: object, exceptAccountIds: readonly string[] = []): void {
    this.whenSure(() => {
      const except = exceptAccountIds.map((accountId) => `account:${accountId}`);
      this.server?.to(`${key}:${id}`).except(except).emit('message', message);
    });
  }

  /** Tells every socket that watches what the news is of. Whoever is in the room may read it: the policy said so. */
  tellWatchers(news: News): void {
    this.whenSure(() => {
      this.server?.to(`${news.subject}:${news.id}`).emit('news', news);
    });
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

  /** Nothing goes out while a revocation of another node might not have been heard. Rooms count when it goes, not before. */
  private whenSure(emit: () => void): void {
    if (this.line.isSure && this.held.length === 0) return emit();
    if (!this.line.isOpen) return; // there is no socket
    this.held.push(emit);
    if (this.held.length > MOST_HELD) this.drop();
  }

  private release(): void {
    const held = this.held;
    this.held = [];
    for (const emit of held) emit();
  }

  private drop(): void {
    this.held = [];
    this.listeners.dropAll();
  }
}
