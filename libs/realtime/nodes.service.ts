import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { newId } from '#kernel/ids.js';
import { Revocations } from '#members/revocations.js';
import { LEASE_MS, Line, NODE_LIVES_MS } from './line.js';
import { Listeners } from './listeners.js';
import { Watching } from './watching.js';
import type { Notice, Word } from './words.js';

/** A mutation waits no longer for other nodes, whatever happens. */
const PATIENCE_MS = 1_000;
const AGAIN_MS = 500;
/** Sessions in one notice, which holds 8,000 bytes. */
const SESSIONS_A_NOTICE = 100;

/** A notice that others were told, and who has not yet said that it acted. */
interface Asked {
  readonly answered: Set<string>;
  awaited: readonly string[] | undefined;
  done(): void;
}

/** Carries revocations to every node, and waits until each has said that it acted. */
@Injectable()
export class Nodes implements OnModuleInit {
  private readonly asked = new Map<string, Asked>();
  private readonly kept = new Map<string, () => Promise<void>>();

  constructor(
    private readonly line: Line,
    private readonly listeners: Listeners,
    private readonly watching: Watching,
    private readonly revocations: Revocations,
  ) {}

  onModuleInit() {
    this.revocations.register((revocation) => this.carry(revocation));
  }

  /**
   * Acts here at once, then resolves when every other living node has acted, or after the lease of those that did not
   * answer: by then they have stopped sending by themselves.
   */
  async carry(notice: Notice): Promise<void> {
    const here = this.act(notice);
    const everywhere = noticesOf(notice).map((what) => this.tell(what));
    await Promise.all([here, ...everywhere]);
  }

  /** `reread` never fails: what cannot be read now is read when it is needed. */
  keeps(what: string, reread: () => Promise<void>): void {
    this.kept.set(what, reread);
  }

  /** For what was told while this node did not listen. */
  rereadAll(): void {
    for (const reread of this.kept.values()) void reread();
  }

  hear(word: Word): void {
    if (word.kind === 'revoke') void this.obey(word.id, word.from, word.what);
    else if (word.kind === 'done' && word.to === this.line.nodeId) this.note(word.id, word.from);
  }

  /** An account's rooms are left before the first await of `act`; the answer may go as soon as that is done. */
  private async obey(id: string, to: string, what: Notice): Promise<void> {
    const acted = this.act(what);
    if (what.kind === 'kept' || what.kind === 'room') await acted;
    // Whoever asked asks again, unless this node goes, and then nobody waits for it.
    await this.say({ kind: 'done', id, from: this.line.nodeId, to }).catch(() => undefined);
  }

  private act(notice: Notice): Promise<void> {
    if (notice.kind === 'kept') return this.kept.get(notice.what)?.() ?? Promise.resolve();
    if (notice.kind === 'rights') return this.watching.recheck(notice.accountId);
    if (notice.kind === 'room') {
      return this.watching.recheckRoom(notice.room, notice.isTold);
    }
    if (notice.kind === 'file') {
      const { accountIds, subject, id } = notice;
      this.listeners.hint(accountIds, { subject, id });
      return Promise.resolve();
    }
    const { accountId, reason } = notice;
    this.listeners.outdateAdmissions(accountId);
    const ended = new Set(notice.sessionIds);
    for (const listener of this.listeners.of(accountId)) {
      if (ended.has(listener.sessionId)) this.listeners.end(listener, reason);
    }
    return Promise.resolve();
  }

  private async tell(what: Notice): Promise<void> {
    const id = newId();
    const { promise: all, resolve: done } = Promise.withResolvers<void>();
    const asked: Asked = { answered: new Set(), awaited: undefined, done };
    this.asked.set(id, asked);
    const told = this.say({ kind: 'revoke', id, from: this.line.nodeId, what });
    void this.follow(id, asked, what, told);
    const leaseOver = told.then(
      () => wait(LEASE_MS),
      () => wait(PATIENCE_MS),
    );
    await Promise.race([all, leaseOver, wait(PATIENCE_MS)]);
  }

  /** Tells again until each node has answered, or counts as gone. */
  private async follow(id: string, asked: Asked, what: Notice, told: Promise<void>) {
    const endAt = performance.now() + NODE_LIVES_MS;
    const again = () => this.say({ kind: 'revoke', id, from: this.line.nodeId, what });
    await told.catch(() => undefined);
    while (performance.now() < endAt) {
      asked.awaited ??= await this.line.others().catch(() => undefined);
      if (isDone(asked)) break;
      await wait(AGAIN_MS, undefined, { ref: false });
      if (!isDone(asked)) await again().catch(() => undefined);
    }
    this.asked.delete(id);
  }

  private note(id: string, node: string): void {
    const asked = this.asked.get(id);
    asked?.answered.add(node);
    if (asked) isDone(asked);
  }

  private async say(word: Word): Promise<void> {
    await this.line.say(JSON.stringify(word));
  }
}

/** Tells whoever waits, too: the answers may have come before the list of nodes. */
function isDone(asked: Asked): boolean {
  const isAnswered = asked.awaited?.every((node) => asked.answered.has(node)) ?? false;
  if (isAnswered) asked.done();
  return isAnswered;
}

function noticesOf(notice: Notice): Notice[] {
  if (notice.kind !== 'sessions') return [notice];
  const notices: Notice[] = [];
  for (let at = 0; at < notice.sessionIds.length; at += SESSIONS_A_NOTICE) {
    const sessionIds = notice.sessionIds.slice(at, at + SESSIONS_A_NOTICE);
    notices.push({ ...notice, sessionIds });
  }
  return notices;
}
