import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import { AccountsService } from '#members/accounts.service.js';
import { DutyName } from '#members/duty.entity.js';
import { AccountDeleted, DutiesChanged, StandingChanged } from '#members/members.events.js';
import { SettingsService } from '#settings/settings.service.js';
import { AccountMailsService } from './account-mails.service.js';

/** Notifies administrators when applications pause because too few vetters are left. */
@Injectable()
export class ApplicationsPauseHandlers {
  constructor(
    private readonly settings: SettingsService,
    private readonly accounts: AccountsService,
    private readonly mails: AccountMailsService,
  ) {}

  @On(AccountDeleted, { id: 'TellAdministratorsThatApplicationsPause.whenSomebodyLeft' })
  whenSomebodyLeft(): Promise<void> {
    return this.tell();
  }

  @On(StandingChanged, { id: 'TellAdministratorsThatApplicationsPause.whenAStandingChanged' })
  whenAStandingChanged(): Promise<void> {
    return this.tell();
  }

  @On(DutiesChanged, { id: 'TellAdministratorsThatApplicationsPause.whenDutiesChanged' })
  whenDutiesChanged(): Promise<void> {
    return this.tell();
  }

  private async tell(): Promise<void> {
    if (!(await this.settings.arePaused())) return;
    for (const id of await this.accounts.idsWithDuty(DutyName.administer)) {
      await this.mails.tellNews(id);
    }
  }
}
