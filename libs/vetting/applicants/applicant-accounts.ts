import { Injectable } from '@nestjs/common';
import { ViewerLoader } from '#access/viewer.loader.js';
import { Conflict, Invalid } from '#kernel/errors.js';
import { Standing } from '#members/account.entity.js';
import { AccountsService, type VerifiedCredential } from '#members/accounts.service.js';
import type { RecoveryPhrase } from '#members/recovery-phrase.js';
import type { Viewer } from '#policy/viewer.js';
import { EmailAddressesService } from '#signin/accounts/email-addresses.service.js';
import { CredentialsService } from '#signin/passwords/credentials.service.js';
import { NewPasswordService } from '#signin/passwords/new-password.service.js';
import { PasswordsService } from '#signin/passwords/passwords.service.js';
import type { ApplicationInput } from '../applications/application.inputs.js';

interface Applying {
  readonly input: ApplicationInput;
  readonly receipt: RecoveryPhrase;
  readonly passwordHash: string | null;
}

/** Creates and updates the account behind an application. */
@Injectable()
export class ApplicantAccounts {
  constructor(
    private readonly accounts: AccountsService,
    private readonly addresses: EmailAddressesService,
    private readonly viewers: ViewerLoader,
    private readonly credentials: CredentialsService,
    private readonly passwords: PasswordsService,
    private readonly newPassword: NewPasswordService,
  ) {}

  /**
   * Returns the viewer's applicant account or a new one. Call inside a transaction. An email address is stored only
   * after its confirmation link was followed: the mail proves who owns the address.
   */
  async of(viewer: Viewer, applying: Applying): Promise<VerifiedCredential> {
    const accountId = await this.keep(viewer, applying);
    const { reach, email } = applying.input;
    if (reach === 'email' && email) await this.addresses.send(accountId, email, 'confirm-address');
    return this.accounts.get(accountId);
  }

  /**
   * Returns the problems of an application's password, by field. An applicant who already has a password must enter it:
   * a session alone may not change the password or the address of an account.
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

  /**
   * Returns the hash of the password chosen in the application, or null. `source` identifies the client's network, for rate limits.
   */
  async newPasswordOf(
    viewer: Viewer,
    { reach, password }: ApplicationInput,
    source: string,
  ): Promise<string | null> {
    const chooses = reach === 'email' && password && !(await this.hasPassword(viewer));
    return chooses ? this.passwords.choose(password, { source }) : null;
  }

  /**
   * Replaces the applicant's recovery phrase and returns the account. Throws Conflict if the account is no longer an
   * applicant.
   */
  async newReceipt(accountId: string, { hash }: RecoveryPhrase): Promise<VerifiedCredential> {
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
    await this.viewers.reload(viewer); // The session may have ended while this request waited for the lock.
    await this.accounts.update(known, kept);
    const { sessionId } = viewer;
    if (passwordHash) await this.newPassword.keepFirst(known, passwordHash, { sessionId });
    return known;
  }
}
