import { type RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '#database/database.js';
import { type RateLimit, createRateLimiter } from '#database/rate-limiter.js';
import { SECOND } from '#kernel/clock.js';
import type { TooMany } from '#kernel/errors.js';

interface LimitOfLeases extends RateLimit {
  /** How many points a node reserves from the counter at once. */
  readonly lease: number;
  readonly refusal: (retryAfterSeconds: number) => TooMany;
}

interface Lease {
  left: number;
  readonly endsAt: number;
  asking?: Promise<void> | undefined;
}

const REMEMBERED = 10_000;

/**
 * A rate limit per account, counted in PostgreSQL for all nodes. A node reserves a number of points (a lease) and
 * spends them locally, so that not every message updates the counter. The first lease of each window is free: normal
 * use needs no statement. Each node may therefore exceed the limit by one lease.
 */
export class LeasedRateLimit {
  private readonly counter: RateLimiterPostgres;
  private readonly leases = new Map<string, Lease>();

  constructor(
    db: Database,
    private readonly limit: LimitOfLeases,
  ) {
    this.counter = createRateLimiter(db, { ...limit, isRemembered: true });
  }

  /**
   * Spends points and reserves as many leases as needed. Throws TooMany beyond the limit; leases that were reserved
   * before the error stay available.
   */
  async take(accountId: string, points: number): Promise<void> {
    const lease = this.leaseOf(accountId);
    while (lease.left < points) {
      lease.asking ??= this.ask(accountId, lease).finally(() => (lease.asking = undefined));
      await lease.asking;
    }
    lease.left -= points;
  }

  private async ask(accountId: string, lease: Lease): Promise<void> {
    try {
      await this.counter.consume(accountId, this.limit.lease);
      lease.left += this.limit.lease;
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw this.limit.refusal(Math.ceil(error.msBeforeNext / SECOND));
    }
  }

  private leaseOf(accountId: string): Lease {
    const now = performance.now();
    const known = this.leases.get(accountId);
    if (known && known.endsAt > now) return known;
    if (this.leases.size >= REMEMBERED) this.forgetEnded(now);
    const lease = { left: this.limit.lease, endsAt: now + this.limit.seconds * SECOND };
    this.leases.set(accountId, lease);
    return lease;
  }

  private forgetEnded(now: number): void {
    for (const [accountId, { endsAt }] of this.leases)
      if (endsAt <= now) this.leases.delete(accountId);
  }
}
