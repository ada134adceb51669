import { setTimeout as wait } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import type { Config } from '#kernel/config.js';
import { InjectConfig } from '#kernel/kernel.module.js';
import { Line } from './line.js';
import type { Audience, News, Word } from './words.js';

/** A notice of PostgreSQL holds less than 8,000 bytes. */
const MOST_BYTES = 7_900;
const ACCOUNTS_A_WORD = 180;
const WORDS_AT_ONCE = 64;
const MOST_WAITING = 10_000;
const AGAIN_MS = 250;

/**
 * News for the sockets of other nodes. They go by PostgreSQL's NOTIFY, in order with what it tells of rights: a node
 * that does not hear them has lost its line, closes its sockets, and everybody asks anew. What comes while a statement
 * is under way goes with the next.
 */
@Injectable()
export class Abroad implements BeforeApplicationShutdown {
  private waiting: string[] = [];
  private saying: Promise<void> | undefined;
  private isClosing = false;

  constructor(
    private readonly db: Database,
    private readonly line: Line,
    @InjectConfig() private readonly config: Config,
  ) {}

  tell(to: Audience, news: News): void {
    if (!this.config.redisUrl) return; // there is one node
    for (const part of partsOf(to))
      this.push({ kind: 'news', from: this.line.nodeId, to: part, news });
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

  private push(word: Word): void {
    const text = JSON.stringify(word);
    if (Buffer.byteLength(text) > MOST_BYTES) return;
    this.waiting.push(text);
    if (this.waiting.length > MOST_WAITING) this.waiting.shift();
  }

  private async sayAll(): Promise<void> {
    await Promise.resolve(); // so that what is told in the same breath goes together
    while (this.waiting.length > 0) {
      const words = this.waiting.splice(0, WORDS_AT_ONCE);
      const isSaid = await this.line.say(...words).then(
        () => true,
        () => false,
      );
      if (isSaid) continue;
      if (this.isClosing) return;
      this.waiting.unshift(...words);
      await wait(AGAIN_MS, undefined, { ref: false });
    }
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
