import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import { AccountsService } from '#members/accounts.service.js';
import { DutyName } from '#members/duty.entity.js';
import {
  MatterAnswered,
  MatterAppealed,
  MatterAssignmentChanged,
  MatterClosed,
  MatterReassigned,
  NoticeDelivered,
  MatterReported,
} from '#moderation/moderation.events.js';
import { ModeratorsService } from '#moderation/matters/moderators.service.js';
import { AccountMailsService } from '#signin/accounts/account-mails.service.js';
import { NotificationsService } from './notifications.service.js';

interface OfMatter {
  readonly matterId: string;
}

const newsOf = (id: string) => ({ subject: 'matter', id });
const inQueue = (id: string) => ({ of: 'Matter', id, action: 'queue' });

/** Notifies moderators about matters. `ModeratorsService` excludes the reported member and recused moderators. */
@Injectable()
export class MatterHandlers {
  constructor(
    private readonly moderators: ModeratorsService,
    private readonly notices: NotificationsService,
  ) {}

  @On(MatterReported, { id: 'TellModeratorsOfMatters.whenSomethingIsReported' })
  whenSomethingIsReported({ matterId }: OfMatter): Promise<void> {
    return this.tell(matterId);
  }

  @On(MatterAnswered, { id: 'TellModeratorsOfMatters.whenAnAnswerComes' })
  whenAnAnswerComes({ matterId }: OfMatter): Promise<void> {
    return this.tell(matterId);
  }

  @On(MatterReassigned, { id: 'TellModeratorsOfMatters.whenItIsHandedOver' })
  whenItIsHandedOver({ matterId: id, accountId }: OfMatter & { accountId: string }): Promise<void> {
    return this.notices.tell([accountId], inQueue(id), newsOf(id));
  }

  @On(MatterAssignmentChanged, { id: 'TellModeratorsOfMatters.whenSomeoneTakesItOrGivesItBack' })
  whenSomeoneTakesItOrGivesItBack({ matterId }: OfMatter): Promise<void> {
    return this.refresh(matterId);
  }

  @On(MatterClosed, { id: 'TellModeratorsOfMatters.whenItIsClosed' })
  whenItIsClosed({ matterId }: OfMatter): Promise<void> {
    return this.refresh(matterId);
  }

  /** Notifies the assigned moderator, or all eligible moderators if nobody is assigned. */
  private async tell(id: string): Promise<void> {
    const [assigneeId, everybody] = await Promise.all([
      this.moderators.assigneeOf(id),
      this.moderators.ofMatter(id),
    ]);
    const told = everybody.filter((one) => assigneeId === null || one === assigneeId);
    const others = everybody.filter((one) => !told.includes(one));
    await this.notices.tell(told, inQueue(id), newsOf(id));
    this.notices.refresh(others, newsOf(id));
  }

  private async refresh(id: string): Promise<void> {
    this.notices.refresh(await this.moderators.ofMatter(id), newsOf(id));
  }
}

/**
 * Notifies the moderators who may decide an appeal. If there are none, administrators get a mail, because a moderator
 * is missing.
 */
@Injectable()
export class AppealHandlers {
  constructor(
    private readonly moderators: ModeratorsService,
    private readonly notices: NotificationsService,
    private readonly accounts: AccountsService,
    private readonly mails: AccountMailsService,
  ) {}

  @On(MatterAppealed, { id: 'TellOthersOfAppeals.whenAnActIsAppealed' })
  async whenAnActIsAppealed({ matterId: id }: OfMatter): Promise<void> {
    const hearers = await this.moderators.appealDeciders(id);
    await this.notices.tell(hearers, inQueue(id), newsOf(id));
    if (hearers.length > 0) return;
    for (const administratorId of await this.accounts.idsWithDuty(DutyName.administer)) {
      await this.mails.tellNews(administratorId);
    }
  }
}

/** Notifies members about notices of moderation. The mail says only that there is news, nothing about the act. */
@Injectable()
export class ModerationNoticeHandlers {
  constructor(private readonly notices: NotificationsService) {}

  @On(NoticeDelivered, { id: 'TellWhoeverANoticeIsFor.whenItsMomentCame' })
  async whenItsMomentCame({ noticeId: id, accountId }: { noticeId: string; accountId: string }) {
    await this.notices.tell([accountId], { of: 'Notice', id }, { subject: 'notice', id });
  }
}
