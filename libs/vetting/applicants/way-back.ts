import { Injectable } from '@nestjs/common';
import { NotFound } from '#kernel/errors.js';
import { type Account, Standing } from '#members/account.entity.js';
import { AccountsService } from '#members/accounts.service.js';
import { receiptHashes } from '#members/receipt-words.js';

/** Whom the words of a receipt let in: whoever applied, also once they are a member without an address. */
const LET_IN: readonly Standing[] = [Standing.applicant, Standing.member];

/** The way back for whoever has no address: the twelve words of the receipt. */
@Injectable()
export class WayBack {
  constructor(private readonly accounts: AccountsService) {}

  /** The account of a receipt. NotFound for words that are nobody's, that are no receipt, or whose account is closed. */
  async accountOf(words: string): Promise<Account> {
    for (const hash of receiptHashes(words)) {
      const account = await this.accounts.byReturnWords(hash);
      if (account && (await this.isLetIn(account))) return account;
    }
    throw new NotFound();
  }

  private isLetIn({ id, standing }: Account): boolean | Promise<boolean> {
    return LET_IN.includes(standing) || this.accounts.isHeard(id);
  }
}
