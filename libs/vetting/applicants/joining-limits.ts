import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Database } from '#database/database.js';
import { hidden, limiter } from '#database/limiter.js';
import { Clock, HOUR, SECOND } from '#kernel/clock.js';
import { TooMany } from '#kernel/errors.js';
import { networkSource } from '#kernel/network-source.js';
import { Seal } from '#kernel/seal.js';

/** In an hour, from one network, without waiting. */
const SENDINGS = 100;
const RETURNS = 200;
/** Beyond that each waits: a step longer for so many more, up to the longest. */
const STEP = { of: 20, lasts: 2 * SECOND, longest: 60 * SECOND };
/** Requests that wait at one node at once; a page that is asked for again later costs less than one that is held. */
const MOST_WAITING = 500;

/**
 * How often one network may apply or try a receipt. Many people share one address, so requests beyond the limit are not
 * refused but wait. All nodes share one counter, stored under a keyed hash of the hour and the network: a row shows no
 * address, and rows of two hours do not show that they are of one network. The key follows from the seal key, so whoever
 * has that and the rows, which stay for up to two hours, finds their addresses by trying all.
 */
@Injectable()
export class JoiningLimits {
  private readonly key: Buffer;
  private readonly sendings: RateLimiterPostgres;
  private readonly returns: RateLimiterPostgres;
  private waiting = 0;

  constructor(
    db: Database,
    private readonly clock: Clock,
    seal: Seal,
  ) {
    this.key = seal.keyFor('vetting.joining');
    this.sendings = hourly(db, 'join', SENDINGS);
    this.returns = hourly(db, 'return', RETURNS);
  }

  /** Counts one sending, whatever was sent; beyond 100 an hour it resolves later. */
  sending(from: string): Promise<void> {
    return this.count(this.sendings, from, SENDINGS);
  }

  /** Counts one try to come back, whatever was typed; beyond 200 an hour it resolves later. */
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
    return hidden(this.key, `${hour} ${networkSource(from)}`);
  }
}

const hourly = (db: Database, keyPrefix: string, points: number) =>
  limiter(db, { keyPrefix, points, seconds: HOUR / SECOND });

/** Counts one; by how many it is more than there are without waiting. */
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
