import { Injectable } from '@nestjs/common';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { Database } from '#database/database.js';
import { TooMany } from '#kernel/errors.js';
import { Seal } from '#kernel/seal.js';
import { TurnsOfEach } from '#kernel/turns.js';
import { PasswordQueuesService } from '../passwords/password-queues.service.js';
import { hidden, limiter, overLimit } from '#database/limiter.js';

/** From where a password is tried. */
export type Door =
  /**
   * A browser that this account does not know: `address` is what was typed, whether an account has it or not, `source`
   * the network source.
   */
  | { readonly address: string; readonly source: string }
  /** A browser that signed in to this account before, or a session of it; a new password begins a new count. */
  | { readonly accountId: string; readonly credentialVersion: number };

/**
 * Five wrong attempts an hour at each of the two endpoints. Two windows can fall into one hour, so at most
 * 2 × (5 + 5) = 20 are evaluated, and strangers never use up the owner's limit.
 */
const WRONG_ONES = 5;
const HOUR_SECONDS = 3600;
const WAITING = 50;

@Injectable()
export class GuessesService {
  private readonly key: Buffer;
  private readonly limiter: RateLimiterPostgres;
  private readonly turns = new TurnsOfEach(1, WAITING);
  /** Keys of the doors at which this node evaluates an attempt, which is counted as wrong until its outcome is known. */
  private readonly evaluating = new Set<string>();

  constructor(
    db: Database,
    private readonly queues: PasswordQueuesService,
    seal: Seal,
  ) {
    this.key = seal.keyFor('signin.guess');
    this.limiter = limiter(db, { keyPrefix: 'guess', points: WRONG_ONES, seconds: HOUR_SECONDS });
  }

  /**
   * Runs an attempt unless too many wrong ones were made at this door; then TooMany with the seconds to wait. An
   * attempt that gives something costs nothing, and so does one that was not evaluated; one that gives undefined counts
   * as wrong. Attempts at one door run one after the other, so that many right ones at once are not mistaken for guesses.
   */
  attempt<T>(door: Door, attempt: () => Promise<T | undefined>): Promise<T | undefined> {
    const key = this.keyOf(door);
    const inTurn = () => this.queues.hash(door, () => this.evaluate(key, attempt));
    return this.turns.take(key, inTurn, () => new TooMany('signIn.busy', 5));
  }

  /**
   * Refuses as `attempt` does where too many wrong ones were made, without waiting for anything. An attempt that another
   * node evaluates counts as wrong meanwhile.
   */
  async assertOpen(door: Door): Promise<void> {
    const key = this.keyOf(door);
    const counted = await this.limiter.get(key);
    if (!counted) return;
    const wrong = counted.consumedPoints - (this.evaluating.has(key) ? 1 : 0);
    if (wrong < WRONG_ONES) return;
    throw new TooMany('signIn.wait', Math.ceil(counted.msBeforeNext / 1000));
  }

  /** Counts before it evaluates, so that the count holds for several nodes too, and only once there is a slot. */
  private async evaluate<T>(key: string, attempt: () => Promise<T | undefined>) {
    const seconds = await overLimit(this.limiter, key);
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

  private keyOf(door: Door): string {
    const isStranger = 'address' in door;
    const name = isStranger
      ? `address:${door.address}`
      : `${door.accountId}:${door.credentialVersion}`;
    return hidden(this.key, name);
  }
}
