import { Injectable } from '@nestjs/common';
import { Forbidden, Invalid } from '#kernel/errors.js';
import { newId } from '#kernel/ids.js';
import { type Account, Standing } from '#members/account.entity.js';
import { AccountsService, type Credential, type Secrets } from '#members/accounts.service.js';
import { receiptHashes } from '#members/receipt-words.js';
import { KnownDevicesService } from '#members/sessions/known-devices.service.js';
import { emailOf } from '../accounts/email.js';
import { type Door, GuessesService } from '../sessions/guesses.service.js';
import { type Browser, PasswordQueuesService } from './password-queues.service.js';
import { PasswordsService } from './passwords.service.js';

/** Whether an address and a password, or the password alone, are right. */
@Injectable()
export class CredentialsService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly devices: KnownDevicesService,
    private readonly guesses: GuessesService,
    private readonly passwords: PasswordsService,
    private readonly queues: PasswordQueuesService,
  ) {}

  /**
   * The account, or undefined: the same work and the same answer for an address that nobody has, a wrong password and
   * an account that may not come in. Throws TooMany after too many wrong ones, whether there is an account or not.
   */
  async check(address: string, password: string, browser: Browser): Promise<Account | undefined> {
    const email = emailOf(address) ?? '';
    const look = () => this.lookUp(email, browser);
    const { account, door } = await this.queues.lookUp(browser, look);
    const found = await this.guesses.attempt(door, async () => {
      const isRight = await this.passwords.verify(account?.passwordHash, password);
      return isRight && account && (await this.isLetIn(account)) ? account : undefined;
    });
    // Said to whoever has the password, and to nobody else.
    if (found?.idleSince) throw new Forbidden('account.idle');
    return found;
  }

  /** The account of this address, and the door that the browser stands at, which is open. */
  private async lookUp(email: string, { source, device }: Browser) {
    const account = await this.accounts.byEmail(email);
    const { id: accountId, credentialVersion } = account ?? { id: newId(), credentialVersion: 0 };
    const isKnown = await this.devices.isKnown(accountId, device);
    const door: Door = isKnown ? { accountId, credentialVersion } : { address: email, source };
    await this.guesses.assertOpen(door);
    return { account, door };
  }

  private isLetIn(account: Account): boolean | Promise<boolean> {
    return mayEnter(account) || account.idleSince !== null || this.accounts.isHeard(account.id);
  }

  /**
   * Passes when this is the account's password, given again for an act of consequence; of whoever never chose one, the
   * words of the receipt. Throws Invalid on `field`, and TooMany after too many wrong ones of either.
   * Gives what was proved: the act holds it in its transaction (`AccountsService.hold`).
   */
  async assertOwn(accountId: string, secret: string, field = 'password'): Promise<Credential> {
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

  private async isSecretOf(account: Secrets, secret: string): Promise<boolean> {
    const { passwordHash, returnWordsHash } = account;
    if (passwordHash !== null) return this.passwords.verify(passwordHash, secret);
    return receiptHashes(secret).some((hash) => returnWordsHash?.equals(hash));
  }
}

/** Who is locked comes back by unlocking only; an applicant's address counts once its link was opened. */
function mayEnter({ standing, emailConfirmedAt }: Account): boolean {
  if (standing === Standing.locked || standing === Standing.former) return false;
  return standing !== Standing.applicant || emailConfirmedAt !== null;
}
