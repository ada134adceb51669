import { Injectable } from '@nestjs/common';
import { Database, isDuplicate } from '#database/database.js';
import { NotFound } from '#kernel/errors.js';
import type { Language } from '#kernel/language.js';
import type { Account } from '#members/account.entity.js';
import { AccountsService } from '#members/accounts.service.js';
import { MailLinksService } from '#members/sessions/mail-links.service.js';
import { AddressesService } from '../accounts/addresses.service.js';
import { emailOrInvalid } from '../accounts/email.js';
import { PasswordsService } from './passwords.service.js';

export interface Chosen {
  readonly email: string;
  readonly password: string;
  readonly language: Language;
}

/** What somebody holds who sits down: the secret of the link, and the code where it needs one. */
export interface Brought {
  readonly token: string;
  readonly code: string;
}

/** A seat is taken by whoever holds its link, and its code where two people made it. */
@Injectable()
export class SetUpService {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountsService,
    private readonly links: MailLinksService,
    private readonly passwords: PasswordsService,
    private readonly addresses: AddressesService,
  ) {}

  /** What the link of this secret needs besides it; null for one that is over. */
  async look(token: string): Promise<{ needsCode: boolean } | null> {
    const link = await this.links.find(token, 'set-up');
    return link && { needsCode: link.needsCode };
  }

  /**
   * Gives the account its password and uses the link up, with `more` in the same transaction. The address is the account's
   * once the link that is mailed there was used, so that nothing here tells whether somebody has it. Gives the account.
   * Invalid names the fields at fault; NotFound for a link that is over.
   */
  async take(
    brought: Brought,
    { email: given, password, language }: Chosen,
    more: (accountId: string) => Promise<void>,
  ): Promise<Account> {
    const link = await this.links.find(brought.token, 'set-up');
    if (!link) throw new NotFound();
    const email = emailOrInvalid(given);
    const passwordHash = await this.passwords.choose(password, link);
    const sitDown = () =>
      this.db.write(() => this.use(brought, { email, passwordHash, language }, more));
    // Once more where another of the first people took this address at the same moment.
    return sitDown().catch((error: unknown) => {
      if (!isDuplicate(error)) throw error;
      return sitDown();
    });
  }

  private async use(
    { token, code }: Brought,
    { email, ...chosen }: { email: string; passwordHash: string; language: Language },
    more: (accountId: string) => Promise<void>,
  ): Promise<Account> {
    const { accountId } = await this.links.useWithCode(token, code, 'set-up');
    await this.accounts.update(accountId, chosen);
    await this.accounts.claimAddress(accountId, email);
    await this.addresses.send(accountId, email, 'confirm-address');
    await more(accountId);
    return this.accounts.get(accountId);
  }
}
