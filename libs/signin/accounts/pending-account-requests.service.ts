import { Injectable } from '@nestjs/common';
import { AccountsService } from '#members/accounts.service.js';
import { MailLinksService } from '#members/sessions/mail-links.service.js';

/** Requests of an account that wait for confirmation or a date: mailed links, a change of address, the deletion. */
@Injectable()
export class PendingAccountRequestsService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly links: MailLinksService,
  ) {}

  /** Cancels mailed links, a change of address and a deletion, because a thief may have requested them. */
  async cancelAll(accountId: string): Promise<void> {
    await this.links.cancelAll(accountId);
    await this.accounts.update(accountId, { deletionDueAt: null });
  }
}
