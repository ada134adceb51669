import { Injectable } from '@nestjs/common';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { Database } from '#database/database.js';
import { TooMany } from '#kernel/errors.js';
import { Sealer } from '#kernel/sealed-box.js';
import { KeyedConcurrencyLimiter } from '#kernel/concurrency-limiter.js';
import { PasswordHashingQueuesService } from '../passwords/password-hashing-queues.service.js';
import { hashLimiterKey, createRateLimiter, secondsUntilAllowed } from '#database/rate-limiter.js';

/** The source of an attempt. It selects the counter of wrong attempts. */
export type PasswordAttemptSource =
  /**
   * A browser that this account does not know. `address` is the submitted text, whether or not an account has it;
   * `source` is the client's network.
   */
  | { readonly address: string; readonly source: string }
  /** A known browser or a session of this account. A new password starts a new count. */
  | { readonly accountId: string; readonly credentialVersion: number };

/**
 * Maximum of wrong attempts per hour for each counter. An hour can overlap two windows of the two counters, so at most
 * 2 × (5 + 5) = 20 attempts are evaluated. Attempts of unknown browsers never exhaust the owner's counter.
 */
const WRONG_ONES = 5;
const HOUR_SECONDS = 3600;
const WAITING = 50;

@Injectable()
export class BruteForceGuardService {
  private readonly key: Buffer;
  private readonly limiter: RateLimiterPostgres;
  private readonly turns = new KeyedConcurrencyLimiter(1, WAITING);
  /** Keys of the attempts that this node is evaluating. Until its result is known, an attempt counts as wrong. */
  private readonly evaluating = new Set<string>();

  constructor(
    db: Database,
    private readonly queues: PasswordHashingQueuesService,
    seal: Sealer,
  ) {
    this.key = seal.keyFor('signin.guess');
    this.limiter = createRateLimiter(db, {
      keyPrefix: 'guess',
      points: WRONG_ONES,
      seconds: HOUR_SECONDS,
    });
  }

  /**
   * Runs an attempt. After too many wrong attempts, throws TooMany with the seconds to wait instead. An attempt is
   * wrong if it returns undefined; successful and unevaluated attempts do not count. Attempts for one key run one after
   * the other, so that simultaneous correct attempts are not counted as wrong.
   */
  attempt<T>(
    door: PasswordAttemptSource,
    attempt: () => Promise<T | undefined>,
  ): Promise<T | undefined> {
    const key = this.keyOf(door);
    const inTurn = () => this.queues.hash(door, () => this.evaluate(key, attempt));
    return this.turns.take(key, inTurn, () => new TooMany('signIn.busy', 5));
  }

  /** Throws TooMany like `attempt`, without waiting. An attempt that another node is evaluating counts as wrong. */
  async assertOpen(door: PasswordAttemptSource): Promise<void> {
    const key = this.keyOf(door);
    const counted = await this.limiter.get(key);
    if (!counted) return;
    const wrong = counted.consumedPoints - (this.evaluating.has(key) ? 1 : 0);
    if (wrong < WRONG_ONES) return;
    throw new TooMany('signIn.wait', Math.ceil(counted.msBeforeNext / 1000));
  }

  /** Counts the attempt before evaluating it, so that the limit holds across nodes, and only after a slot is free. */
  private async evaluate<T>(key: string, attempt: () => Promise<T | undefined>) {
    const seconds = await secondsUntilAllowed(this.limiter, key);
    let isWrong = false;
    try {
      if (seconds !== undefined) throw new TooMany('signIn.wait', seconds);
      this.evaluating.add(key);
      const answer = await attempt();
      isWrong = answer === undefined;
      return answer;
    } finally {
      try {
        if (!isWrong) await this.limiter.reward(key, 1);
      } finally {
        this.evaluating.delete(key);
      }
    }
  }

  private keyOf(door: PasswordAttemptSource): string {
    const isStranger = 'address' in door;
    const name = isStranger
      ? `address:${door.address}`
      : `${door.accountId}:${door.credentialVersion}`;
    return hashLimiterKey(this.key, name);
  }
}
