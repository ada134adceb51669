import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { On } from '#events/on.decorator.js';
import { ReportClaimed, ReportClosed, ReportMade } from '#moderation/moderation.events.js';
import { ModeratorsService } from '#moderation/moderators.service.js';
import { ApplicationSubmitted } from '#vetting/vetting.events.js';
import { NewsMailService } from './news-mail.service.js';
import { NoticesService } from './notices.service.js';
import { Recipients } from './recipients.js';

interface OfReport {
  readonly reportId: string;
}

/** Never the reported person, nor whoever is recused: the service leaves them out. */
@Injectable()
export class TellModeratorsOfReports {
  constructor(
    private readonly moderators: ModeratorsService,
    private readonly notices: NoticesService,
  ) {}

  @On(ReportMade)
  async whenSomethingIsReported({ reportId: id }: OfReport): Promise<void> {
    const told = { of: 'Report', id, action: 'queue' };
    await this.notices.tell(await this.moderators.ofReport(id), told, { subject: 'report', id });
  }

  @On(ReportClaimed)
  whenSomeoneTakesItOrGivesItBack({ reportId }: OfReport): Promise<void> {
    return this.refresh(reportId);
  }

  @On(ReportClosed)
  whenItIsClosed({ reportId }: OfReport): Promise<void> {
    return this.refresh(reportId);
  }

  private async refresh(id: string): Promise<void> {
    this.notices.refresh(await this.moderators.ofReport(id), { subject: 'report', id });
  }
}

/** Open desks hear of it from vetting itself; this writes to those who are not there. */
@Injectable()
export class WriteToThoseWhoVetWhenSomeoneApplies {
  constructor(
    private readonly db: Database,
    private readonly recipients: Recipients,
    private readonly mails: NewsMailService,
  ) {}

  @On(ApplicationSubmitted)
  async whenSomeoneApplies({ applicationId: id }: { applicationId: string }): Promise<void> {
    const vetting = await this.db.query<{ account_id: string }>(
      `select account_id from duty where name = 'vet' order by account_id`,
    );
    const told = { of: 'Application', id, action: 'queue' };
    for (const { account_id: accountId } of vetting) {
      if (await this.recipients.mayKnow(accountId, told)) await this.mails.ask(accountId, told);
    }
  }
}
