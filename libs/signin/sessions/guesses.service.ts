import { Injectable } from '@nestjs/common';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { Database } from '#database/database.js';
import { TooMany } from '#kernel/errors.js';
import { hidden, limiter, overLimit } from './limits.js';
import { Turns } from '#kernel/turns.js';

/** From where a password is tried. */
export type Door =
  /** A browser that this account does not know; `address` is what was typed, whether an account has it or not. */
  | { readonly address: string }
  /** A browser that signed in to this account before, or a session of it. */
  | { readonly accountId: string };

/**
 * Five wrong ones an hour at each of the two doors. A window may end and the next begin within an hour, so what is
 * evaluated in any hour is at most 2 × (5 + 5) = 20 (privacy.md, P16), and strangers never use up the owner's door.
 */
const WRONG_ONES = 5;
const HOUR_SECONDS = 3600;
const WAITING = 50;

@Injectable()
export class GuessesService {
  private readonly limiter: RateLimiterPostgres;
  private readonly turns = new Map<string, { turns: Turns; users: number }>();

  constructor(db: Database) {
    this.limiter = limiter(db, 'guess', WRONG_ONES, HOUR_SECONDS);
  }

  /**
   * Runs an attempt unless too many wrong ones were made at this door; then TooMany with the seconds to wait. An
   * attempt that gives something costs nothing; one that gives undefined counts as wrong. Attempts at one door run one
   * after the other, so that many right ones at once are not mistaken for guesses.
   */
  async attempt<T>(door: Door, attempt: () => Promise<T | undefined>): Promise<T | undefined> {
    const key = keyOf(door);
    return this.inTurn(key, async () => {
      await this.count(key);
      const answer = await attempt();
      if (answer !== undefined) await this.limiter.reward(key, 1);
      return answer;
    });
  }

  /** Counted before it is evaluated: the count holds for several nodes too. */
  private async count(key: string): Promise<void> {
    const seconds = await overLimit(this.limiter, key);
    if (seconds !== undefined) throw new TooMany('signIn.wait', seconds);
  }

  private async inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const mine = this.turns.get(key) ?? { turns: new Turns(1, WAITING), users: 0 };
    this.turns.set(key, mine);
    mine.users += 1;
    try {
      return await mine.turns.take(work, () => new TooMany('signIn.busy', 5));
    } finally {
      mine.users -= 1;
      if (mine.users === 0) this.turns.delete(key);
    }
  }
}

function keyOf(door: Door): string {
  return hidden('address' in door ? `address:${door.address}` : door.accountId);
}
