import { Injectable } from '@nestjs/common';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { Database, isDuplicate } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { NotFound, TooMany } from '#kernel/errors.js';
import { Standing } from '#members/account.entity.js';
import { AccountsService, type VerifiedCredential } from '#members/accounts.service.js';
import type { MailLinkPurpose } from '#members/sessions/mail-link.entity.js';
import { MailLinksService } from '#members/sessions/mail-links.service.js';
import { createRateLimiter, secondsUntilAllowed } from '#database/rate-limiter.js';
import { EmailChangeUndoService } from './email-change-undo.service.js';
import { AccountMailsService } from './account-mails.service.js';

const MAILS_AN_HOUR = 5;
const PURPOSES: MailLinkPurpose[] = ['confirm-address', 'change-address'];

/**
 * Changes the address of an account. A new address counts only after its owner opened the mailed link and confirmed.
 */
@Injectable()
export class EmailAddressesService {
  private readonly limits: RateLimiterPostgres;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly links: MailLinksService,
    private readonly mails: AccountMailsService,
    private readonly kept: EmailChangeUndoService,
  ) {
    this.limits = createRateLimiter(db, {
      keyPrefix: 'address',
      points: MAILS_AN_HOUR,
      seconds: 3600,
    });
  }

  /**
   * Mails a link that confirms the address for the account. Does not check whether another account has the address, so
   * the requester cannot find out. The owner of a taken address gets a news mail without the link. The current address
   * of the account gets a link to keep that address. Must run in a transaction.
   */
  async send(accountId: string, email: string, purpose: MailLinkPurpose): Promise<void> {
    this.db.assertWriting();
    const account = await this.accounts.get(accountId);
    await this.mails.sendLink(await this.links.make(accountId, purpose, email));
    if (account.email !== email) await this.kept.offer(account);
  }

  /**
   * Like `send`, to change the address of a requester who proved the password. Throws TooMany beyond the limit per
   * hour. Must not run in a transaction.
   */
  async askToChange(proved: VerifiedCredential, email: string): Promise<void> {
    const seconds = await secondsUntilAllowed(this.limits, proved.id);
    if (seconds !== undefined) throw new TooMany('address.tooMany', seconds);
    await this.db.write(async () => {
      const account = await this.accounts.lockVerified(proved);
      await this.send(account.id, email, 'change-address');
    });
  }

  /**
   * Cancels a change that waits for confirmation, if there is one: the mailed link stops working. Sends the
   * owner a news mail, because an attacker with a stolen session could otherwise cancel the change unnoticed.
   */
  async cancelChange(accountId: string): Promise<void> {
    await this.db.write(async () => {
      await this.accounts.lock(accountId); // Wait for a link that is being created, to delete it too.
      if (!(await this.links.pendingOf(accountId, 'change-address'))) return;
      await this.links.cancel(accountId, 'change-address');
      await this.mails.tellOfAccount(accountId);
    });
  }

  /** The address that waits for confirmation, or null. */
  async pendingOf(accountId: string): Promise<string | null> {
    for (const purpose of PURPOSES) {
      const link = await this.links.pendingOf(accountId, purpose);
      if (link) return link.email;
    }
    return null;
  }

  async isGood(token: string): Promise<boolean> {
    return (await this.links.find(token, ...PURPOSES)) !== null;
  }

  /**
   * Uses the link: sets the address, cancels all other mailed links, and mails the former address a link to undo the
   * change. Throws NotFound for an unknown, used or expired link.
   */
  async confirm(token: string): Promise<void> {
    try {
      await this.db.write(() => this.take(token));
    } catch (error) {
      if (isDuplicate(error)) throw new NotFound(); // Another account confirmed the same address first.
      throw error;
    }
  }

  private async take(token: string): Promise<void> {
    const { accountId, email } = await this.links.use(token, ...PURPOSES);
    const before = await this.accounts.get(accountId);
    const emailConfirmedAt = this.clock.now();
    const isOther = before.email !== null && before.email !== email;
    if (isOther) await this.kept.offer(before);
    await this.links.cancelAll(accountId);
    await this.accounts.update(accountId, { email, emailConfirmedAt });
    if (before.standing !== Standing.applicant) await this.accounts.endRecoveryPhrase(accountId);
  }
}
