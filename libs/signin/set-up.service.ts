import { Injectable } from '@nestjs/common';
import { Database, isDuplicate } from '#database/database.js';
import { Invalid, NotFound } from '#kernel/errors.js';
import type { Language } from '#kernel/language.js';
import { AccountsService } from '#members/accounts.service.js';
import { MailLinksService } from '#members/mail-links.service.js';
import { AddressesService } from './addresses.service.js';
import { emailOrInvalid } from './email.js';
import { PasswordsService } from './passwords.service.js';

export interface Chosen {
  readonly email: string;
  readonly password: string;
  readonly language: Language;
}

/** A seat of the founding is taken by whoever holds its link. */
@Injectable()
export class SetUpService {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountsService,
    private readonly links: MailLinksService,
    private readonly passwords: PasswordsService,
    private readonly addresses: AddressesService,
  ) {}

  async isGood(token: string): Promise<boolean> {
    return (await this.links.find(token, 'set-up')) !== null;
  }

  /**
   * Gives the account its address and password and uses the link up, with `more` in the same transaction. Gives the
   * account's id. Invalid names the fields at fault; NotFound for a link that is over.
   */
  async take(
    token: string,
    { email: given, password, language }: Chosen,
    more: (accountId: string) => Promise<void>,
  ): Promise<string> {
    if (!(await this.isGood(token))) throw new NotFound();
    const email = emailOrInvalid(given);
    const passwordHash = await this.passwords.choose(password);
    try {
      return await this.db.write(async () => {
        const { accountId } = await this.links.use(token, 'set-up');
        await this.accounts.update(accountId, { email, passwordHash, language });
        await this.addresses.send(accountId, email, 'confirm-address');
        await more(accountId);
        return accountId;
      });
    } catch (error) {
      if (isDuplicate(error)) throw new Invalid('input', { email: 'addressTaken' });
      throw error;
    }
  }
}
