import { Injectable } from '@nestjs/common';
import type { Server } from 'socket.io';
import { Line } from './line.js';
import { Listeners } from './listeners.js';
import { accountRoom } from './words.js';

/** So long a room rests after a message went: what comes meanwhile goes together, in one write for each socket (ADR 28). */
const REST_MS = 100;
/** What waits in all at most; beyond it the sockets are dropped, and catch up when they come back. */
const MOST_WAITING = 10_000;

export interface Message {
  readonly id: string;
  readonly version: number;
}
interface Waiting {
  message: Message;
  /** Rooms whose sockets do not get it. */
  readonly except: Set<string>;
}
const isAccount = (room: string): boolean => room.startsWith(accountRoom(''));

/** What one room is to get. It is due when the room has rested. */
interface Load {
  readonly waiting: Waiting[];
  isDue: boolean;
}

/**
 * What goes out to sockets, and when: nothing while a revocation of another node might not have been heard. Of messages
 * that follow each other in one room the first goes at once, and the next ones together. Neither whoever left before a
 * message goes gets it, nor whoever came after it was sent.
 */
@Injectable()
export class Outgoing {
  private server: Server | undefined;
  private readonly loads = new Map<string, Load>();
  private count = 0;
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

  /** To whoever is in the room now. */
  send(room: string, message: Message, exceptAccountIds: readonly string[]): void {
    const sockets = this.socketsOf(room);
    if (!this.line.isOpen || !sockets) return;
    const except = new Set(exceptAccountIds.map(accountRoom));
    const load = this.loads.get(room) ?? this.begin(room, sockets);
    load.waiting.push(upToDate(load.waiting, { message, except }));
    this.count += 1;
    if (load.isDue) this.go(room, load);
    this.bound();
  }

  /** Does at once, or when the line is sure, what tells news to whoever is there then. */
  tell(go: () => void): void {
    if (this.line.isSure) return go();
    if (!this.line.isOpen) return; // there is no socket
    this.news.push(go);
    this.bound();
  }

  /** Call before a socket enters a room in which it is not. */
  enters(room: string, socketId: string): void {
    for (const { except } of this.loads.get(room)?.waiting ?? []) except.add(socketId);
  }

  /** What waits goes now. Call before news that leaves out whoever is in the room. */
  hurry(room: string): void {
    const load = this.loads.get(room);
    if (load) this.due(room, load);
  }

  /** What waits does not go. Call before whoever is in the room is told to ask for everything. */
  forget(room: string): void {
    this.count -= this.loads.get(room)?.waiting.length ?? 0;
    this.loads.delete(room);
  }

  /** The line is sure. */
  release(): void {
    for (const [room, load] of this.loads) if (load.isDue) this.go(room, load);
    for (const go of this.news.splice(0)) go();
  }

  /** Hangs up on everybody, and forgets what they will ask for. */
  drop(): void {
    this.news = [];
    this.loads.clear();
    this.count = 0;
    this.listeners.dropAll();
  }

  private bound(): void {
    if (this.count + this.news.length > MOST_WAITING) this.drop();
  }

  private begin(room: string, sockets: ReadonlySet<string>): Load {
    const rest = (this.wentAt.get(sockets) ?? -Infinity) + REST_MS - performance.now();
    const load = { waiting: [], isDue: rest <= 0 };
    this.loads.set(room, load);
    if (rest > 0) setTimeout(() => this.due(room, load), rest).unref();
    return load;
  }

  private due(room: string, load: Load): void {
    load.isDue = true;
    if (this.loads.get(room) === load) this.go(room, load);
  }

  private go(room: string, load: Load): void {
    if (!this.line.isSure) return; // until it is
    this.forget(room);
    for (const each of alike(load.waiting)) {
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

/**
 * Of a message that waits already, all versions say what the latest says, so that what was taken back never goes. Each
 * keeps its number, which clients count; and none goes to an account that another is not for.
 */
function upToDate(waiting: readonly Waiting[], one: Waiting): Waiting {
  const all = [...waiting.filter(({ message }) => message.id === one.message.id), one];
  if (all.length === 1) return one;
  const { message } = all.reduce((a, b) => (a.message.version > b.message.version ? a : b));
  const barred = all.flatMap(({ except }) => [...except].filter((room) => isAccount(room)));
  for (const each of all) {
    each.message = { ...message, version: each.message.version };
    for (const room of barred) each.except.add(room);
  }
  return one;
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
