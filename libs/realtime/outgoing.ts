import { Injectable } from '@nestjs/common';
import type { Server } from 'socket.io';
import { Line } from './line.js';
import { Listeners } from './listeners.js';
import { accountRoom, type Told } from './words.js';

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
 * message goes gets it, nor whoever came after it was sent; nor does whoever lost rights get the news that waited.
 */
@Injectable()
export class Outgoing {
  private server: Server | undefined;
  private readonly loads = new Map<string, Load>();
  private count = 0;
  private news: Told[] = [];
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

  /** A mark of now, for news whose accounts are asked for after it. */
  get mark(): number {
    return this.listeners.ticket();
  }

  /** To whoever is there now, or when the line is sure. */
  tell(told: Told): void {
    const { room, except } = told.to;
    if (room) this.forget(room);
    if (except) this.hurry(except);
    if (this.line.isSure) return this.emit(told);
    if (!this.line.isOpen) return; // there is no socket
    this.news.push(told);
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

  /** The line may be sure: it is not where a round trip took longer than the lease. */
  release(): void {
    if (!this.line.isSure) return;
    for (const [room, load] of this.loads) if (load.isDue) this.go(room, load);
    for (const told of this.news.splice(0)) this.emit(told);
  }

  /** Hangs up on everybody, and forgets what they will ask for. */
  drop(): void {
    this.news = [];
    this.loads.clear();
    this.count = 0;
    this.listeners.dropAll();
  }

  private emit(told: Told): void {
    const { accountIds = [], room, except } = this.listeners.audienceNow(told);
    const rooms = room ? [room] : accountIds.map(accountRoom);
    if (rooms.length === 0) return; // to nobody would be to all
    this.server
      ?.to(rooms)
      .except(except ?? [])
      .emit('news', told.news);
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
