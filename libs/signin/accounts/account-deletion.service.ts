import { Injectable } from '@nestjs/common';
import { EventsService } from '#events/events.service.js';
import { AccountsService } from '#members/accounts.service.js';
import { AccountDeleted } from '#members/members.events.js';
import { SessionsService } from '#members/sessions/sessions.service.js';
import { AccountErasersService } from './account-erasers.service.js';
import { AccountMailsService } from './account-mails.service.js';

/** Deletes an account: ends its sessions, runs the registered erasers, deletes the row and records `AccountDeleted`. */
@Injectable()
export class AccountDeletionService {
  constructor(
    private readonly events: EventsService,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly erasers: AccountErasersService,
    private readonly mails: AccountMailsService,
  ) {}

  tellOwner(accountId: string): Promise<void> {
    return this.mails.tellOfAccount(accountId);
  }

  /** Deletes the account with its sessions. Must run in a transaction. */
  async end(accountId: string): Promise<void> {
    await this.sessions.endAll(accountId, 'account-deleted');
    await this.erasers.erase(accountId);
    await this.accounts.remove(accountId);
    await this.events.record(AccountDeleted, { accountId });
  }
}
