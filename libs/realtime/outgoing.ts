import { Injectable } from '@nestjs/common';
import type { Server } from 'socket.io';
import { Line } from './line.js';
import { Listeners } from './listeners.js';

/** So long a room rests after a message went: what comes meanwhile goes together, in one write for each socket (ADR 28). */
const REST_MS = 100;
/** What waits for the line at most; beyond it the sockets are dropped, and catch up when they come back. */
const MOST_WAITING = 10_000;

export interface Message {
  readonly id: string;
}
interface Waiting {
  readonly message: Message;
  /** Rooms whose sockets do not get it. */
  readonly except: Set<string>;
}

/**
 * What goes out to sockets, and when: nothing while a revocation of another node might not have been heard. Of messages
 * that follow each other in one room the first goes at once, and the next ones together. Neither whoever left before a
 * message goes gets it, nor whoever came after it was sent.
 */
@Injectable()
export class Outgoing {
  private server: Server | undefined;
  /** By room, and by the id of the message. */
  private readonly waiting = new Map<string, Map<string, Waiting>>();
  private news: (() => void)[] = [];
  /** When something went last, by the sockets of a room: a room without any is forgotten. */
  private readonly wentAt = new WeakMap<ReadonlySet<string>, number>();

  constructor(
    private readonly line: Line,
    private readonly listeners: Listeners,
  ) {}

  attach(server: Server): void {
    this.server = server;
    this.listeners.attach(server);
  }

  /** To whoever is in the room now. A later version of a message takes the place of one that still waits. */
  send(room: string, message: Message, exceptAccountIds: readonly string[]): void {
    const sockets = this.socketsOf(room);
    if (!this.line.isOpen || !sockets) return;
    const except = new Set(exceptAccountIds.map((accountId) => `account:${accountId}`));
    const waiting = this.waiting.get(room);
    if (waiting) return this.wait(waiting, { message, except });
    this.waiting.set(room, new Map([[message.id, { message, except }]]));
    const rest = (this.wentAt.get(sockets) ?? -Infinity) + REST_MS - performance.now();
    if (rest > 0) setTimeout(() => this.go(room), rest).unref();
    else this.go(room);
  }

  /** Does at once, or when the line is sure, what tells news to whoever is there then. */
  tell(go: () => void): void {
    if (this.line.isSure) return go();
    if (!this.line.isOpen) return; // there is no socket
    this.news.push(go);
    if (this.news.length > MOST_WAITING) this.drop();
  }

  /** Call before a socket enters a room in which it is not. */
  enters(room: string, socketId: string): void {
    for (const { except } of this.waiting.get(room)?.values() ?? []) except.add(socketId);
  }

  /** The line is sure again. */
  release(): void {
    for (const go of this.news.splice(0)) go();
    for (const room of this.waiting.keys()) this.go(room);
  }

  /** Hangs up on everybody, and forgets what they will ask for. */
  drop(): void {
    this.news = [];
    this.waiting.clear();
    this.listeners.dropAll();
  }

  private wait(waiting: Map<string, Waiting>, one: Waiting): void {
    waiting.delete(one.message.id);
    waiting.set(one.message.id, one);
    if (waiting.size > MOST_WAITING) this.drop();
  }

  private go(room: string): void {
    if (!this.line.isSure) return; // until it is
    const waiting = [...(this.waiting.get(room)?.values() ?? [])];
    this.waiting.delete(room);
    for (const each of alike(waiting)) {
      const messages = each.map(({ message }) => message);
      this.server!.to(room)
        .except([...each[0]!.except])
        .emit('message', ...messages);
    }
    const sockets = this.socketsOf(room);
    if (sockets) this.wentAt.set(sockets, performance.now());
  }

  private socketsOf(room: string): ReadonlySet<string> | undefined {
    return this.server?.of('/').adapter.rooms.get(room);
  }
}

/** In their order, those together that follow each other and go to the same sockets. */
function alike(waiting: readonly Waiting[]): Waiting[][] {
  const parts: Waiting[][] = [];
  for (const one of waiting) {
    const part = parts.at(-1);
    if (part && isSame(part[0]!.except, one.except)) part.push(one);
    else parts.push([one]);
  }
  return parts;
}

const isSame = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  some.size === others.size && [...some].every((one) => others.has(one));
