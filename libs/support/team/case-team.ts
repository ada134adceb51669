import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { CaseAssignments } from '../requests/assignments/case-assignments.js';
import type { SupportRequest } from '../requests/support-request.entity.js';
import { CaseThreadsService } from '../threads/case-threads.service.js';
import { CaseSupporter } from './case-supporter.entity.js';
import { SupporterOffer } from './supporter-offer.entity.js';

/**
 * Begins and ends the parts of the supporters of a case besides its lead. Only `CaseSupporters` and `CaseTransitions` call
 * it, in the transaction of the change, with the locked request.
 */
@Injectable()
export class CaseTeam {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly threads: CaseThreadsService,
    private readonly assignments: CaseAssignments,
  ) {}

  /** The supporters besides the lead, longest first. */
  of(requestId: string): Promise<CaseSupporter[]> {
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    return this.db.repo(CaseSupporter).find({ where: { requestId }, order });
  }

  async join(request: SupportRequest, accountId: string, wouldLead: boolean): Promise<void> {
    await this.assignments.start(request, accountId, null, { isLead: false });
    await this.db.repo(CaseSupporter).insert({ requestId: request.id, accountId, wouldLead });
    await this.threads.joinSupporter(request.id, accountId);
  }

  /** Ends the part of one supporter, and returns whether they had one. */
  async leave(request: SupportRequest, accountId: string): Promise<boolean> {
    const theirs = { requestId: request.id, accountId };
    const { affected } = await this.db.repo(CaseSupporter).delete(theirs);
    if (!affected) return false;
    await this.threads.leaveSupporter(request.id, accountId);
    await this.assignments.endOf(request.id, accountId);
    return true;
  }

  /** Ends the parts of all, and deletes the open offers. */
  async end(request: SupportRequest): Promise<void> {
    for (const { accountId } of await this.of(request.id)) await this.leave(request, accountId);
    await this.deleteOpenOffers(request.id);
  }

  /** Ends the parts of all supporters who are not among these accounts, and returns them. */
  async keepOnly(request: SupportRequest, accountIds: readonly string[]): Promise<string[]> {
    const lost = (await this.of(request.id))
      .map(({ accountId }) => accountId)
      .filter((one) => !accountIds.includes(one));
    for (const accountId of lost) await this.leave(request, accountId);
    return lost;
  }

  /** Accounts that are asked to join the case or to take it over, and whom the requester excluded. */
  async excludedAskedIds(requestId: string): Promise<string[]> {
    const rows = await this.db.query<{ account_id: string }>(
      `select o.account_id from supporter_offer o join supporter s on s.account_id = o.account_id
       join case_exclusion x on x.supporter_id = s.id and x.request_id = o.request_id
       where o.request_id = $1 and o.ended_at is null`,
      [requestId],
    );
    return rows.map((row) => row.account_id);
  }

  /** Ends the open offers to these accounts, and returns whether there was one. */
  async endOffers(requestId: string, accountIds: readonly string[]): Promise<boolean> {
    const open = { requestId, accountId: In([...accountIds]), endedAt: IsNull() };
    const endedAt = this.clock.now();
    return Boolean((await this.db.repo(SupporterOffer).update(open, { endedAt })).affected);
  }

  /** Deletes the open offers. Ended ones stay: without them, a reopened case would show which of them an exclusion ended. */
  async deleteOpenOffers(requestId: string): Promise<void> {
    await this.db.repo(SupporterOffer).delete({ requestId, endedAt: IsNull() });
  }

  /** Makes a supporter of the team, or another one, the lead. The former lead leaves. */
  async passLead(request: SupportRequest, accountId: string): Promise<void> {
    const { id: requestId, assigneeId: former } = request;
    const theirs = { requestId, accountId };
    const { affected } = await this.db.repo(CaseSupporter).delete(theirs);
    // Offers came from the former lead.
    await this.deleteOpenOffers(requestId);
    if (former) {
      await this.threads.leaveSupporter(requestId, former);
      await this.assignments.endOf(requestId, former);
    }
    await this.assignments.start(request, accountId, null);
    if (!affected) await this.threads.joinSupporter(requestId, accountId);
  }
}
