import { Injectable } from '@nestjs/common';
import { Database, isDuplicate } from '#database/database.js';
import { NotFound } from '#kernel/errors.js';
import { newToken } from '#kernel/ids.js';
import type { Account } from '#members/account.entity.js';
import { AccountsService } from '#members/accounts.service.js';
import { MailLinksService } from '#members/sessions/mail-links.service.js';
import { NewPasswordService } from '../passwords/new-password.service.js';
import { PasswordsService } from '../passwords/passwords.service.js';
import { MailsService } from './mails.service.js';

/** The owner of an account's address stops a change of it, or takes it back for 72 hours after it was made. */
@Injectable()
export class KeptAddressesService {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountsService,
    private readonly links: MailLinksService,
    private readonly mails: MailsService,
    private readonly passwords: PasswordsService,
    private readonly newPassword: NewPasswordService,
  ) {}

  /**
   * Tells the confirmed address of the account that another is to take its place, with a link to keep it. An address that
   * took the place of another within 72 hours gets no such link: whoever moved the account there could move it back
   * after its owner kept the first one. Lock the account first.
   */
  async offer(account: Account): Promise<void> {
    this.db.assertWriting();
    const { id, email, emailConfirmedAt } = account;
    if (email === null || emailConfirmedAt === null) return;
    const keepers = await this.links.keepersOf(id);
    const isContested = keepers.some((link) => link.email !== email);
    if (isContested) return this.mails.tellFormerAddress(account);
    await this.mails.sendLink(await this.links.make(id, 'keep-address', email));
  }

  /** Whether a link's secret can still be used. */
  async isGood(token: string): Promise<boolean> {
    return (await this.links.find(token, 'keep-address')) !== null;
  }

  /**
   * Uses the link: the account has this address and no change waits. Whoever asked for the change had the password, so
   * nobody knows the one it has now, and every session, known browser and link is over. Gives the secret of a link to
   * choose another password. NotFound for a link that is over.
   */
  async keep(token: string): Promise<string> {
    if (!(await this.isGood(token))) throw new NotFound();
    const unknown = await this.passwords.hash(newToken());
    try {
      return await this.db.write(async () => {
        const { accountId, email, usedAt } = await this.links.use(token, 'keep-address');
        await this.accounts.update(accountId, { email, emailConfirmedAt: usedAt });
        await this.newPassword.keep(accountId, unknown);
        await this.links.cancel(accountId, 'keep-address');
        const reset = await this.links.make(accountId, 'reset-password', email);
        return this.links.giveSecret(reset.id);
      });
    } catch (error) {
      if (isDuplicate(error)) throw new NotFound(); // another account confirmed the address meanwhile
      throw error;
    }
  }
}
