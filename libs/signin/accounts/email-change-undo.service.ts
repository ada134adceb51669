import { Injectable } from '@nestjs/common';
import { Database, isDuplicate } from '#database/database.js';
import { NotFound } from '#kernel/errors.js';
import { newToken } from '#kernel/ids.js';
import type { Account } from '#members/account.entity.js';
import { AccountsService } from '#members/accounts.service.js';
import { MailLinksService } from '#members/sessions/mail-links.service.js';
import { NewPasswordService } from '../passwords/new-password.service.js';
import { PasswordsService } from '../passwords/passwords.service.js';
import { AccountMailsService } from './account-mails.service.js';

/** Lets the owner of an address stop a change of it, or undo the change within 72 hours. */
@Injectable()
export class EmailChangeUndoService {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountsService,
    private readonly links: MailLinksService,
    private readonly mails: AccountMailsService,
    private readonly passwords: PasswordsService,
    private readonly newPassword: NewPasswordService,
  ) {}

  /**
   * Mails the confirmed address a link with which its owner can stop the change to another address. An address that
   * itself replaced another one within the last 72 hours gets no link. Otherwise a thief who set that address could
   * restore it after the owner restored the first address. The caller must lock the account first.
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

  /** Whether the secret of the link is still valid. */
  async isGood(token: string): Promise<boolean> {
    return (await this.links.find(token, 'keep-address')) !== null;
  }

  /**
   * Uses the link: restores the address and cancels a pending change. The requester of the change knew the password, so
   * this sets a random password and ends all sessions, known browsers and links. Returns the secret of a link to choose
   * a new password. Throws NotFound for an unknown, used or expired link.
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
      if (isDuplicate(error)) throw new NotFound(); // Another account confirmed the same address first.
      throw error;
    }
  }
}
