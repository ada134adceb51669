import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import { newId } from '#kernel/ids.js';
import { AccountsService } from '#members/accounts.service.js';
import { DutyName } from '#members/duty.entity.js';
import { AccountMailsService } from '#signin/accounts/account-mails.service.js';
import { SupportAssignmentService } from '#support/requests/support-assignment.service.js';
import { SupportAvailabilityService } from '#support/requests/support-availability.service.js';
import { type CallIds, CallLost, CallSoon } from '#support/calls/calls.events.js';
import {
  INTERPRETATION_NEWS,
  InterpreterNews,
} from '#support/calls/interpreters/interpreters.events.js';
import {
  CaseLinksChanged,
  type CaseLinksChanges,
  HelperAsked,
  HelperChanged,
  HelperNewsArrived,
  PartnerInvited,
  type PartnerIds,
  PartnerNewsArrived,
  PartnerSideChanged,
  SupportCaseLost,
  SupportCaseNews,
  SupporterLeft,
  SupportersOnlyChanged,
  type SupportersOnlyChanges,
  SupporterAnnounced,
  SupporterOffered,
  type SupporterOffers,
  type SupportRequestIds,
  SupportRequestMoved,
  type SupportRequestMoves,
  SupportRequestNews,
  SupportRequestOverdue,
  SupportRequestWaiting,
  type SupportRequestWaits,
} from '#support/requests/support.events.js';
import { NotificationsService } from './notifications.service.js';

const caseNews = (id: string) => ({ subject: 'supportCase', id });
const ownNews = (id: string) => ({ subject: 'supportRequest', id });

/**
 * Notifies supporters about requests that wait, and requesters about theirs. The availability service leaves out the
 * requester and recused supporters.
 */
@Injectable()
export class SupportRequestHandlers {
  constructor(
    private readonly availability: SupportAvailabilityService,
    private readonly assignment: SupportAssignmentService,
    private readonly notices: NotificationsService,
    private readonly accounts: AccountsService,
    private readonly mails: AccountMailsService,
  ) {}

  @On(SupportRequestWaiting)
  async whenOneWaits(request: SupportRequestWaits): Promise<void> {
    const { requestId: id, requesterId, isUrgent, supporterIds, isFirst } = request;
    const queued = { of: 'SupportRequest', id, action: 'queue' };
    const all = await this.availability.toNotify(id, supporterIds);
    const first = isFirst ? await this.availability.firstOf(id, all) : all;
    await this.notices.tell(first, queued, caseNews(id), { isUrgent });
    const others = all.filter((one) => !first.includes(one));
    await this.notices.tellPages(others, queued, caseNews(id));
    if (all.length === 0 && !supporterIds) await this.tellThatNobodyMayTakeOne();
    this.notices.refresh([requesterId], ownNews(id));
  }

  @On(SupportRequestOverdue)
  async whenOneIsOverdue({ requestId: id, isUrgent }: SupportRequestWaits): Promise<void> {
    const queued = { of: 'SupportRequest', id, action: 'queue' };
    const told = await this.availability.toNotify(id);
    await this.notices.tell(told, queued, caseNews(id), { isUrgent });
    await this.tellAdministrators();
  }

  /** Tells administrators, and the requesters of waiting requests, that nobody supports any more. */
  @On(SupporterLeft)
  async whenASupporterLeaves(): Promise<void> {
    if ((await this.availability.supporterIds()).length > 0) return;
    await this.tellAdministrators();
    await this.assignment.notifyWaitingRequesters();
  }

  /** Reloads the lists of the supporters who see, or saw, the request. The notice has a random id, since it may be deleted. */
  @On(SupportRequestMoved)
  async whenOneMoves({ requestId: id, requesterId, ...others }: SupportRequestMoves) {
    const { supporterIds, partnerIds = [] } = others;
    this.notices.refresh(supporterIds, caseNews(newId()));
    this.notices.refresh([requesterId, ...partnerIds], ownNews(id));
  }

  /** Reloads the tasks of open pages. The subject is not the case, because pages open its content on such a notice. */
  @On(SupportersOnlyChanged)
  async whenSupportersChangeTheirs({ requestId: id, supporterIds }: SupportersOnlyChanges) {
    this.notices.refresh(supporterIds, { subject: 'caseTasks', id });
  }

  /** Reloads the links of open pages, and not the case, for the same reason. */
  @On(CaseLinksChanged)
  async whenLinksChange({ requestId: id, accountIds }: CaseLinksChanges) {
    this.notices.refresh(accountIds, { subject: 'caseLinks', id });
  }

  @On(SupportRequestNews)
  async whenThereIsNews({
    requestId: id,
    requesterId,
    isUrgent = false,
  }: SupportRequestIds & { isUrgent?: boolean }): Promise<void> {
    await this.notices.tell([requesterId], { of: 'SupportRequest', id }, ownNews(id), { isUrgent });
  }

  @On(SupportCaseNews)
  async whenACaseHasNews({
    requestId: id,
    supporterId,
    isUrgent = false,
  }: {
    requestId: string;
    supporterId: string;
    isUrgent?: boolean;
  }) {
    const file = { of: 'SupportRequest', id, action: 'readFile' };
    await this.notices.tell([supporterId], file, caseNews(id), { isUrgent });
  }

  /** A mail that waits for hours would leave the requester no time before the supporter can accept. */
  @On(SupporterAnnounced)
  async whenASupporterIsAnnounced({ requestId: id, requesterId, isUrgent }: SupportRequestWaits) {
    const own = { of: 'SupportRequest', id };
    await this.notices.tell([requesterId], own, ownNews(id), { isUrgent });
  }

  /** A supporter who rests sees the offer, and gets no mail about it. */
  @On(SupporterOffered)
  async whenASupporterIsOffered({ requestId: id, supporterId, isUrgent }: SupporterOffers) {
    const offer = { of: 'SupportRequest', id, action: 'answerOffer' };
    const news = caseNews(newId());
    if (await this.availability.workload.isResting(supporterId))
      await this.notices.tellPages([supporterId], offer, news);
    else await this.notices.tell([supporterId], offer, news, { isUrgent });
  }

  /** Reminds both sides of a call. */
  @On(CallSoon)
  async whenACallIsSoon({ requestId: id, requesterId, supporterId }: CallIds): Promise<void> {
    const call = { of: 'SupportRequest', id, action: 'readCall' };
    await this.notices.tell([requesterId], call, ownNews(id), { isUrgent: true });
    await this.notices.tell([supporterId], call, caseNews(id), { isUrgent: true });
  }

  @On(PartnerInvited)
  async whenAPartnerIsInvited({ requestId: id, accountId }: PartnerIds): Promise<void> {
    const invitation = { of: 'SupportRequest', id, action: 'answerInvitation' };
    await this.notices.tell([accountId], invitation, ownNews(id));
  }

  @On(PartnerSideChanged)
  async whenThePartnerSideChanges({ requestId: id, requesterId, accountId }: PartnerIds) {
    this.notices.refresh([requesterId, accountId], ownNews(id));
  }

  @On(PartnerNewsArrived)
  async whenAPartnerHasNews({ requestId: id, accountId }: PartnerIds): Promise<void> {
    const part = { of: 'SupportRequest', id, action: 'readAsPartner' };
    await this.notices.tell([accountId], part, ownNews(id));
  }

  @On(HelperAsked)
  async whenAHelperIsAsked({ requestId: id, accountId }: PartnerIds): Promise<void> {
    const question = { of: 'SupportRequest', id, action: 'answerAsHelper' };
    await this.notices.tell([accountId], question, ownNews(id));
  }

  @On(HelperChanged)
  async whenAHelperChanges({ requestId: id, accountId }: PartnerIds): Promise<void> {
    this.notices.refresh([accountId], ownNews(id));
  }

  @On(HelperNewsArrived)
  async whenAHelperHasNews({ requestId: id, accountId }: PartnerIds): Promise<void> {
    const part = { of: 'SupportRequest', id, action: 'readAsHelper' };
    await this.notices.tell([accountId], part, ownNews(id));
  }

  /** Says that something changed, and not why: the same mail follows every kind of news. */
  @On(SupportCaseLost)
  async whenACaseIsLost({ supporterId }: { readonly supporterId: string }): Promise<void> {
    await this.tellOfLoss(supporterId);
  }

  @On(CallLost)
  async whenACallIsLost({ supporterId }: CallIds): Promise<void> {
    await this.tellOfLoss(supporterId);
  }

  /** The supporter can no longer read the request, so only the mail says that something changed. */
  private async tellOfLoss(supporterId: string): Promise<void> {
    this.notices.refresh([supporterId], caseNews(newId()));
    if ((await this.availability.supporterIds()).includes(supporterId))
      await this.mails.tellNews(supporterId);
  }

  /** The page of an interpreter lists what holds now, so the mail only says that something changed. */
  @On(InterpreterNews)
  async whenAnInterpreterHasNews({ interpreterId }: { interpreterId: string }): Promise<void> {
    this.notices.refresh([interpreterId], { subject: INTERPRETATION_NEWS, id: newId() });
    await this.mails.tellNews(interpreterId);
  }

  /** While nobody supports at all, the mail about the loss of the last supporter is enough. */
  private async tellThatNobodyMayTakeOne(): Promise<void> {
    if ((await this.availability.supporterIds()).length > 0) await this.tellAdministrators();
  }

  private async tellAdministrators(): Promise<void> {
    for (const id of await this.accounts.idsWithDuty(DutyName.administer)) {
      await this.mails.tellNews(id);
    }
  }
}
