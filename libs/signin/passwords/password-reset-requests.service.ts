import { Injectable } from '@nestjs/common';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { Database } from '#database/database.js';
import { hashLimiterKey, createRateLimiter, secondsUntilAllowed } from '#database/rate-limiter.js';
import { EventsService } from '#events/events.service.js';
import { newId } from '#kernel/ids.js';
import { Sealer } from '#kernel/sealed-box.js';
import { AccountsService } from '#members/accounts.service.js';
import { parseEmail } from '../accounts/parse-email.js';

/** Maximum number of reset mails to one address per hour. */
const MAILS_AN_HOUR = 3;

/** Queues the mail with the link to reset a forgotten password. */
@Injectable()
export class PasswordResetRequestsService {
  private readonly key: Buffer;
  private readonly limits: RateLimiterPostgres;

  constructor(
    db: Database,
    private readonly events: EventsService,
    private readonly accounts: AccountsService,
    seal: Sealer,
  ) {
    this.key = seal.keyFor('signin.reset');
    this.limits = createRateLimiter(db, {
      keyPrefix: 'reset',
      points: MAILS_AN_HOUR,
      seconds: 3600,
    });
  }

  /**
   * Requests a reset mail for this address. Does the same work and returns nothing, whether or not an account has the
   * address. A job without a recipient gets the lowest priority, so that requests for invented addresses do not delay
   * mails.
   */
  async ask(address: unknown): Promise<void> {
    const email = parseEmail(address) ?? '';
    const isOver =
      (await secondsUntilAllowed(this.limits, hashLimiterKey(this.key, email))) !== undefined;
    const account = await this.accounts.byEmail(email);
    const isLast = !account || isOver;
    const accountId = isLast ? newId() : account.id;
    await this.events.ask('signin.reset', { accountId }, { isLast });
  }
}
