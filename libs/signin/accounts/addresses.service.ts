import { Injectable } from '@nestjs/common';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { Database, isDuplicate } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { NotFound, TooMany } from '#kernel/errors.js';
import { Standing } from '#members/account.entity.js';
import { AccountsService, type Credential } from '#members/accounts.service.js';
import type { LinkPurpose } from '#members/sessions/mail-link.entity.js';
import { MailLinksService } from '#members/sessions/mail-links.service.js';
import { limiter, overLimit } from '#database/limiter.js';
import { KeptAddressesService } from './kept-addresses.service.js';
import { MailsService } from './mails.service.js';

const MAILS_AN_HOUR = 5;
const PURPOSES: LinkPurpose[] = ['confirm-address', 'change-address'];

/** Addresses of accounts: one counts once the link that was mailed to it was opened and confirmed. */
@Injectable()
export class AddressesService {
  private readonly limits: RateLimiterPostgres;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly links: MailLinksService,
    private readonly mails: MailsService,
    private readonly kept: KeptAddressesService,
  ) {
    this.limits = limiter(db, { keyPrefix: 'address', points: MAILS_AN_HOUR, seconds: 3600 });
  }

  /**
   * Mails a link to the address, which becomes the account's when it is used. Nothing is looked up now: an address
   * that another account has gets no link but "there is news", and whoever asked cannot tell. An address that the
   * account has is told how to keep it.
   */
  async send(accountId: string, email: string, purpose: LinkPurpose): Promise<void> {
    this.db.assertWriting();
    const account = await this.accounts.get(accountId);
    await this.mails.sendLink(await this.links.make(accountId, purpose, email));
    if (account.email !== email) await this.kept.offer(account);
  }

  /** The same, to change the address of whoever proved to be its owner: so many an hour, then TooMany. Not inside write(). */
  async askToChange(proved: Credential, email: string): Promise<void> {
    const seconds = await overLimit(this.limits, proved.id);
    if (seconds !== undefined) throw new TooMany('address.tooMany', seconds);
    await this.db.write(async () => {
      const account = await this.accounts.hold(proved);
      await this.send(account.id, email, 'change-address');
    });
  }

  /** The address that waits to be confirmed, or null. */
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
   * Uses the link: from now on the account has this address, the one before is told how to take that back, and links that
   * were mailed there are over. NotFound for a link that is over.
   */
  async confirm(token: string): Promise<void> {
    try {
      await this.db.write(() => this.take(token));
    } catch (error) {
      if (isDuplicate(error)) throw new NotFound(); // another account took the address meanwhile
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
    if (before.standing !== Standing.applicant) await this.accounts.endReturnWords(accountId);
  }
}
