import { Injectable } from '@nestjs/common';
import { LockedAccessService } from '#access/locked-access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { ConflictsOfInterestService } from '#members/relationships/conflicts-of-interest.service.js';
import type { Viewer } from '#policy/viewer.js';
import { SupportRequest } from '../../requests/support-request.entity.js';
import { assertOffered, CallSlotsService } from '../call-slots.service.js';
import { CallState, IntroductoryCall } from '../introductory-call.entity.js';
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
   * Whether the call needs an interpreter, and whom the requester is offered. Only the requester causes an offer; a new one
   * counts as a look-up of their day.
   */
  async find(viewer: Viewer, requestId: string): Promise<CallInterpreting> {
    if (!isId(requestId)) throw new NotFound();
    await this.access.access.recheck(SupportRequest, requestId, viewer, 'arrangeCall');
    const isOffered = (await this.interpreters.current(requestId)) !== null;
    if (!isOffered) await this.slots.count(viewer, 'findCallTimes');
    return this.db.write(async () => {
      const request = await this.access.load(SupportRequest, requestId, viewer, 'arrangeCall');
      const isOwn = request.requesterId === viewer.accountId;
      assertOffered(request, isOwn);
      if (isOwn) await this.offerNext(request);
      return this.viewOf(request);
    });
  }

  async choose(
    viewer: Viewer,
    { requestId, choice, interpreterId }: InterpreterChoiceInput,
  ): Promise<CallInterpreting> {
    if (!isId(requestId)) throw new NotFound();
    await this.access.access.recheck(SupportRequest, requestId, viewer, 'arrangeCall');
    await this.slots.count(viewer, 'bookCall');
    return this.db.write(async () => {
      const offered = await this.interpreters.current(requestId);
      // Waits for a change of the interpreter's standing, and makes it wait.
      if (offered) await this.lockAccount(offered.accountId);
      const request = await this.access.load(SupportRequest, requestId, viewer, 'arrangeCall');
      if (request.requesterId !== viewer.accountId) throw new Conflict('support.requesterChooses');
      assertOffered(request, true);
      await this.assertNoCall(requestId);
      if (choice === InterpreterChoice.without) await this.goWithout(request, true);
      else if (choice === InterpreterChoice.search) await this.goWithout(request, false);
      else await this.answer(request, offered?.id === interpreterId ? offered : null, choice);
      await this.offerNext(request);
      return this.viewOf(request);
    });
  }

  /** The interpreter of a booked call is part of it: cancelling comes first. */
  private async assertNoCall(requestId: string): Promise<void> {
    const where = { requestId, state: CallState.booked };
    if (await this.db.repo(IntroductoryCall).existsBy(where))
      throw new Conflict('support.callBooked');
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
    const agreed = { state: InterpretationState.agreed, agreedAt: this.clock.now() };
    await this.db.repo(Interpretation).update(offered.id, agreed);
    // Only the interpreter: the requester has no list that depends on it.
    await this.ties.report([offered.accountId]);
  }

  private async goWithout(request: SupportRequest, goesWithoutInterpreter: boolean): Promise<void> {
    await this.db.repo(SupportRequest).update(request.id, { goesWithoutInterpreter });
    Object.assign(request, { goesWithoutInterpreter });
  }

  /** Offers the next interpreter who fits, unless one is offered who still fits. An agreement stays. */
  private async offerNext(request: SupportRequest): Promise<void> {
    const current = await this.interpreters.current(request.id);
    if (current?.state === InterpretationState.agreed) return;
    const isNeeded = await this.interpreters.isNeeded(request);
    const fitting = isNeeded ? await this.interpreters.fitting(request) : [];
    if (current && fitting.includes(current.accountId)) return;
    if (current) await this.db.repo(Interpretation).delete(current.id);
    const [accountId] = fitting;
    if (!accountId) return;
    const { id: requestId, requesterId } = request;
    const offer = { requestId, accountId, requesterId, state: InterpretationState.offered };
    await this.db
      .repo(Interpretation)
      .upsert({ ...offer, endedAt: null }, ['requestId', 'accountId']);
  }

  private async viewOf(request: SupportRequest): Promise<CallInterpreting> {
    const isNeeded = await this.interpreters.isNeeded(request);
    const isWithout = request.goesWithoutInterpreter;
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
