import { Injectable } from '@nestjs/common';
import { Database, isDuplicate } from '#database/database.js';
import { NotFound } from '#kernel/errors.js';
import type { Language } from '#kernel/language.js';
import type { Account } from '#members/account.entity.js';
import { AccountsService } from '#members/accounts.service.js';
import { MailLinksService } from '#members/sessions/mail-links.service.js';
import { EmailAddressesService } from '../accounts/email-addresses.service.js';
import { parseEmailOrThrow } from '../accounts/parse-email.js';
import { PasswordsService } from './passwords.service.js';

export interface ChosenSignInCredentials {
  readonly email: string;
  readonly password: string;
  readonly language: Language;
}

/** The credentials for setting up a staff account: the secret of the link, and the code if the link needs one. */
export interface AccountSetUpSecrets {
  readonly token: string;
  readonly code: string;
}

/** Sets up the account of a new staff member or founder with the link, and with the code if two people created it. */
@Injectable()
export class AccountSetUpService {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountsService,
    private readonly links: MailLinksService,
    private readonly passwords: PasswordsService,
    private readonly addresses: EmailAddressesService,
  ) {}

  /** Whether the link needs a code; null for an invalid link. */
  async look(token: string): Promise<{ needsCode: boolean } | null> {
    const link = await this.links.find(token, 'set-up');
    return link && { needsCode: link.needsCode };
  }

  /**
   * Sets the password, uses up the link, runs `more` and returns the account, all in one transaction. The address is
   * confirmed only when its owner opens the link mailed to it, so the result does not disclose whether the address is
   * taken. Throws Invalid with the wrong fields, and NotFound for an invalid link.
   */
  async take(
    brought: AccountSetUpSecrets,
    { email: given, password, language }: ChosenSignInCredentials,
    more: (accountId: string) => Promise<void>,
  ): Promise<Account> {
    const link = await this.links.find(brought.token, 'set-up');
    if (!link) throw new NotFound();
    const email = parseEmailOrThrow(given);
    const passwordHash = await this.passwords.choose(password, link);
    const sitDown = () =>
      this.db.write(() => this.use(brought, { email, passwordHash, language }, more));
    // Retries once if another founder claimed the same address at the same time.
    return sitDown().catch((error: unknown) => {
      if (!isDuplicate(error)) throw error;
      return sitDown();
    });
  }

  private async use(
    { token, code }: AccountSetUpSecrets,
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
