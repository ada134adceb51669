import { Injectable } from '@nestjs/common';
import { Forbidden, Invalid } from '#kernel/errors.js';
import { newId } from '#kernel/ids.js';
import { type Account, Standing } from '#members/account.entity.js';
import {
  AccountsService,
  type VerifiedCredential,
  type AccountSecretHashes,
} from '#members/accounts.service.js';
import { recoveryPhraseHashes } from '#members/recovery-phrase.js';
import { KnownDevicesService } from '#members/sessions/known-devices.service.js';
import { parseEmail } from '../accounts/parse-email.js';
import {
  type PasswordAttemptSource,
  BruteForceGuardService,
} from '../sessions/brute-force-guard.service.js';
import {
  type SignInBrowser,
  PasswordHashingQueuesService,
} from './password-hashing-queues.service.js';
import { PasswordsService } from './passwords.service.js';

/** Checks an address with its password, or the password of a signed-in account. */
@Injectable()
export class CredentialsService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly devices: KnownDevicesService,
    private readonly guesses: BruteForceGuardService,
    private readonly passwords: PasswordsService,
    private readonly queues: PasswordHashingQueuesService,
  ) {}

  /**
   * Returns the account, or undefined for an unknown address, a wrong password and an account that may not sign in. All
   * three cost the same work, so timing discloses nothing. Throws TooMany after too many wrong attempts, whether or not
   * the account exists.
   */
  async check(
    address: string,
    password: string,
    browser: SignInBrowser,
  ): Promise<Account | undefined> {
    const email = parseEmail(address) ?? '';
    const look = () => this.lookUp(email, browser);
    const { account, door } = await this.queues.lookUp(browser, look);
    const found = await this.guesses.attempt(door, async () => {
      const isRight = await this.passwords.verify(account?.passwordHash, password);
      return isRight && account && (await this.isLetIn(account)) ? account : undefined;
    });
    // Disclosed only after the correct password.
    if (found?.idleSince) throw new Forbidden('account.idle');
    return found;
  }

  /**
   * Loads the account, selects the attempt counter for this browser, and throws TooMany if that counter is exhausted.
   */
  private async lookUp(email: string, { source, device }: SignInBrowser) {
    const account = await this.accounts.byEmail(email);
    const { id: accountId, credentialVersion } = account ?? { id: newId(), credentialVersion: 0 };
    const isKnown = await this.devices.isKnown(accountId, device);
    const door: PasswordAttemptSource = isKnown
      ? { accountId, credentialVersion }
      : { address: email, source };
    await this.guesses.assertOpen(door);
    return { account, door };
  }

  private isLetIn(account: Account): boolean | Promise<boolean> {
    return mayEnter(account) || account.idleSince !== null || this.accounts.isHeard(account.id);
  }

  /**
   * Checks the password of a signed-in account before a sensitive operation, or the recovery phrase if the account has
   * no password. Throws Invalid on `field`, and TooMany after too many wrong attempts. Returns the credential; the
   * operation must verify it again in its transaction with `AccountsService.hold`.
   */
  async assertOwn(
    accountId: string,
    secret: string,
    field = 'password',
  ): Promise<VerifiedCredential> {
    const account = await this.accounts.secretsOf(accountId);
    const { credentialVersion } = account;
    const isOwn = await this.guesses.attempt(
      { accountId, credentialVersion },
      async () => (await this.isSecretOf(account, secret)) || undefined,
    );
    if (isOwn) return account;
    const hasPassword = account.passwordHash !== null;
    throw new Invalid('input', { [field]: hasPassword ? 'passwordWrong' : 'wordsWrong' });
  }

  private async isSecretOf(account: AccountSecretHashes, secret: string): Promise<boolean> {
    const { passwordHash, returnWordsHash } = account;
    if (passwordHash !== null) return this.passwords.verify(passwordHash, secret);
    return recoveryPhraseHashes(secret).some((hash) => returnWordsHash?.equals(hash));
  }
}

/** A locked account must be unlocked first. An applicant needs a confirmed address. */
function mayEnter({ standing, emailConfirmedAt }: Account): boolean {
  if (standing === Standing.locked || standing === Standing.former) return false;
  return standing !== Standing.applicant || emailConfirmedAt !== null;
}
