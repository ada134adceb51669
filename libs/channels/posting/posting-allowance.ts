import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { TooMany } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { LeasedRateLimit } from './leased-rate-limit.js';

const KB = 1_024;
/** 2,000 messages and changes per window of ten seconds (ADR 35). */
const MESSAGES = { keyPrefix: 'posts', points: 2_000, seconds: 10, lease: 50 };
/** Maximum size of text per day: a hundred times the text that one person can write in a day. */
const TEXT = { keyPrefix: 'text', points: 20 * KB * KB, seconds: 86_400, lease: 64 * KB };

/** Limits how much one account writes in channels. */
@Injectable()
export class PostingAllowance {
  private readonly messages: LeasedRateLimit;
  private readonly text: LeasedRateLimit;

  constructor(db: Database) {
    this.messages = new LeasedRateLimit(db, {
      ...MESSAGES,
      refusal: (seconds) => new TooMany('message.tooFast', seconds),
    });
    this.text = new LeasedRateLimit(db, {
      ...TEXT,
      refusal: (seconds) => new TooMany('message.tooMuchText', seconds),
    });
  }

  /** Counts a message or a change, and the size of its text. Throws TooMany beyond the limits. */
  async take({ accountId }: Viewer, text = ''): Promise<void> {
    await this.messages.take(accountId, 1);
    await this.text.take(accountId, Buffer.byteLength(text));
  }
}
