import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { On } from '#events/on.decorator.js';
import {
  MatterClaimed,
  MatterClosed,
  MatterHanded,
  ReportMade,
} from '#moderation/moderation.events.js';
import { ModeratorsService } from '#moderation/moderators.service.js';
import { ApplicationAppealed, ApplicationSubmitted } from '#vetting/vetting.events.js';
import { NewsMailService } from './news-mail.service.js';
import { NoticesService } from './notices.service.js';
import { Recipients } from './recipients.js';

interface OfMatter {
  readonly matterId: string;
}

/** Never the reported person, nor whoever is recused: the service leaves them out. */
@Injectable()
export class TellModeratorsOfMatters {
  constructor(
    private readonly moderators: ModeratorsService,
    private readonly notices: NoticesService,
  ) {}

  /** Whoever has the matter in hand hears of it, else everybody who could take it. */
  @On(ReportMade)
  async whenSomethingIsReported({ matterId: id }: OfMatter): Promise<void> {
    const [assigneeId, everybody] = await Promise.all([
      this.moderators.assigneeOf(id),
      this.moderators.ofMatter(id),
    ]);
    const told = everybody.filter((one) => assigneeId === null || one === assigneeId);
    const others = everybody.filter((one) => !told.includes(one));
    const news = { subject: 'matter', id };
    await this.notices.tell(told, { of: 'Matter', id, action: 'queue' }, news);
    this.notices.refresh(others, news);
  }

  @On(MatterHanded)
  async whenItIsHandedOver({ matterId: id }: OfMatter): Promise<void> {
    const assigneeId = await this.moderators.assigneeOf(id);
    if (!assigneeId) return;
    await this.notices.tell([assigneeId], { of: 'Matter', id }, { subject: 'matter', id });
  }

  @On(MatterClaimed)
  whenSomeoneTakesItOrGivesItBack({ matterId }: OfMatter): Promise<void> {
    return this.refresh(matterId);
  }

  @On(MatterClosed)
  whenItIsClosed({ matterId }: OfMatter): Promise<void> {
    return this.refresh(matterId);
  }

  private async refresh(id: string): Promise<void> {
    this.notices.refresh(await this.moderators.ofMatter(id), { subject: 'matter', id });
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
  whenSomeoneApplies({ applicationId }: { applicationId: string }): Promise<void> {
    return this.write(applicationId);
  }

  @On(ApplicationAppealed)
  whenADeclineIsAppealed({ applicationId }: { applicationId: string }): Promise<void> {
    return this.write(applicationId);
  }

  private async write(id: string): Promise<void> {
    const vetting = await this.db.query<{ account_id: string }>(
      `select account_id from duty where name = 'vet' order by account_id`,
    );
    const told = { of: 'Application', id, action: 'queue' };
    for (const { account_id: accountId } of vetting) {
      if (await this.recipients.mayKnow(accountId, told)) await this.mails.ask(accountId, told);
    }
  }
}
