import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Database } from '#database/database.js';
import { hashLimiterKey, createRateLimiter } from '#database/rate-limiter.js';
import { Clock, HOUR, SECOND } from '#kernel/clock.js';
import { TooMany } from '#kernel/errors.js';
import { clientNetworkOf } from '#kernel/client-network.js';
import { Sealer } from '#kernel/sealed-box.js';

/** Requests per hour and network that are served without delay. */
const SENDINGS = 100;
const RETURNS = 200;
/** Delay of requests beyond the limit: 2 s more for every 20 requests, at most 60 s. */
const STEP = { of: 20, lasts: 2 * SECOND, longest: 60 * SECOND };
/**
 * Maximum number of delayed requests per node. The node refuses further requests, because holding a request costs more
 * than a retry.
 */
const MOST_WAITING = 500;

/**
 * Limits how often one network may apply or try a recovery phrase. Many people share one IP address, so excess requests
 * are delayed, not refused. All nodes share one counter. Its key is a keyed hash of the hour and the network: a row
 * does not contain the address, and rows of different hours cannot be linked. The hash key is derived from the seal
 * key. An attacker who has the seal key and the rows (stored for up to two hours) can find the addresses by trying all
 * of them.
 */
@Injectable()
export class ApplicationRateLimits {
  private readonly key: Buffer;
  private readonly sendings: RateLimiterPostgres;
  private readonly returns: RateLimiterPostgres;
  private waiting = 0;

  constructor(
    db: Database,
    private readonly clock: Clock,
    seal: Sealer,
  ) {
    this.key = seal.keyFor('vetting.joining');
    this.sendings = hourly(db, 'join', SENDINGS);
    this.returns = hourly(db, 'return', RETURNS);
  }

  /** Counts one application, valid or not. Beyond 100 per hour the promise resolves after a delay. */
  sending(from: string): Promise<void> {
    return this.count(this.sendings, from, SENDINGS);
  }

  /**
   * Counts one attempt to sign in with a recovery phrase, valid or not. Beyond 200 per hour the promise resolves after
   * a delay.
   */
  returning(from: string): Promise<void> {
    return this.count(this.returns, from, RETURNS);
  }

  private async count(limits: RateLimiterPostgres, from: string, most: number): Promise<void> {
    const over = await overMeasure(limits, this.markOf(from), most);
    if (over <= 0) return;
    if (this.waiting >= MOST_WAITING) throw new TooMany('join.wait', STEP.longest / SECOND);
    this.waiting += 1;
    const ms = Math.min(STEP.longest, STEP.lasts * Math.ceil(over / STEP.of));
    await wait(ms, undefined, { ref: false });
    this.waiting -= 1;
  }

  private markOf(from: string): string {
    const hour = Math.floor(this.clock.now().getTime() / HOUR);
    return hashLimiterKey(this.key, `${hour} ${clientNetworkOf(from)}`);
  }
}

const hourly = (db: Database, keyPrefix: string, points: number) =>
  createRateLimiter(db, { keyPrefix, points, seconds: HOUR / SECOND });

/** Counts one request. Returns the number of requests beyond the limit. */
async function overMeasure(
  limits: RateLimiterPostgres,
  key: string,
  most: number,
): Promise<number> {
  try {
    await limits.consume(key);
    return 0;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return error.consumedPoints - most;
  }
}
