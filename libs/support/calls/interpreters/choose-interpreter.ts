import { Injectable } from '@nestjs/common';
import { LockedAccessService } from '#access/locked-access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import { ConflictsOfInterestService } from '#members/relationships/conflicts-of-interest.service.js';
import type { Viewer } from '#policy/viewer.js';
import { SupportRequest } from '../../requests/support-request.entity.js';
import { assertOffered, CallSlotsService } from '../call-slots.service.js';
import { FittingInterpretersService } from './fitting-interpreters.service.js';
import { Interpretation, InterpretationState } from './interpretation.entity.js';
import { Interpreter } from './interpreter.entity.js';
import {
  type CallInterpreting,
  InterpreterChoice,
  type InterpreterChoiceInput,
} from './interpreters.view.js';

/** Lets the requester choose the interpreter of their call. */
@Injectable()
export class ChooseInterpreter {
  constructor(
    private readonly db: Database,
    private readonly access: LockedAccessService,
    private readonly clock: Clock,
    private readonly ties: ConflictsOfInterestService,
    private readonly slots: CallSlotsService,
    private readonly interpreters: FittingInterpretersService,
  ) {}

  /**
   * Whether the call needs an interpreter, and whom the requester is offered. The supporter does not learn it: names that
   * come and go would disclose whom the requester refuses. A search for somebody counts as a look-up of the day.
   */
  async find(viewer: Viewer, requestId: string): Promise<CallInterpreting> {
    const seen = await this.access.access.load(SupportRequest, requestId, viewer, 'arrangeCall');
    this.assertOwn(viewer, seen);
    assertOffered(seen, true);
    const isOffered = (await this.interpreters.current(requestId)) !== null;
    if (!isOffered && (await this.interpreters.isNeeded(seen)))
      await this.slots.count(viewer, 'findCallTimes');
    return this.db.write(async () => {
      const request = await this.access.load(SupportRequest, requestId, viewer, 'arrangeCall');
      this.assertOwn(viewer, request);
      assertOffered(request, true);
      // The interpreter of a booked call stays, also if they rest.
      if (!this.hasCall(request)) await this.offerNext(request);
      return this.viewOf(request);
    });
  }

  async choose(
    viewer: Viewer,
    { requestId, choice, interpreterId }: InterpreterChoiceInput,
  ): Promise<CallInterpreting> {
    await this.access.access.recheck(SupportRequest, requestId, viewer, 'arrangeCall');
    await this.slots.count(viewer, 'bookCall');
    return this.db.write(async () => {
      const offered = await this.interpreters.current(requestId);
      // Waits for a change of the interpreter's standing, and makes it wait.
      if (offered) await this.lockAccount(offered.accountId);
      const request = await this.access.load(SupportRequest, requestId, viewer, 'arrangeCall');
      this.assertOwn(viewer, request);
      assertOffered(request, true);
      // The interpreter of a booked call is part of it: cancelling comes first.
      if (this.hasCall(request)) throw new Conflict('support.callBooked');
      if (choice === InterpreterChoice.without) await this.goWithout(request, true);
      else if (choice === InterpreterChoice.search) await this.goWithout(request, false);
      else await this.answer(request, offered?.id === interpreterId ? offered : null, choice);
      await this.offerNext(request);
      return this.viewOf(request);
    });
  }

  private assertOwn(viewer: Viewer, { requesterId }: SupportRequest): void {
    if (requesterId !== viewer.accountId) throw new Conflict('support.requesterChooses');
  }

  private hasCall({ callEndsAt }: SupportRequest): boolean {
    return callEndsAt !== null && callEndsAt > this.clock.now();
  }

  private async answer(
    request: SupportRequest,
    offered: Interpretation | null,
    choice: InterpreterChoice,
  ): Promise<void> {
    const current = await this.interpreters.current(request.id);
    if (!offered || current?.id !== offered.id) throw new Conflict('support.interpreterGone');
    if (choice === InterpreterChoice.refuse) {
      const ended = { state: InterpretationState.refused, endedAt: this.clock.now() };
      await this.db.repo(Interpretation).update(offered.id, ended);
      return;
    }
    if (current.state === InterpretationState.agreed) return;
    // Since the offer, the interpreter may rest, have stopped, or have blocked the requester.
    if (!(await this.interpreters.fits(request, offered.accountId)))
      throw new Conflict('support.interpreterGone');
    const agreed = { state: InterpretationState.agreed, agreedAt: this.clock.now() };
    await this.db.repo(Interpretation).update(offered.id, agreed);
    // Only the interpreter: the requester has no list that depends on it.
    await this.ties.report([offered.accountId]);
  }

  private async goWithout(request: SupportRequest, goesWithoutInterpreter: boolean): Promise<void> {
    await this.db.repo(SupportRequest).update(request.id, { goesWithoutInterpreter });
    Object.assign(request, { goesWithoutInterpreter });
  }

  /** Offers the next interpreter who fits, unless the present one still does. Ends an agreement to one who does not. */
  private async offerNext(request: SupportRequest): Promise<void> {
    const current = await this.interpreters.current(request.id);
    if (current && (await this.interpreters.fits(request, current.accountId))) return;
    if (current) await this.end(current);
    const [accountId] = await this.interpreters.fitting(request);
    if (!accountId) return;
    const { id: requestId, requesterId } = request;
    const offer = { requestId, accountId, requesterId, state: InterpretationState.offered };
    await this.db
      .repo(Interpretation)
      .upsert({ ...offer, endedAt: null }, ['requestId', 'accountId']);
  }

  /** A former agreement is a conflict of interest for a year, so its row stays. */
  private async end({ id, agreedAt }: Interpretation): Promise<void> {
    const repo = this.db.repo(Interpretation);
    const ended = { state: InterpretationState.ended, endedAt: this.clock.now() };
    await (agreedAt ? repo.update(id, ended) : repo.delete(id));
  }

  private async viewOf(request: SupportRequest): Promise<CallInterpreting> {
    const isNeeded = await this.interpreters.isNeeded(request);
    const differs = { ...request, goesWithoutInterpreter: false };
    const isWithout = request.goesWithoutInterpreter && (await this.interpreters.isNeeded(differs));
    const current = isNeeded ? await this.interpreters.current(request.id) : null;
    if (!current) return { isNeeded, isWithout, interpreter: null };
    const { accountId, id, state } = current;
    const name = (await this.db.repo(Interpreter).findOneBy({ accountId }))?.name;
    if (!name) return { isNeeded, isWithout, interpreter: null };
    const isAgreed = state === InterpretationState.agreed;
    const languages = await this.interpreters.languagesOf(accountId);
    const spoken = await this.interpreters.languagesOf(request.assigneeId!);
    const between = languages.filter((one) => [...request.languages, ...spoken].includes(one));
    return { isNeeded, isWithout, interpreter: { id, name, isAgreed, languages: between } };
  }

  private async lockAccount(accountId: string): Promise<void> {
    await this.db.query('select 1 from account where id = $1 for no key update', [accountId]);
  }
}
