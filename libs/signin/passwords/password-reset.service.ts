import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Invalid, NotFound } from '#kernel/errors.js';
import { Standing } from '#members/account.entity.js';
import { AccountsService } from '#members/accounts.service.js';
import { MailLinksService } from '#members/sessions/mail-links.service.js';
import { NewPasswordService } from './new-password.service.js';
import { PasswordHashingQueuesService } from './password-hashing-queues.service.js';
import { PasswordsService } from './passwords.service.js';

/** Resets a forgotten password with the single-use link that `PasswordResetRequestsService` sends. */
@Injectable()
export class PasswordResetService {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountsService,
    private readonly links: MailLinksService,
    private readonly passwords: PasswordsService,
    private readonly queues: PasswordHashingQueuesService,
    private readonly newPassword: NewPasswordService,
  ) {}

  /** Whether the secret of the link is still valid. */
  async isGood(token: string): Promise<boolean> {
    return (await this.links.find(token, 'reset-password')) !== null;
  }

  /**
   * Uses the link, ends every session and returns the account id. Throws NotFound for an invalid link, and Invalid for
   * the current password, because a person who knows it must lose access; the link then stays valid. Any other password
   * uses the link, so a link allows one wrong guess of the current password.
   */
  async reset(token: string, password: string): Promise<string> {
    const link = await this.links.find(token, 'reset-password');
    if (!link) throw new NotFound();
    await this.passwords.assertGood(password);
    // Every change of the password voids the link, so the one that is read here is the current one if the link is used.
    const current = await this.accounts.passwordHashOf(link.accountId);
    const hash = await this.queues.hash(link, async () => {
      const isSame = current !== null && (await this.passwords.verify(current, password));
      return isSame ? null : this.passwords.hash(password);
    });
    return this.db.write(() => this.use(token, hash));
  }

  /** `hash` is null for the current password. */
  private async use(token: string, hash: string | null): Promise<string> {
    const { accountId } = await this.links.use(token, 'reset-password');
    const { standing, idleSince } = await this.accounts.get(accountId);
    const isGone = standing === Standing.former && idleSince === null;
    const isOut = standing === Standing.locked || isGone;
    if (isOut && !(await this.accounts.isHeard(accountId))) throw new NotFound();
    if (hash === null) throw new Invalid('input', { password: 'passwordSame' });
    await this.newPassword.keep(accountId, hash);
    // An inactive account becomes a member on probation again, because nobody has seen its owner for a year.
    if (idleSince) await this.newPassword.comeBack(accountId);
    return accountId;
  }
}
