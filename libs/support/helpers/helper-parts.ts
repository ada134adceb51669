import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Viewer } from '#policy/viewer.js';
import { SupportRequest } from '../requests/support-request.entity.js';
import { CaseHelper, CaseHelperState, HelperEndReason } from './case-helper.entity.js';
import { HelperActs } from './helper-acts.js';
import { HelperNews } from './helper-news.js';
import { HelperThreads } from './helper-threads.js';

/** Helpers who end when two members are separated. */
const OF_SEPARATED = `
  select h.id from case_helper h join support_request r on r.id = h.request_id
  where h.ended_at is null and (h.account_id = $1 and r.requester_id = $2 or h.account_id = $2 and r.requester_id = $1)`;

/** Helpers of a request who are separated from its requester. */
const OF_SEPARATED_FROM_REQUESTER = `
  select h.id from case_helper h
  where h.ended_at is null and h.request_id = $1 and exists (
    select from separation s where s.ended_at is null
      and (s.low_id = h.account_id and s.high_id = $2 or s.low_id = $2 and s.high_id = h.account_id))`;

/** Opens and ends the parts of outside helpers. Call it in the transaction of the change, with the locked request. */
@Injectable()
export class HelperParts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    readonly news: HelperNews,
    private readonly threads: HelperThreads,
    private readonly acts: HelperActs,
  ) {}

  /** Makes the thread of a helper to whom the requester consented, and lets them and the supporters take part in it. */
  async open(approver: Viewer, request: SupportRequest, helper: CaseHelper): Promise<void> {
    const { cases } = this.news;
    const opened = { state: CaseHelperState.open, openedAt: this.clock.now() };
    await this.db.repo(CaseHelper).update(helper.id, opened);
    await this.threads.open(request, helper, await cases.supporterIdsOf(request));
    await this.acts.record(approver, request, { action: 'shareOutside', isOnDuty: true });
    await this.news.arrived(request, helper.accountId!);
    await cases.notifyRequester(request);
    await this.news.changed(request, helper);
  }

  /** Ends one helper, who reads nothing more before the answer. Does nothing for one that has ended. */
  async end(
    viewer: Viewer,
    request: SupportRequest,
    helper: CaseHelper,
    endedBy: HelperEndReason,
  ): Promise<void> {
    const ended = { state: CaseHelperState.ended, endedAt: this.clock.now(), endedBy };
    const open = { id: helper.id, endedAt: IsNull() };
    const { affected } = await this.db.repo(CaseHelper).update(open, ended);
    if (!affected) return;
    await this.acts.withdrawRequest(helper.id);
    if (helper.state === CaseHelperState.open) {
      await this.threads.close(request, helper);
      const isOnDuty = endedBy === HelperEndReason.lead;
      await this.acts.record(viewer, request, { action: 'endSharing', isOnDuty });
    }
    await this.news.changed(request, helper);
  }

  /** Ends all helpers of a case that ends, returns to the queue or is about to be deleted. */
  async endAll(request: SupportRequest): Promise<void> {
    const viewer = Viewer.system('case ended');
    for (const helper of await this.openOf(request.id))
      await this.end(viewer, request, helper, HelperEndReason.case);
  }

  /** Ends the part of an account that becomes a supporter or a person of the partner side of the case. */
  async endOf(request: SupportRequest, accountId: string): Promise<void> {
    const viewer = Viewer.system('helper has another part');
    for (const helper of await this.openOf(request.id, accountId))
      await this.end(viewer, request, helper, HelperEndReason.rights);
  }

  /** Ends all parts of an account that is no longer a member, or is deleted. */
  async endOfAccount(accountId: string): Promise<void> {
    const sql = 'select id from case_helper where account_id = $1 and ended_at is null';
    await this.endThose(sql, [accountId], HelperEndReason.rights);
  }

  /** Ends the helpers in the requests of an account that is deleted. */
  async endForRequester(requesterId: string): Promise<void> {
    await this.endThose(
      `select h.id from case_helper h join support_request r on r.id = h.request_id
       where r.requester_id = $1 and h.ended_at is null`,
      [requesterId],
      HelperEndReason.case,
    );
  }

  /** Ends the parts in which a helper and a requester meet whom moderation separated. */
  async endBetween(one: string, other: string): Promise<void> {
    await this.endThose(OF_SEPARATED, [one, other], HelperEndReason.rights);
  }

  /** Takes back consents that opened nothing yet: another person became the requester, who has not agreed. */
  async askAgain(request: SupportRequest): Promise<void> {
    const consented = { requestId: request.id, state: CaseHelperState.consented };
    const again = { state: CaseHelperState.described, consentedAt: null };
    await this.withdrawActs(request);
    await this.db.repo(CaseHelper).update(consented, again);
  }

  /** Withdraws the requests for approval that wait: the lead who made them leads no more, or the consent ended. */
  async withdrawActs(request: SupportRequest): Promise<void> {
    for (const { id } of await this.openOf(request.id)) await this.acts.withdrawRequest(id);
  }

  /** Ends the helpers who are separated from the requester. Call it when the request has a new one. */
  async endSeparated(request: SupportRequest): Promise<void> {
    const { id, requesterId } = request;
    await this.endThose(OF_SEPARATED_FROM_REQUESTER, [id, requesterId], HelperEndReason.rights);
  }

  /** Ends questions without an answer, and parts whose day has passed. */
  async endExpired(): Promise<void> {
    await this.endThose(
      `select id from case_helper where ended_at is null and (state = 'asked' and expires_at <= $1 or until <= $1)`,
      [this.clock.now()],
      HelperEndReason.day,
    );
  }

  private openOf(requestId: string, accountId?: string): Promise<CaseHelper[]> {
    const where = { requestId, endedAt: IsNull(), ...(accountId && { accountId }) };
    return this.db.repo(CaseHelper).findBy(where);
  }

  /** Locks the requests in order, and then looks once more: helpers may have changed while it waited. */
  private async endThose(
    sql: string,
    parameters: readonly unknown[],
    endedBy: HelperEndReason,
  ): Promise<void> {
    const find = async () => {
      const found = await this.db.query<{ id: string }>(sql, [...parameters]);
      return this.db.repo(CaseHelper).findBy({ id: In(found.map((one) => one.id)) });
    };
    const before = await find();
    if (before.length === 0) return;
    const [lock, order] = [{ mode: 'pessimistic_write' } as const, { id: 'ASC' } as const];
    const where = { id: In(before.map(({ requestId }) => requestId)) };
    const requests = await this.db.repo(SupportRequest).find({ where, order, lock });
    const helpers = await find();
    for (const request of requests) {
      for (const helper of helpers.filter(({ requestId }) => requestId === request.id))
        await this.end(Viewer.system('helper ended'), request, helper, endedBy);
    }
  }
}
