import { createHmac } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from './database.js';

export interface Limit {
  /** Begins the keys of this limit: all limits share one table. */
  readonly keyPrefix: string;
  readonly points: number;
  readonly seconds: number;
  /** Whether a process remembers who is over the limit, and asks no more for them. */
  readonly isRemembered?: boolean;
}

/**
 * A counter in the database, so that it holds for several nodes and over a restart. Retention removes rows whose time is
 * over: a limiter that does it by itself keeps a timer and its pool for as long as the process lives.
 */
export const limiter = (db: Database, { keyPrefix, points, seconds, isRemembered }: Limit) =>
  new RateLimiterPostgres({
    ...{ storeClient: db.pool, storeType: 'pool', tableName: 'rate_limit', tableCreated: true },
    ...{ keyPrefix, points, duration: seconds, clearExpiredByTimeout: false },
    ...(isRemembered && { inMemoryBlockOnConsumed: points }),
  });

/** The key of a counter that stands for `text`, hashed under `key` of the seal: a copy of the database confirms no guess. */
export const hidden = (key: Buffer, text: string) =>
  createHmac('sha256', key).update(text).digest('base64url');

/** Counts one; undefined within the limit, else the seconds to wait. */
export async function overLimit(limits: RateLimiterPostgres, key: string) {
  try {
    await limits.consume(key);
    return undefined;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return Math.ceil(error.msBeforeNext / 1000);
  }
}
