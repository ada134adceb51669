import { Injectable } from '@nestjs/common';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { Database } from '#database/database.js';
import { hidden, limiter, overLimit } from '#database/limiter.js';
import { EventsService } from '#events/events.service.js';
import { newId } from '#kernel/ids.js';
import { Seal } from '#kernel/seal.js';
import { AccountsService } from '#members/accounts.service.js';
import { emailOf } from '../accounts/email.js';

/** As many mails to one address, however often they are asked for. */
const MAILS_AN_HOUR = 3;

/** Sends the link by which somebody who forgot their password chooses another. */
@Injectable()
export class ResetRequestsService {
  private readonly key: Buffer;
  private readonly limits: RateLimiterPostgres;

  constructor(
    db: Database,
    private readonly events: EventsService,
    private readonly accounts: AccountsService,
    seal: Seal,
  ) {
    this.key = seal.keyFor('signin.reset');
    this.limits = limiter(db, { keyPrefix: 'reset', points: MAILS_AN_HOUR, seconds: 3600 });
  }

  /**
   * Asks for the mail. The same work and no answer, whether an account has this address or not; but a job that mails
   * nobody runs after all others, so that asking for made-up addresses delays no mail.
   */
  async ask(address: unknown): Promise<void> {
    const email = emailOf(address) ?? '';
    const isOver = (await overLimit(this.limits, hidden(this.key, email))) !== undefined;
    const account = await this.accounts.byEmail(email);
    const isLast = !account || isOver;
    const accountId = isLast ? newId() : account.id;
    await this.events.ask('signin.reset', { accountId }, { isLast });
  }
}
