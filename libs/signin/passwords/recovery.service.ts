import { Injectable } from '@nestjs/common';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { NotFound } from '#kernel/errors.js';
import { newId } from '#kernel/ids.js';
import { Standing } from '#members/account.entity.js';
import { AccountsService } from '#members/accounts.service.js';
import { MailLinksService } from '#members/sessions/mail-links.service.js';
import { emailOf } from '../accounts/email.js';
import { hidden, limiter, overLimit } from '#database/limiter.js';
import { NewPasswordService } from './new-password.service.js';
import { PasswordsService } from './passwords.service.js';

/** As many mails to one address, however often they are asked for. */
const MAILS_AN_HOUR = 3;

/** A forgotten password, through a single-use link to the address of the account. */
@Injectable()
export class RecoveryService {
  private readonly limits: RateLimiterPostgres;

  constructor(
    private readonly db: Database,
    private readonly events: EventsService,
    private readonly accounts: AccountsService,
    private readonly links: MailLinksService,
    private readonly passwords: PasswordsService,
    private readonly newPassword: NewPasswordService,
  ) {
    this.limits = limiter(db, { keyPrefix: 'reset', points: MAILS_AN_HOUR, seconds: 3600 });
  }

  /**
   * Asks for the mail. The same work and no answer, whether an account has this address or not; but a job that mails
   * nobody runs after all others, so that asking for made-up addresses delays no mail.
   */
  async ask(address: unknown): Promise<void> {
    const email = emailOf(address) ?? '';
    const isOver = (await overLimit(this.limits, hidden(email))) !== undefined;
    const account = await this.accounts.byEmail(email);
    const isLast = !account || isOver;
    const accountId = isLast ? newId() : account.id;
    await this.events.ask('signin.reset', { accountId }, { isLast });
  }

  /** Whether a link's secret can still be used. */
  async isGood(token: string): Promise<boolean> {
    return (await this.links.find(token, 'reset-password')) !== null;
  }

  /** Uses the link; every session ends. Gives the account's id. NotFound for a link that is over. */
  async reset(token: string, password: string): Promise<string> {
    const link = await this.links.find(token, 'reset-password');
    if (!link) throw new NotFound();
    const hash = await this.passwords.choose(password, link);
    return this.db.write(async () => {
      const { accountId } = await this.links.use(token, 'reset-password');
      const { standing, idleSince } = await this.accounts.get(accountId);
      const isGone = standing === Standing.former && idleSince === null;
      const isOut = standing === Standing.locked || isGone;
      if (isOut && !(await this.accounts.isHeard(accountId))) throw new NotFound();
      await this.newPassword.keep(accountId, hash);
      // Whoever was idle begins again, on probation: nobody has seen them for a year.
      if (idleSince) await this.newPassword.comeBack(accountId);
      return accountId;
    });
  }
}
