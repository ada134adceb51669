import { Injectable } from '@nestjs/common';
import { type RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Database } from '#database/database.js';
import { createRateLimiter } from '#database/rate-limiter.js';
import { TooMany } from '#kernel/errors.js';

const KB = 1024;
/** Maximum number of files per hour, and of KB per day. */
const MOST = { hourly: 200, daily: (500 * KB * KB) / KB };
/** Maximum number of unsent files of an account, and of unsent files that are incomplete or unchecked. */
const WAITING = { all: 60, unfinished: 12 };

/** Limits the uploads of one account, or of one case. The declared size counts, whether or not the bytes arrive. */
@Injectable()
export class UploadQuotas {
  private readonly hourly: RateLimiterPostgres;
  private readonly daily: RateLimiterPostgres;

  constructor(private readonly db: Database) {
    this.hourly = createRateLimiter(db, {
      keyPrefix: 'files',
      points: MOST.hourly,
      seconds: 3_600,
    });
    this.daily = createRateLimiter(db, { keyPrefix: 'bytes', points: MOST.daily, seconds: 86_400 });
  }

  /** Counts one more file with its size in bytes under `key`. Throws TooMany beyond the limits. */
  async take(accountId: string, bytes: number, key = accountId): Promise<void> {
    await this.assertRoom(accountId); // Check first, so that a refused file does not count.
    await this.consume(this.hourly, key, 1);
    await this.consume(this.daily, key, Math.ceil(bytes / KB));
  }

  /**
   * Checks again inside the transaction that inserts the row, under a lock per account, so that concurrent requests
   * cannot exceed the limit.
   */
  async holdRoom(accountId: string): Promise<void> {
    this.db.assertWriting();
    await this.db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `files:${accountId}`,
    ]);
    await this.assertRoom(accountId);
  }

  private async assertRoom(accountId: string): Promise<void> {
    const [waiting] = await this.db.query<{ all: number; unfinished: number }>(
      `select count(*)::int as all, count(*) filter (where state in ('uploading', 'checking'))::int as unfinished
       from attachment where account_id = $1 and message_id is null and state <> 'refused'`,
      [accountId],
    );
    if (waiting!.all >= WAITING.all || waiting!.unfinished >= WAITING.unfinished)
      throw new TooMany('upload.tooManyWaiting', 60);
  }

  private async consume(limit: RateLimiterPostgres, key: string, points: number) {
    try {
      await limit.consume(key, points);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw new TooMany('upload.quota', Math.ceil(error.msBeforeNext / 1_000));
    }
  }
}
