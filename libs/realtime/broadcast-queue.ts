import { Injectable } from '@nestjs/common';
import type { Server } from 'socket.io';
import { PgNotifyBus } from './pg-notify-bus.js';
import { SocketRegistry } from './socket-registry.js';
import { accountRoom, type QueuedNotice } from './bus-messages.js';

/**
 * Minimum interval between two broadcasts to a room. Messages in between are coalesced into one write per socket (ADR
 * 28).
 */
const REST_MS = 100;
/** Maximum number of queued items. Beyond it all sockets are closed, and the clients catch up after reconnecting. */
const MOST_WAITING = 10_000;

export interface BroadcastMessage {
  readonly id: string;
  readonly version: number;
}
interface Waiting {
  message: BroadcastMessage;
  /** Rooms whose sockets do not receive the message. */
  readonly except: Set<string>;
}
const isAccount = (room: string): boolean => room.startsWith(accountRoom(''));

/** The queued messages of one room. They are sent when the minimum interval has passed. */
interface Load {
  readonly waiting: Waiting[];
  isDue: boolean;
}

/**
 * Queues messages and change notices for sockets. Sends nothing while this node may have missed a revocation of another
 * node. In each room the first message is sent at once and the following ones are coalesced. A message does not go to a
 * socket that left the room before the delivery or joined after the queueing. A queued notice does not go to an account
 * whose rights were revoked.
 */
@Injectable()
export class BroadcastQueue {
  private server: Server | undefined;
  private readonly loads = new Map<string, Load>();
  private count = 0;
  private news: QueuedNotice[] = [];
  /**
   * Time of the last delivery, by the room's set of sockets. When a room has no sockets, its entry is garbage
   * collected.
   */
  private readonly wentAt = new WeakMap<ReadonlySet<string>, number>();

  constructor(
    private readonly bus: PgNotifyBus,
    private readonly registry: SocketRegistry,
  ) {}

  attach(server: Server): void {
    this.server = server;
    this.registry.attach(server);
  }

  /** Queues a message for the sockets that are in the room now. */
  send(room: string, message: BroadcastMessage, exceptAccountIds: readonly string[]): void {
    const sockets = this.socketsOf(room);
    if (!this.bus.isOpen || !sockets) return;
    const except = new Set(exceptAccountIds.map(accountRoom));
    const load = this.loads.get(room) ?? this.begin(room, sockets);
    load.waiting.push(upToDate(load.waiting, { message, except }));
    this.count += 1;
    if (load.isDue) this.go(room, load);
    this.bound();
  }

  /** The current revocation counter, for notices whose recipients are loaded afterwards. */
  get mark(): number {
    return this.registry.ticket();
  }

  /** Sends a change notice now, or once the lease is valid. */
  tell(told: QueuedNotice): void {
    const { room, except } = told.to;
    if (room) this.forget(room);
    if (except) this.hurry(except);
    if (this.bus.isSure) return this.emit(told);
    if (!this.bus.isOpen) return; // Without a bus connection, this node has no sockets.
    this.news.push(told);
    this.bound();
  }

  /** Call this before a socket joins a room, so that the socket does not get messages that are already queued. */
  enters(room: string, socketId: string): void {
    for (const { except } of this.loads.get(room)?.waiting ?? []) except.add(socketId);
  }

  /** Sends the queued messages of a room now. Call before a notice that skips the sockets in the room. */
  hurry(room: string): void {
    const load = this.loads.get(room);
    if (load) this.due(room, load);
  }

  /** Drops the queued messages of a room. Call before its sockets are asked to reload. */
  forget(room: string): void {
    this.count -= this.loads.get(room)?.waiting.length ?? 0;
    this.loads.delete(room);
  }

  /**
   * Sends the queued messages whose interval has passed. Does nothing if the lease is not valid, for example after a
   * slow round trip.
   */
  release(): void {
    if (!this.bus.isSure) return;
    for (const [room, load] of this.loads) if (load.isDue) this.go(room, load);
    for (const told of this.news.splice(0)) this.emit(told);
  }

  /** Closes all sockets and empties the queue; the clients reload after reconnecting. */
  drop(): void {
    this.news = [];
    this.loads.clear();
    this.count = 0;
    this.registry.dropAll();
  }

  private emit(told: QueuedNotice): void {
    const { accountIds = [], room, except } = this.registry.audienceNow(told);
    const rooms = room ? [room] : accountIds.map(accountRoom);
    if (rooms.length === 0) return; // Without this check Socket.IO would send to every socket.
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
    if (!this.bus.isSure) return; // `release` sends the notice later.
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
 * Gives all queued versions of a message the content of the latest one, so that removed text is never sent. Each keeps
 * its version number, because clients check for gaps. An account excluded from one version is excluded from all.
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

/** Groups consecutive messages for the same sockets, in order. */
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
