import { setTimeout as wait } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import type { Config } from '#kernel/config.js';
import { InjectConfig } from '#kernel/kernel.module.js';
import { PgNotifyBus } from './pg-notify-bus.js';
import { SocketRegistry } from './socket-registry.js';
import type { NoticeRecipients, QueuedNotice, BusMessage } from './bus-messages.js';

/** PostgreSQL limits the payload of NOTIFY to 8,000 bytes. */
const MOST_BYTES = 7_900;
const ACCOUNTS_A_WORD = 180;
const WORDS_AT_ONCE = 64;
const MOST_WAITING = 10_000;
const AGAIN_MS = 250;

/**
 * Sends change notices to the sockets of other nodes through NOTIFY, in order with revocations. A node that misses
 * notices has lost its bus connection and closes its sockets; their clients then reload. Notices that arrive during a
 * statement go into the next statement. Queued notices skip accounts whose rights are revoked while the notices wait.
 * The queue waits while this node may have missed a revocation.
 */
@Injectable()
export class RemoteNotices implements BeforeApplicationShutdown {
  private readonly waiting: QueuedNotice[] = [];
  private saying: Promise<void> | undefined;
  private isClosing = false;

  constructor(
    private readonly db: Database,
    private readonly bus: PgNotifyBus,
    private readonly registry: SocketRegistry,
    @InjectConfig() private readonly config: Config,
  ) {}

  tell(told: QueuedNotice): void {
    if (!this.config.redisUrl) return; // There are no other nodes.
    for (const to of partsOf(told.to)) this.push({ ...told, to });
    // Run outside the caller's transaction, because sending may outlive it.
    this.saying ??= this.db.outside(() => this.sayAll()).finally(() => (this.saying = undefined));
  }

  /** Resolves when all queued notices were sent. */
  async done(): Promise<void> {
    await this.saying;
  }

  async beforeApplicationShutdown() {
    this.isClosing = true;
    await this.saying;
  }

  private push(told: QueuedNotice): void {
    this.waiting.push(told);
    if (this.waiting.length > MOST_WAITING) this.waiting.shift();
  }

  private async sayAll(): Promise<void> {
    await Promise.resolve(); // Lets all notices of this tick join one batch.
    while (this.waiting.length > 0) {
      if (await this.saySome()) continue;
      if (this.isClosing) return;
      await wait(AGAIN_MS, undefined, { ref: false });
    }
  }

  /** Returns whether anything was sent. */
  private async saySome(): Promise<boolean> {
    if (!this.maySay) return false;
    let taken: QueuedNotice[] = [];
    const take = () => {
      taken = this.maySay ? this.waiting.splice(0, WORDS_AT_ONCE) : [];
      return taken.flatMap((told) => this.textOf(told));
    };
    try {
      await this.bus.say(take);
      return taken.length > 0;
    } catch {
      this.waiting.unshift(...taken);
      return false;
    }
  }

  private get maySay(): boolean {
    return this.bus.isSure || this.isClosing;
  }

  /** Returns the text as a list. The list is empty if no recipient is left, or if the payload would be too large. */
  private textOf(told: QueuedNotice): string[] {
    const to = this.registry.audienceNow(told);
    if (to.accountIds?.length === 0) return [];
    const word: BusMessage = { kind: 'news', from: this.bus.nodeId, to, news: told.news };
    const text = JSON.stringify(word);
    return Buffer.byteLength(text) > MOST_BYTES ? [] : [text];
  }
}

function partsOf(to: NoticeRecipients): NoticeRecipients[] {
  const { accountIds } = to;
  if (!accountIds) return [to];
  const parts: NoticeRecipients[] = [];
  for (let at = 0; at < accountIds.length; at += ACCOUNTS_A_WORD) {
    parts.push({ ...to, accountIds: accountIds.slice(at, at + ACCOUNTS_A_WORD) });
  }
  return parts;
}
