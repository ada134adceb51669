import { Injectable } from '@nestjs/common';
import { EventsService } from '#events/events.service.js';
import { AccountsService } from '#members/accounts.service.js';
import { AccountDeleted } from '#members/members.events.js';
import { SessionsService } from '#members/sessions/sessions.service.js';
import { ErasersService } from './erasers.service.js';
import { MailsService } from './mails.service.js';

/** How an account ends: its sessions, what features keep of it, then the row with everything that hangs on it. */
@Injectable()
export class AccountEndingsService {
  constructor(
    private readonly events: EventsService,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly erasers: ErasersService,
    private readonly mails: MailsService,
  ) {}

  tellOwner(accountId: string): Promise<void> {
    return this.mails.tellOfAccount(accountId);
  }

  /** Inside write(). */
  async end(accountId: string): Promise<void> {
    await this.sessions.endAll(accountId, 'account-deleted');
    await this.erasers.erase(accountId);
    await this.accounts.remove(accountId);
    await this.events.record(AccountDeleted, { accountId });
  }
}
