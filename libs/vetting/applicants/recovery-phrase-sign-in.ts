import { Injectable } from '@nestjs/common';
import { NotFound } from '#kernel/errors.js';
import { type Account, Standing } from '#members/account.entity.js';
import { AccountsService } from '#members/accounts.service.js';
import { recoveryPhraseHashes } from '#members/recovery-phrase.js';

/** Standings that may sign in with a recovery phrase. A member without an email address still needs it. */
const LET_IN: readonly Standing[] = [Standing.applicant, Standing.member];

/** Signs in an account without an email address by its twelve-word recovery phrase. */
@Injectable()
export class RecoveryPhraseSignIn {
  constructor(private readonly accounts: AccountsService) {}

  /**
   * Finds the account of a recovery phrase. Throws NotFound if the phrase is malformed or unknown, or if the account is
   * closed.
   */
  async accountOf(words: string): Promise<Account> {
    for (const hash of recoveryPhraseHashes(words)) {
      const account = await this.accounts.byRecoveryPhraseHash(hash);
      if (account && (await this.isLetIn(account))) return account;
    }
    throw new NotFound();
  }

  private isLetIn({ id, standing }: Account): boolean | Promise<boolean> {
    return LET_IN.includes(standing) || this.accounts.isHeard(id);
  }
}
