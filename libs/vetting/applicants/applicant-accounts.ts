import { Injectable } from '@nestjs/common';
import { ViewerLoader } from '#access/viewer.loader.js';
import { Conflict, Invalid } from '#kernel/errors.js';
import { Standing } from '#members/account.entity.js';
import { AccountsService, type Credential } from '#members/accounts.service.js';
import type { Receipt } from '#members/receipt-words.js';
import type { Viewer } from '#policy/viewer.js';
import { AddressesService } from '#signin/accounts/addresses.service.js';
import { CredentialsService } from '#signin/passwords/credentials.service.js';
import { NewPasswordService } from '#signin/passwords/new-password.service.js';
import { PasswordsService } from '#signin/passwords/passwords.service.js';
import type { ApplicationInput } from '../applications/application.inputs.js';

interface Applying {
  readonly input: ApplicationInput;
  readonly receipt: Receipt;
  readonly passwordHash: string | null;
}

/** The account behind an application. */
@Injectable()
export class ApplicantAccounts {
  constructor(
    private readonly accounts: AccountsService,
    private readonly addresses: AddressesService,
    private readonly viewers: ViewerLoader,
    private readonly credentials: CredentialsService,
    private readonly passwords: PasswordsService,
    private readonly newPassword: NewPasswordService,
  ) {}

  /**
   * The viewer's account of standing applicant, or a new one. An address is only written on a link: the
   * mail that carries it tells whose it is. Inside write().
   */
  async of(viewer: Viewer, applying: Applying): Promise<Credential> {
    const accountId = await this.keep(viewer, applying);
    const { reach, email } = applying.input;
    if (reach === 'email' && email) await this.addresses.send(accountId, email, 'confirm-address');
    return this.accounts.get(accountId);
  }

  /**
   * What is wrong with the password of an application, by field. Of an applicant who has one it must be that one: a
   * session alone changes neither the password nor the address of an account.
   */
  async passwordProblems(
    viewer: Viewer,
    password: string | null | undefined,
  ): Promise<Record<string, string>> {
    try {
      if (await this.hasPassword(viewer)) {
        await this.credentials.assertOwn(viewer.accountId, password ?? '');
      } else if (password) await this.passwords.assertGood(password);
      return {};
    } catch (error) {
      if (error instanceof Invalid) return { ...error.fields };
      throw error;
    }
  }

  /** The hash of a password that the application chooses, or null. `source` is the network source that it comes from. */
  async newPasswordOf(
    viewer: Viewer,
    { reach, password }: ApplicationInput,
    source: string,
  ): Promise<string | null> {
    const chooses = reach === 'email' && password && !(await this.hasPassword(viewer));
    return chooses ? this.passwords.choose(password, { source }) : null;
  }

  /** Other words for an applicant, whose account is given. Conflict for who became something else. */
  async newReceipt(accountId: string, { hash }: Receipt): Promise<Credential> {
    const account = await this.accounts.lock(accountId);
    if (account?.standing !== Standing.applicant) throw new Conflict('application.sent');
    await this.accounts.update(accountId, { returnWordsHash: hash });
    return this.accounts.get(accountId);
  }

  private async hasPassword({ standing, accountId }: Viewer): Promise<boolean> {
    if (standing !== 'applicant') return false;
    return (await this.accounts.passwordHashOf(accountId)) !== null;
  }

  private async keep(viewer: Viewer, { input, receipt, passwordHash }: Applying): Promise<string> {
    const known = viewer.standing === 'applicant' ? viewer.accountId : undefined;
    const { language } = input;
    const kept = { language, returnWordsHash: receipt.hash };
    if (!known) {
      const account = { ...kept, passwordHash, standing: Standing.applicant };
      return (await this.accounts.create(account)).id;
    }
    await this.accounts.lock(known);
    await this.viewers.again(viewer); // the session may have been ended while this was under way
    await this.accounts.update(known, kept);
    const { sessionId } = viewer;
    if (passwordHash) await this.newPassword.keepFirst(known, passwordHash, { sessionId });
    return known;
  }
}
