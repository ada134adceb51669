import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { CaseNews } from '../requests/news/case-news.js';
import type { SupportRequest } from '../requests/support-request.entity.js';
import { HelperAsked, HelperChanged, HelperNewsArrived } from '../requests/support.events.js';
import { CaseHelper, CaseHelperState } from './case-helper.entity.js';

/** Notifies outside helpers of a case. Call it in the transaction of the change. */
@Injectable()
export class HelperNews {
  constructor(
    private readonly db: Database,
    private readonly events: EventsService,
    /** Notifies the other people of the case. */
    readonly cases: CaseNews,
  ) {}

  async asked(request: SupportRequest, accountId: string): Promise<void> {
    await this.events.record(HelperAsked, idsOf(request, accountId));
  }

  /** Notifies the helper of something to read. */
  async arrived(request: SupportRequest, accountId: string): Promise<void> {
    await this.events.record(HelperNewsArrived, idsOf(request, accountId));
  }

  /** Makes the open pages of everybody concerned reload. */
  async changed(request: SupportRequest, { accountId }: CaseHelper): Promise<void> {
    if (accountId) await this.events.record(HelperChanged, idsOf(request, accountId));
    await this.cases.reload(request, await this.cases.supporterIdsOf(request));
  }

  /** Notifies the lead that there is something to do, and makes pages reload. */
  async notifyLead(request: SupportRequest, helper: CaseHelper): Promise<void> {
    if (request.assigneeId) await this.cases.notifyOne(request, request.assigneeId);
    await this.changed(request, helper);
  }

  /** The account of the helper whose thread this channel is; null if it has ended, or is another thread. */
  async accountIdOf(channelId: string): Promise<string | null> {
    const [found] = await this.db.query<{ id: string }>(
      `select h.account_id as id from channel c join case_helper h on h.id = c.helper_id
       where c.id = $1 and h.state = $2 and h.account_id is not null`,
      [channelId, CaseHelperState.open],
    );
    return found?.id ?? null;
  }
}

const idsOf = ({ id: requestId, requesterId }: SupportRequest, accountId: string) => ({
  ...{ requestId, requesterId, accountId },
});
