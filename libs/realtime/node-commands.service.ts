import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { noAnswerError } from '#database/connection-watch.js';
import { newId } from '#kernel/ids.js';
import { AccessRevocations } from '#members/access-revocations.js';
import { BUS_LEASE_MS, PgNotifyBus, NODE_TIMEOUT_MS } from './pg-notify-bus.js';
import { SocketRegistry } from './socket-registry.js';
import { RoomSubscriptions } from './room-subscriptions.js';
import type { NodeCommand, BusMessage } from './bus-messages.js';

const AGAIN_MS = 500;
/** Maximum number of ids per message, because a NOTIFY payload holds 8,000 bytes. */
const IDS_A_NOTICE = 100;

/** A revocation that was sent, and the nodes that confirmed it. */
interface Asked {
  readonly answered: Set<string>;
  awaited: readonly string[] | undefined;
  /**
   * Call when the message was sent. From then on another node either acts on the message or loses its lease and stops
   * sending.
   */
  said(): void;
  done(): void;
  fail(error: Error): void;
}

/** Sends revocations to every node and waits for their confirmations. */
@Injectable()
export class NodeCommandsService implements OnModuleInit {
  private readonly asked = new Map<string, Asked>();
  private readonly kept = new Map<string, () => Promise<void>>();

  constructor(
    private readonly bus: PgNotifyBus,
    private readonly registry: SocketRegistry,
    private readonly subscriptions: RoomSubscriptions,
    private readonly revocations: AccessRevocations,
  ) {}

  onModuleInit() {
    this.revocations.register((revocation) => this.carry(revocation));
  }

  /**
   * Executes the command on this node at once. Resolves when every other live node has confirmed, or after the lease of
   * the nodes that did not answer: they have stopped sending by then. The lease is counted from the sending. Rejects if
   * the message cannot be sent, because then nothing stops the other nodes.
   */
  async carry(notice: NodeCommand): Promise<void> {
    const here = this.act(notice);
    const everywhere = noticesOf(notice).map((what) => this.tell(what));
    await Promise.all([here, ...everywhere]);
  }

  /**
   * Registers a cache of each node. `reread` must not reject: a cache that cannot be loaded now is loaded when it is
   * needed.
   */
  keeps(what: string, reread: () => Promise<void>): void {
    this.kept.set(what, reread);
  }

  /** Reloads every cache, because invalidations were missed while this node did not listen. */
  rereadAll(): void {
    for (const reread of this.kept.values()) void reread();
  }

  hear(word: BusMessage): void {
    if (word.kind === 'revoke') void this.obey(word.id, word.from, word.what);
    else if (word.kind === 'done' && word.to === this.bus.nodeId) this.note(word.id, word.from);
  }

  /**
   * `act` leaves the rooms of the account before its first `await`, so the confirmation may be sent right after the
   * call.
   */
  private async obey(id: string, to: string, what: NodeCommand): Promise<void> {
    const acted = this.act(what);
    if (what.kind === 'kept' || what.kind === 'room') await acted;
    // The sender repeats the command if this confirmation is lost, unless it is shutting down; then it does not wait
    // for confirmations.
    await this.say({ kind: 'done', id, from: this.bus.nodeId, to }).catch(() => undefined);
  }

  private act(notice: NodeCommand): Promise<void> {
    if (notice.kind === 'kept') return this.kept.get(notice.what)?.() ?? Promise.resolve();
    if (notice.kind === 'rights') return this.subscriptions.recheck(notice.accountId);
    if (notice.kind === 'allRights') return this.subscriptions.recheckAll(notice.accountIds);
    if (notice.kind === 'room') {
      return this.subscriptions.recheckRoom(notice.room, notice.isTold);
    }
    if (notice.kind === 'file') {
      const { accountIds, subject, id } = notice;
      this.registry.hint(accountIds, { subject, id });
      return Promise.resolve();
    }
    const { accountId, reason } = notice;
    this.registry.outdateAdmissions(accountId);
    const ended = new Set(notice.sessionIds);
    for (const listener of this.registry.of(accountId)) {
      if (ended.has(listener.sessionId)) this.registry.end(listener, reason);
    }
    return Promise.resolve();
  }

  private async tell(what: NodeCommand): Promise<void> {
    const id = newId();
    const { promise: saying, resolve: said, reject: fail } = Promise.withResolvers<void>();
    const { promise: all, resolve: done } = Promise.withResolvers<void>();
    const asked: Asked = { answered: new Set(), awaited: undefined, said, done, fail };
    this.asked.set(id, asked);
    void this.follow(id, asked, what);
    await Promise.race([all, saying.then(() => wait(BUS_LEASE_MS))]);
  }

  /** Repeats the message until each node has confirmed, or has lost its lease. */
  private async follow(id: string, asked: Asked, what: NodeCommand): Promise<void> {
    const endAt = performance.now() + NODE_TIMEOUT_MS;
    while (performance.now() < endAt && !isDone(asked)) {
      const saying = this.say({ kind: 'revoke', id, from: this.bus.nodeId, what });
      // This attempt may hang while the next one succeeds, so the loop does not wait for this attempt alone.
      await Promise.race([saying.then(asked.said, () => undefined), again()]);
      asked.awaited ??= await this.bus.others().catch(() => undefined);
      if (!isDone(asked)) await again();
    }
    this.asked.delete(id);
    asked.fail(noAnswerError('realtime: the other nodes cannot be reached'));
  }

  private note(id: string, node: string): void {
    const asked = this.asked.get(id);
    asked?.answered.add(node);
    if (asked) isDone(asked);
  }

  private async say(word: BusMessage): Promise<void> {
    await this.bus.sayFirst(JSON.stringify(word));
  }
}

const again = (): Promise<void> => wait(AGAIN_MS, undefined, { ref: false });

/**
 * Returns whether every node has confirmed. If so, also ends the wait, because confirmations may arrive before the list
 * of nodes.
 */
function isDone(asked: Asked): boolean {
  const isAnswered = asked.awaited?.every((node) => asked.answered.has(node)) ?? false;
  if (isAnswered) asked.done();
  return isAnswered;
}

function noticesOf(notice: NodeCommand): NodeCommand[] {
  if (notice.kind === 'sessions') {
    return partsOf(notice.sessionIds).map((sessionIds) => ({ ...notice, sessionIds }));
  }
  if (notice.kind === 'file' || notice.kind === 'allRights') {
    return partsOf(notice.accountIds).map((accountIds) => ({ ...notice, accountIds }));
  }
  return [notice];
}

function partsOf(ids: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let at = 0; at < ids.length; at += IDS_A_NOTICE)
    parts.push(ids.slice(at, at + IDS_A_NOTICE));
  return parts;
}
