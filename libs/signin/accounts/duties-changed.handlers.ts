import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import { DutiesChanged } from '#members/members.events.js';
import { AccountMailsService } from './account-mails.service.js';

/** Sends a news mail when a duty was given or taken away, because the change ended all sessions of the account. */
@Injectable()
export class DutiesChangedHandlers {
  constructor(private readonly mails: AccountMailsService) {}

  @On(DutiesChanged, { id: 'TellWhoseDutiesChanged.whenDutiesChanged' })
  whenDutiesChanged({ accountId }: { accountId: string }): Promise<void> {
    return this.mails.tellOfAccount(accountId);
  }
}
