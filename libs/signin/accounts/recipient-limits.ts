import { Injectable } from '@nestjs/common';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { Database } from '#database/database.js';
import { DAY, SECOND } from '#kernel/clock.js';
import { Seal } from '#kernel/seal.js';
import { hidden, limiter, overLimit } from '#database/limiter.js';

/**
 * As many mails of a kind reach one address in a day, from whatever cause: anybody may name an address that is not
 * theirs. News about the account itself are counted apart: others must not use up what tells its owner of a thief.
 */
const A_DAY = { accountNews: 20, confirmAddress: 5, keepAddress: 5, news: 20, setUp: 5 } as const;
type Counted = keyof typeof A_DAY;

/** Counts mails by recipient. */
@Injectable()
export class RecipientLimits {
  private readonly key: Buffer;
  private readonly limits: Record<Counted, RateLimiterPostgres>;

  constructor(db: Database, seal: Seal) {
    this.key = seal.keyFor('signin.recipient');
    const of = (kind: Counted) =>
      limiter(db, { keyPrefix: `mail-${kind}`, points: A_DAY[kind], seconds: DAY / SECOND });
    this.limits = {
      accountNews: of('accountNews'),
      confirmAddress: of('confirmAddress'),
      keepAddress: of('keepAddress'),
      news: of('news'),
      setUp: of('setUp'),
    };
  }

  /** Runs `send` within the limit, else does nothing; a mail that could not be sent does not count. */
  async within(kind: Counted, address: string, send: () => Promise<void>): Promise<void> {
    const key = hidden(this.key, address.toLowerCase());
    if ((await overLimit(this.limits[kind], key)) !== undefined) return;
    try {
      await send();
    } catch (error) {
      await this.limits[kind].reward(key, 1);
      throw error;
    }
  }
}
