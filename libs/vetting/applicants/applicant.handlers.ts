import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { AccountMailsService } from '#signin/accounts/account-mails.service.js';
import {
  ApplicantQuestionAsked,
  ApplicationDecided,
  ApplicationReviewed,
} from '../vetting.events.js';

interface OfApplication {
  readonly applicationId: string;
  readonly accountId: string;
}

/**
 * Notifies the applicant: updates the open page and sends a mail. The mail reads the same for a question, an acceptance
 * and a decline.
 */
@Injectable()
export class ApplicantHandlers {
  constructor(
    private readonly mails: AccountMailsService,
    private readonly realtime: RealtimeService,
  ) {}

  @On(ApplicantQuestionAsked, { id: 'TellTheApplicant.whenSomethingIsAsked' })
  async whenSomethingIsAsked(of: OfApplication): Promise<void> {
    this.tell(of);
    await this.mails.tellNews(of.accountId);
  }

  @On(ApplicationReviewed, { id: 'TellTheApplicant.whenAReviewIsWritten' })
  async whenAReviewIsWritten(of: OfApplication): Promise<void> {
    this.tell(of);
  }

  @On(ApplicationDecided, { id: 'TellTheApplicant.whenItIsDecided' })
  async whenItIsDecided(of: OfApplication): Promise<void> {
    this.tell(of);
    await this.mails.tellNews(of.accountId);
  }

  private tell({ accountId, applicationId }: OfApplication): void {
    this.realtime.tell([accountId], { subject: 'myApplication', id: applicationId });
  }
}
