import { Injectable } from '@nestjs/common';
import { AccountsService } from '#members/accounts.service.js';
import { MailLinksService } from '#members/sessions/mail-links.service.js';

/** What was requested for an account in any of its sessions and has not happened yet. */
@Injectable()
export class PendingRequestsService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly links: MailLinksService,
  ) {}

  /** Cancels mailed links, a change of address and a deletion: a thief may have requested them. Inside write(). */
  async cancelAll(accountId: string): Promise<void> {
    await this.links.cancelAll(accountId);
    await this.accounts.update(accountId, { deletionDueAt: null });
  }
}
