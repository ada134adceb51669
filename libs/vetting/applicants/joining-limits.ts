import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { TooMany } from '#kernel/errors.js';

const HOUR_SECONDS = 3600;

/** How often one place on the network may apply or try a receipt. Kept in memory only: no address is ever stored. */
@Injectable()
export class JoiningLimits {
  private readonly sendings = new RateLimiterMemory({ points: 100, duration: HOUR_SECONDS });
  private readonly returns = new RateLimiterMemory({ points: 200, duration: HOUR_SECONDS });

  /** Counts one sending; TooMany beyond 100 an hour, whatever was sent. */
  sending(from: string): Promise<void> {
    return count(this.sendings, from);
  }

  /** Counts one try to come back; TooMany beyond 200 an hour, whatever was typed. */
  returning(from: string): Promise<void> {
    return count(this.returns, from);
  }
}

async function count(limiter: RateLimiterMemory, from: string): Promise<void> {
  try {
    await limiter.consume(from);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new TooMany('join.wait', Math.ceil(error.msBeforeNext / 1000));
  }
}
