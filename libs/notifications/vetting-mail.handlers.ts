import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { On } from '#events/on.decorator.js';
import { ReopeningOpened } from '#vetting/reopenings/reopening.events.js';
import { ApplicationAppealed, ApplicationSubmitted } from '#vetting/vetting.events.js';
import { NewsMailService } from './news-mail.service.js';
import { NotificationRecipients } from './notification-recipients.js';

/** Mails vetters about new work. The vetting library notifies vetters who have the queue open. */
@Injectable()
export class VettingMailHandlers {
  constructor(
    private readonly db: Database,
    private readonly recipients: NotificationRecipients,
    private readonly mails: NewsMailService,
  ) {}

  @On(ApplicationSubmitted, { id: 'WriteToThoseWhoVetWhenSomeoneApplies.whenSomeoneApplies' })
  whenSomeoneApplies({ applicationId }: { applicationId: string }): Promise<void> {
    return this.write(applicationId);
  }

  @On(ApplicationAppealed, { id: 'WriteToThoseWhoVetWhenSomeoneApplies.whenADeclineIsAppealed' })
  whenADeclineIsAppealed({ applicationId }: { applicationId: string }): Promise<void> {
    return this.write(applicationId);
  }

  @On(ReopeningOpened, { id: 'WriteToThoseWhoVetWhenSomeoneApplies.whenAReviewOpensAgain' })
  whenAReviewOpensAgain({ reopeningId }: { reopeningId: string }): Promise<void> {
    return this.write(reopeningId, 'Reopening');
  }

  private async write(id: string, of = 'Application'): Promise<void> {
    const vetting = await this.db.query<{ account_id: string }>(
      `select account_id from duty where name = 'vet' order by account_id`,
    );
    const told = { of, id, action: 'queue' };
    for (const { account_id: accountId } of vetting) {
      if (await this.recipients.mayKnow(accountId, told)) await this.mails.ask(accountId, told);
    }
  }
}
