import { setTimeout as wait } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import type { Config } from '#kernel/config.js';
import { InjectConfig } from '#kernel/kernel.module.js';
import { Line } from './line.js';
import { Listeners } from './listeners.js';
import type { Audience, Told, Word } from './words.js';

/** A notice of PostgreSQL holds less than 8,000 bytes. */
const MOST_BYTES = 7_900;
const ACCOUNTS_A_WORD = 180;
const WORDS_AT_ONCE = 64;
const MOST_WAITING = 10_000;
const AGAIN_MS = 250;

/**
 * News for the sockets of other nodes. They go by PostgreSQL's NOTIFY, in order with what it tells of rights: a node
 * that does not hear them has lost its line, closes its sockets, and everybody asks anew. What comes while a statement
 * is under way goes with the next. What waits is for nobody whose rights are cut meanwhile, and all of it waits while
 * this node might not have heard of that.
 */
@Injectable()
export class Abroad implements BeforeApplicationShutdown {
  private readonly waiting: Told[] = [];
  private saying: Promise<void> | undefined;
  private isClosing = false;

  constructor(
    private readonly db: Database,
    private readonly line: Line,
    private readonly listeners: Listeners,
    @InjectConfig() private readonly config: Config,
  ) {}

  tell(told: Told): void {
    if (!this.config.redisUrl) return; // there is one node
    for (const to of partsOf(told.to)) this.push({ ...told, to });
    // Whoever tells may be in a transaction, and this outlives it.
    this.saying ??= this.db.outside(() => this.sayAll()).finally(() => (this.saying = undefined));
  }

  /** Resolves when everything told until now was said. */
  async done(): Promise<void> {
    await this.saying;
  }

  async beforeApplicationShutdown() {
    this.isClosing = true;
    await this.saying;
  }

  private push(told: Told): void {
    this.waiting.push(told);
    if (this.waiting.length > MOST_WAITING) this.waiting.shift();
  }

  private async sayAll(): Promise<void> {
    await Promise.resolve(); // so that what is told in the same breath goes together
    while (this.waiting.length > 0) {
      if (await this.saySome()) continue;
      if (this.isClosing) return;
      await wait(AGAIN_MS, undefined, { ref: false });
    }
  }

  /** Whether something was said. */
  private async saySome(): Promise<boolean> {
    if (!this.maySay) return false;
    let taken: Told[] = [];
    const take = () => {
      taken = this.maySay ? this.waiting.splice(0, WORDS_AT_ONCE) : [];
      return taken.flatMap((told) => this.textOf(told));
    };
    try {
      await this.line.say(take);
      return taken.length > 0;
    } catch {
      this.waiting.unshift(...taken);
      return false;
    }
  }

  private get maySay(): boolean {
    return this.line.isSure || this.isClosing;
  }

  /** None where it is for nobody, or does not fit. */
  private textOf(told: Told): string[] {
    const to = this.listeners.audienceNow(told);
    if (to.accountIds?.length === 0) return [];
    const word: Word = { kind: 'news', from: this.line.nodeId, to, news: told.news };
    const text = JSON.stringify(word);
    return Buffer.byteLength(text) > MOST_BYTES ? [] : [text];
  }
}

function partsOf(to: Audience): Audience[] {
  const { accountIds } = to;
  if (!accountIds) return [to];
  const parts: Audience[] = [];
  for (let at = 0; at < accountIds.length; at += ACCOUNTS_A_WORD) {
    parts.push({ ...to, accountIds: accountIds.slice(at, at + ACCOUNTS_A_WORD) });
  }
  return parts;
}
