import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { CaseTransitions } from '../../requests/case-transitions.js';
import { SupportRequest } from '../../requests/support-request.entity.js';
import { CallLost } from '../calls.events.js';
import { CallSide, CallState, IntroductoryCall } from '../introductory-call.entity.js';
import { Interpretation, InterpretationState } from './interpretation.entity.js';
import { InterpreterNews } from './interpreters.events.js';

const BETWEEN = `
  select x.id, x.account_id as "accountId" from interpretation x
  left join support_request r on r.id = x.request_id
  where x.state = 'agreed' and (
    x.account_id = $1 and $2::uuid in (x.requester_id, r.assignee_id)
    or x.account_id = $2 and $1::uuid in (x.requester_id, r.assignee_id))`;
const TIED = `
  select x.id, x.account_id as "accountId" from interpretation x
  where x.state = 'agreed' and exists (
    select 1 from case_tie t where t.request_id = x.request_id and t.account_id = x.account_id)
  order by x.id limit 100`;

/** Ends the agreement to an interpreter who leaves, or may not interpret any more. */
@Injectable()
export class WithdrawInterpreter {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly cases: CaseTransitions,
  ) {}

  /** Withdraws an interpreter from everything. */
  async withdrawAll(accountId: string): Promise<void> {
    const state = InterpretationState.agreed;
    const rows = await this.db
      .repo(Interpretation)
      .find({ where: { accountId, state }, order: { requestId: 'ASC' } });
    for (const { id } of rows) await this.withdraw(id);
    const withdrawn = { state: InterpretationState.withdrawn, endedAt: this.clock.now() };
    const offered = { accountId, state: InterpretationState.offered };
    await this.db.repo(Interpretation).update(offered, withdrawn);
  }

  /** Withdraws both accounts from the cases of the other one, or in which the other one is the supporter. */
  async withdrawBetween(oneId: string, otherId: string): Promise<void> {
    await this.withdrawEach(BETWEEN, [oneId, otherId]);
  }

  /** Withdraws those who may not interpret any more, if a change of facts was not reported. */
  async withdrawTied(): Promise<void> {
    await this.withdrawEach(TIED, []);
  }

  private async withdrawEach(sql: string, parameters: readonly string[]): Promise<void> {
    const rows = await this.db.query<{ id: string; accountId: string }>(sql, [...parameters]);
    for (const { id, accountId } of rows) {
      await this.db.write(async () => {
        await this.db.query('select 1 from account where id = $1 for no key update', [accountId]);
        await this.withdraw(id);
      });
    }
  }

  /**
   * Ends one agreement. A booked call that has not begun is cancelled and both sides are told: the next one needs another
   * interpreter.
   */
  async withdraw(id: string): Promise<void> {
    this.db.assertWriting();
    const row = await this.db.repo(Interpretation).findOneBy({ id });
    if (!row) return;
    const { requestId, accountId: interpreterId } = row;
    const lock = { mode: 'pessimistic_write' } as const;
    const request = await this.db.repo(SupportRequest).findOne({ where: { id: requestId }, lock });
    const now = this.clock.now();
    const { affected } = await this.db
      .repo(Interpretation)
      .update(
        { id, state: InterpretationState.agreed },
        { state: InterpretationState.withdrawn, endedAt: now },
      );
    if (!affected || !request) return;
    const where = { requestId, interpreterId, state: CallState.booked };
    const call = await this.db.repo(IntroductoryCall).findOneBy(where);
    // The open page of the requester names the interpreter.
    if (!call || call.startsAt <= now) return this.cases.news.refreshRequester(request);
    const cancelled = { state: CallState.cancelled, endedBy: CallSide.system };
    await this.db.repo(IntroductoryCall).update(call.id, cancelled);
    await this.cases.endCall(request);
    const { supporterId } = call;
    const { requesterId } = request;
    await this.events.record(CallLost, { requestId, requesterId, supporterId });
    await this.events.record(InterpreterNews, { interpreterId });
  }
}
