import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import { DutiesChanged } from '#members/members.events.js';
import { MailsService } from './mails.service.js';

/** Whoever was given a duty, or has one no more, was signed out by it: the mail says that there is news. */
@Injectable()
export class TellWhoseDutiesChanged {
  constructor(private readonly mails: MailsService) {}

  @On(DutiesChanged)
  whenDutiesChanged({ accountId }: { accountId: string }): Promise<void> {
    return this.mails.tellOfAccount(accountId);
  }
}
