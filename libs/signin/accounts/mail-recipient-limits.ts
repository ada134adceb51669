import { Injectable } from '@nestjs/common';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { Database } from '#database/database.js';
import { DAY, SECOND } from '#kernel/clock.js';
import { Sealer } from '#kernel/sealed-box.js';
import { hashLimiterKey, createRateLimiter, secondsUntilAllowed } from '#database/rate-limiter.js';

/**
 * Maximum number of mails of each kind to one address per day, regardless of the cause. Anybody can enter an address of
 * another person. News about the account has its own limit, so that nobody can suppress a warning about a theft.
 */
const A_DAY = { accountNews: 20, confirmAddress: 5, keepAddress: 5, news: 20, setUp: 5 } as const;
type Counted = keyof typeof A_DAY;

/** Limits mails by recipient. */
@Injectable()
export class MailRecipientLimits {
  private readonly key: Buffer;
  private readonly limits: Record<Counted, RateLimiterPostgres>;

  constructor(db: Database, seal: Sealer) {
    this.key = seal.keyFor('signin.recipient');
    const of = (kind: Counted) =>
      createRateLimiter(db, {
        keyPrefix: `mail-${kind}`,
        points: A_DAY[kind],
        seconds: DAY / SECOND,
      });
    this.limits = {
      accountNews: of('accountNews'),
      confirmAddress: of('confirmAddress'),
      keepAddress: of('keepAddress'),
      news: of('news'),
      setUp: of('setUp'),
    };
  }

  /** Runs `send` if the limit allows it, else does nothing. A failed mail does not count. */
  async within(kind: Counted, address: string, send: () => Promise<void>): Promise<void> {
    const key = hashLimiterKey(this.key, address.toLowerCase());
    if ((await secondsUntilAllowed(this.limits[kind], key)) !== undefined) return;
    try {
      await send();
    } catch (error) {
      await this.limits[kind].reward(key, 1);
      throw error;
    }
  }
}
