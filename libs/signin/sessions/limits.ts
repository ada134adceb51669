import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '#database/database.js';

/** A counter in the database, so that it holds for several nodes and over a restart. */
export const limiter = (db: Database, keyPrefix: string, points: number, seconds: number) =>
  new RateLimiterPostgres({
    storeClient: db.pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix,
    points,
    duration: seconds,
  });

/** No address stands in the table. */
export const hidden = (text: string) => createHash('sha256').update(text).digest('base64url');

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
