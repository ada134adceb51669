import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import { AccountsService } from '#members/accounts.service.js';
import { DutyName } from '#members/duty.entity.js';
import { AccountMailsService } from '#signin/accounts/account-mails.service.js';
import { ReviewerShortageService } from './reviewer-shortage.service.js';
import { ApplicationAppealed, ApplicationReviewed, ConflictDeclared } from '../vetting.events.js';

interface Of {
  readonly applicationId: string;
}

/**
 * Notifies administrators when an application has too few eligible reviewers. The mail only says that there is news.
 */
@Injectable()
export class ReviewerShortageHandlers {
  constructor(
    private readonly shortage: ReviewerShortageService,
    private readonly accounts: AccountsService,
    private readonly mails: AccountMailsService,
  ) {}

  @On(ApplicationAppealed, { id: 'TellAdministratorsThatVettersAreMissing.whenADeclineIsAppealed' })
  whenADeclineIsAppealed({ applicationId }: Of): Promise<void> {
    return this.tell(applicationId);
  }

  @On(ApplicationReviewed, { id: 'TellAdministratorsThatVettersAreMissing.whenTwoMayDisagree' })
  whenTwoMayDisagree({ applicationId }: Of): Promise<void> {
    return this.tell(applicationId);
  }

  @On(ConflictDeclared, { id: 'TellAdministratorsThatVettersAreMissing.whenAConflictIsDeclared' })
  whenAConflictIsDeclared({ applicationId }: Of): Promise<void> {
    return this.tell(applicationId);
  }

  private async tell(applicationId: string): Promise<void> {
    if ((await this.shortage.of(applicationId)) === 0) return;
    for (const id of await this.accounts.idsWithDuty(DutyName.administer)) {
      await this.mails.tellNews(id);
    }
  }
}
