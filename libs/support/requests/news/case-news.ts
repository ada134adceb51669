import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { PartnerNews } from '../../partners/partner-news.js';
import { CaseTeam } from '../../team/case-team.js';
import { SupportAvailabilityService } from '../support-availability.service.js';
import { SupportRequest, URGENT } from '../support-request.entity.js';
import {
  CaseLinksChanged,
  SupportCaseLost,
  SupportCaseNews,
  SupportRequestMoved,
  SupportRequestNews,
  SupportRequestOverdue,
  SupportRequestWaiting,
  SupporterAnnounced,
  SupporterOffered,
  SupportersOnlyChanged,
} from '../support.events.js';

interface MailSpeed {
  /** Whether the mail does not wait for the interval between news mails. */
  readonly isUrgent?: boolean;
}

/** Notifies the people of a request of what changed. Call it in the transaction of the change. */
@Injectable()
export class CaseNews {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly availability: SupportAvailabilityService,
    private readonly team: CaseTeam,
    private readonly partners: PartnerNews,
  ) {}

  /** Makes the supporters who see the request reload their lists. Call it before the row is deleted. */
  async notifyMoved(request: SupportRequest): Promise<void> {
    const { id, assigneeId } = request;
    const supporterIds = await this.availability.mayTake(id);
    if (assigneeId && !supporterIds.includes(assigneeId)) supporterIds.push(assigneeId);
    await this.reload(request, supporterIds);
  }

  /** Makes the open pages of these supporters, of the requester and of the partner side reload. */
  async reload(request: SupportRequest, supporterIds: string[]): Promise<void> {
    const partnerIds = await this.partners.accountIds(request.id);
    await this.events.record(SupportRequestMoved, { ...idsOf(request), supporterIds, partnerIds });
  }

  /** Makes the open pages of the supporter who has the request reload. */
  async reloadSupporter(request: SupportRequest): Promise<void> {
    const { assigneeId } = request;
    await this.reload(request, assigneeId ? [assigneeId] : []);
  }

  /** Makes the supporters of the case reload its tasks. No other person learns that something changed. */
  async reloadSupporters(request: SupportRequest): Promise<void> {
    const supporterIds = await this.supporterIdsOf(request);
    await this.events.record(SupportersOnlyChanged, { requestId: request.id, supporterIds });
  }

  /** Makes the open pages of both sides of the case load its links again. */
  async reloadLinks(request: SupportRequest): Promise<void> {
    const { id: requestId, requesterId } = request;
    const others = await this.partners.accountIds(requestId);
    const accountIds = [requesterId, ...others, ...(await this.supporterIdsOf(request))];
    await this.events.record(CaseLinksChanged, { requestId, accountIds });
  }

  /** Makes the open pages of the requester and the partner side reload. */
  async refreshRequester(request: SupportRequest): Promise<void> {
    await this.reload(request, []);
  }

  /**
   * Notifies these supporters that a request waits. By default notifies those who fit, and everybody who may take it if no
   * reminder follows. Notifies nobody of a paused one, which is not in the queue.
   */
  async notifyWaiting(request: SupportRequest, supporterIds?: readonly string[]): Promise<void> {
    if (request.leftAt) return;
    const isUrgent = request.priority === URGENT;
    const told = supporterIds ? { supporterIds } : { isFirst: request.remindAt !== null };
    await this.events.record(SupportRequestWaiting, { ...idsOf(request), isUrgent, ...told });
  }

  /** Reminds all supporters who may take it, once, that a request waits. */
  async remind(request: SupportRequest): Promise<void> {
    await this.change(request, { remindAt: null });
    await this.notifyWaiting(request);
  }

  /** Notifies supporters and administrators, once, that the first answer is late. It replaces a reminder. */
  async notifyOverdue(request: SupportRequest): Promise<void> {
    await this.change(request, { overdueToldAt: this.clock.now(), remindAt: null });
    const isUrgent = request.priority === URGENT;
    await this.events.record(SupportRequestOverdue, { ...idsOf(request), isUrgent });
  }

  /** Notifies the supporters of the case, if there are some, that it has something to read. */
  async notifySupporter(request: SupportRequest, how: MailSpeed = {}): Promise<void> {
    for (const id of await this.supporterIdsOf(request)) await this.notifyOne(request, id, how);
  }

  /** Notifies both sides of the case, except the account that changed it, that it has something to read. */
  async notifyOthers(request: SupportRequest, accountId: string): Promise<void> {
    const isOther = (one: string) => one !== accountId;
    for (const id of (await this.supporterIdsOf(request)).filter(isOther))
      await this.notifyOne(request, id);
    if (isOther(request.requesterId)) await this.notifyRequester(request);
    for (const id of await this.partners.accountIds(request.id))
      await this.partners.arrived(request, id);
  }

  /** Notifies one supporter of the case. */
  async notifyOne(
    request: SupportRequest,
    supporterId: string,
    how: MailSpeed = {},
  ): Promise<void> {
    await this.events.record(SupportCaseNews, { ...idsOf(request), supporterId, ...how });
  }

  /** Notifies a supporter that they no longer have the case. */
  async notifyLost(request: SupportRequest, supporterId: string): Promise<void> {
    await this.events.record(SupportCaseLost, { ...idsOf(request), supporterId });
  }

  /** Account ids of the supporters of a request: its lead, then the others. */
  async supporterIdsOf({ id, assigneeId }: SupportRequest): Promise<string[]> {
    const team = await this.team.of(id);
    return [...(assigneeId ? [assigneeId] : []), ...team.map(({ accountId }) => accountId)];
  }

  /** Asks a supporter, and tells the requester who is asked, before that supporter reads anything. */
  async notifyOffer(request: SupportRequest, supporterId: string): Promise<void> {
    await this.notifyOffered(request, supporterId);
    await this.change(request, { newsAt: this.clock.now() });
    const isUrgent = request.priority === URGENT;
    await this.events.record(SupporterAnnounced, { ...idsOf(request), isUrgent });
  }

  /** Notifies a supporter that they are asked, or that they can accept. */
  async notifyOffered(request: SupportRequest, supporterId: string): Promise<void> {
    const isUrgent = request.priority === URGENT;
    await this.events.record(SupporterOffered, { ...idsOf(request), supporterId, isUrgent });
  }

  /** Marks that the requester has something to read, and notifies them. A requester who left is told only of the end. */
  async notifyRequester(request: SupportRequest, how: MailSpeed = {}): Promise<void> {
    if (request.leftAt && !request.closedAt) return;
    await this.change(request, { newsAt: this.clock.now() });
    await this.events.record(SupportRequestNews, { ...idsOf(request), ...how });
  }

  private async change(request: SupportRequest, change: Partial<SupportRequest>): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(SupportRequest).update(request.id, change);
    Object.assign(request, change);
  }
}

const idsOf = ({ id: requestId, requesterId }: SupportRequest) => ({ requestId, requesterId });
