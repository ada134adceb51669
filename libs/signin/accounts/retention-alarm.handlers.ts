import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import { AccountsService } from '#members/accounts.service.js';
import { DutyName } from '#members/duty.entity.js';
import { RetentionFailed } from '#retention/retention.events.js';
import { AccountMailsService } from './account-mails.service.js';

/** Notifies administrators when expired data could not be destroyed. Their data page shows which class. */
@Injectable()
export class RetentionAlarmHandlers {
  constructor(
    private readonly accounts: AccountsService,
    private readonly mails: AccountMailsService,
  ) {}

  @On(RetentionFailed, { id: 'TellAdministratorsThatRetentionFails.whenADataClassDoesNotEnd' })
  async whenADataClassDoesNotEnd(): Promise<void> {
    for (const id of await this.accounts.idsWithDuty(DutyName.administer)) {
      await this.mails.tellNews(id);
    }
  }
}
