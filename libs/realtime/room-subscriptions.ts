import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { isDatabaseOutage } from '#database/postgres-error-codes.js';
import { type ErrorCode, Refusal } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { MAX_ROOMS_PER_SOCKET } from './socket-limits.js';
import { type RegisteredSocket, SocketRegistry } from './socket-registry.js';
import { BroadcastQueue } from './broadcast-queue.js';

export interface WatchChannelResponse {
  readonly ok?: true;
  readonly code?: ErrorCode;
}
const OK: WatchChannelResponse = { ok: true };

/** Returns TOO_MANY for a database outage, because the client may retry soon. */
const codeOfFailure = (error: unknown): ErrorCode => {
  if (error instanceof Refusal) return error.code;
  return isDatabaseOutage(error) ? 'TOO_MANY' : 'INTERNAL';
};

interface Watchable {
  readonly subject: string;
  readonly action: string;
  /** Awaited before an allowed socket joins the room. If it throws a refusal, the socket does not join. */
  readonly before?: ((id: string, viewer: Viewer) => Promise<void>) | undefined;
}
interface Watched extends Watchable {
  readonly key: string;
  readonly id: string;
  readonly room: string;
}

/**
 * Manages which sockets are in which rooms. A socket joins a room only if no revocation occurred after the policy was
 * asked.
 */
@Injectable()
export class RoomSubscriptions {
  private readonly subjects = new Map<string, Watchable>();

  constructor(
    private readonly access: AccessService,
    private readonly viewers: ViewerLoader,
    private readonly registry: SocketRegistry,
    private readonly broadcasts: BroadcastQueue,
  ) {}

  /** Lets clients `watch {<key>: id}` if the policy allows them `action` on `subject`. */
  allow(key: string, watchable: Watchable): void {
    if (key === 'account') throw new Error('realtime: the key "account" is reserved');
    this.subjects.set(key, watchable);
  }

  async watch(listener: RegisteredSocket, body: unknown): Promise<WatchChannelResponse> {
    const watched = this.parse(body);
    if (!watched) return { code: 'INVALID' };
    if (listener.wanted.size >= MAX_ROOMS_PER_SOCKET) return { code: 'TOO_MANY' };
    listener.wanted.add(watched.room);
    const code = await this.enter(listener, watched).catch(codeOfFailure);
    if (code === undefined) return OK;
    this.leave(listener, watched.room);
    return { code };
  }

  unwatch(listener: RegisteredSocket, body: unknown): WatchChannelResponse {
    const watched = this.parse(body);
    if (!watched) return { code: 'INVALID' };
    this.leave(listener, watched.room);
    return OK;
  }

  /**
   * Removes the sockets of an account from all rooms synchronously, then lets them rejoin the rooms that the policy
   * still allows. Asks the sockets to catch up, since they may have missed messages.
   */
  async recheck(accountId: string): Promise<void> {
    this.registry.outdateAnswers(accountId);
    const listeners = this.registry.of(accountId);
    for (const { socket, wanted } of listeners) {
      for (const room of wanted) {
        void socket.leave(room);
        this.hint(socket, room);
      }
    }
    await this.readmit(accountId, listeners).catch(() => {
      for (const { socket } of listeners) socket.conn.close();
    });
  }

  /** Like `recheck` for several accounts. All their sockets have left their rooms before the first `await`. */
  async recheckAll(accountIds: readonly string[]): Promise<void> {
    await Promise.all(accountIds.map((accountId) => this.recheck(accountId)));
  }

  /**
   * Checks the rights to one room again for every socket that is in it or is about to join. Sockets about to join have
   * the room in `wanted`. Requests that arrive later are checked under the new rule.
   */
  async recheckRoom(room: string, isTold: boolean): Promise<void> {
    const inside = this.registry.all().filter(({ wanted }) => wanted.has(room));
    const byAccount = Map.groupBy(inside, ({ accountId }) => accountId);
    for (const listeners of byAccount.values()) {
      const may = await this.mayStill(listeners, room).catch(() => false);
      for (const listener of may ? [] : listeners) {
        this.leave(listener, room);
        if (isTold) this.hint(listener.socket, room);
      }
    }
  }

  private async mayStill(listeners: readonly RegisteredSocket[], room: string): Promise<boolean> {
    const viewer = await this.livingViewer(listeners);
    return viewer !== undefined && this.may(this.watchedOf(room), viewer);
  }

  private async readmit(accountId: string, listeners: readonly RegisteredSocket[]): Promise<void> {
    const generation = this.registry.generationOf(accountId);
    const rooms = new Set(listeners.flatMap(({ wanted }) => [...wanted]));
    const viewer = rooms.size > 0 ? await this.livingViewer(listeners) : undefined;
    for (const room of rooms) {
      const may = viewer !== undefined && (await this.may(this.watchedOf(room), viewer));
      if (this.registry.generationOf(accountId) !== generation) return; // A later recheck replaces this one.
      for (const listener of listeners) {
        if (!may) listener.wanted.delete(room);
        else if (this.join(listener, room)) this.hint(listener.socket, room);
      }
    }
  }

  /** Any live session of the account will do, because rights belong to the account. */
  private async livingViewer(listeners: readonly RegisteredSocket[]): Promise<Viewer | undefined> {
    for (const sessionId of new Set(listeners.map((listener) => listener.sessionId))) {
      const viewer = await this.viewers.bySession(sessionId);
      if (viewer) return viewer;
    }
    return undefined;
  }

  private async enter(
    listener: RegisteredSocket,
    watched: Watched,
  ): Promise<ErrorCode | undefined> {
    const { accountId, sessionId, socket } = listener;
    for (;;) {
      const generation = this.registry.generationOf(accountId);
      const viewer = await this.viewers.bySession(sessionId);
      if (!viewer) return 'UNAUTHENTICATED';
      const code = await this.refusal(watched, viewer);
      if (!code) await watched.before?.(watched.id.toLowerCase(), viewer);
      if (!socket.connected) return 'UNAUTHENTICATED';
      if (this.registry.generationOf(accountId) !== generation) continue;
      if (code) return code;
      return this.join(listener, watched.room) ? undefined : 'NOT_FOUND';
    }
  }

  private may({ subject, id, action }: Watched, viewer: Viewer): Promise<boolean> {
    return this.access.may(subject, id, viewer, action);
  }

  /** Returns FORBIDDEN only for a subject that the viewer may read but not watch; otherwise NOT_FOUND. */
  private async refusal(watched: Watched, viewer: Viewer): Promise<ErrorCode | undefined> {
    if (await this.may(watched, viewer)) return undefined;
    return (await this.may({ ...watched, action: 'read' }, viewer)) ? 'FORBIDDEN' : 'NOT_FOUND';
  }

  /** Joins the room in the same tick as the check of the generation, so that no revocation can come in between. */
  private join({ socket, wanted }: RegisteredSocket, room: string): boolean {
    if (!socket.connected || !wanted.has(room)) return false;
    if (!socket.rooms.has(room)) this.broadcasts.enters(room, socket.id);
    void socket.join(room);
    return true;
  }

  private leave({ socket, wanted }: RegisteredSocket, room: string): void {
    wanted.delete(room);
    void socket.leave(room);
  }

  private hint(socket: RegisteredSocket['socket'], room: string): void {
    const { key, id } = this.watchedOf(room);
    socket.emit('news', { subject: key, id });
  }

  private parse(body: unknown): Watched | undefined {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
    const entries = Object.entries(body as Record<string, unknown>);
    const [key, id] = entries[0] ?? ['', undefined];
    if (entries.length !== 1 || typeof id !== 'string' || id.length > 64) return undefined;
    const watchable = this.subjects.get(key);
    return watchable && { key, ...watchable, id, room: `${key}:${id.toLowerCase()}` };
  }

  private watchedOf(room: string): Watched {
    const at = room.indexOf(':');
    const key = room.slice(0, at);
    return { key, ...this.subjects.get(key)!, id: room.slice(at + 1), room };
  }
}
