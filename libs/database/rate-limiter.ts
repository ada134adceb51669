import { createHmac } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from './database.js';

export interface RateLimit {
  /** Prefix of this limit's keys; all limits share one table. */
  readonly keyPrefix: string;
  readonly points: number;
  readonly seconds: number;
  /** Whether each process remembers exceeded keys and skips the database for them. */
  readonly isRemembered?: boolean;
}

/**
 * Creates a rate limiter that counts in the database, so that it holds across nodes and restarts. The retention job
 * deletes expired rows; the limiter's own cleanup would keep a timer and its pool alive.
 */
export const createRateLimiter = (
  db: Database,
  { keyPrefix, points, seconds, isRemembered }: RateLimit,
) =>
  new RateLimiterPostgres({
    ...{ storeClient: db.pool, storeType: 'pool', tableName: 'rate_limit', tableCreated: true },
    ...{ keyPrefix, points, duration: seconds, clearExpiredByTimeout: false },
    ...(isRemembered && { inMemoryBlockOnConsumed: points }),
  });

/** Hashes the text of a limiter key with a secret key, so that a copy of the database cannot confirm guesses. */
export const hashLimiterKey = (key: Buffer, text: string) =>
  createHmac('sha256', key).update(text).digest('base64url');

/** Counts one use. Returns undefined within the limit, otherwise the seconds to wait. */
export async function secondsUntilAllowed(limits: RateLimiterPostgres, key: string) {
  try {
    await limits.consume(key);
    return undefined;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return Math.ceil(error.msBeforeNext / 1000);
  }
}
