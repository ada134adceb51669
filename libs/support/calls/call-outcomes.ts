import { Injectable } from '@nestjs/common';
import type { Permitted } from '#access/permitted.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseAudit } from '../requests/case-audit.js';
import { CaseTextsService, endReply } from '../requests/case-texts.service.js';
import { CaseTransitions } from '../requests/case-transitions.js';
import {
  SupportDeclineReason,
  SupportRequest,
  SupportStage,
} from '../requests/support-request.entity.js';
import { BookedCalls } from './booked-calls.js';
import type { CallOutcomeInput } from './introductory-call.inputs.js';
import { CallOutcome, CallSide, CallState, IntroductoryCall } from './introductory-call.entity.js';

const GOES_ON: readonly CallOutcome[] = [CallOutcome.lightTouch, CallOutcome.matchbox];

/** Records the outcome of a call, which answers the request. */
@Injectable()
export class CallOutcomes {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly calls: BookedCalls,
    private readonly cases: CaseTransitions,
    private readonly texts: CaseTextsService,
    private readonly record: CaseAudit,
  ) {}

  /** The words become the answer that the requester reads. Throws Conflict before the call begins. */
  recordOutcome(viewer: Viewer, input: CallOutcomeInput): Promise<void> {
    const { requestId, outcome } = input;
    return this.calls.withCall(viewer, requestId, 'leadCall', async ({ request, call }) => {
      if (call.startsAt > this.clock.now()) throw new Conflict('support.callNotBegun');
      const ended = { state: CallState.held, endedBy: CallSide.supporter, outcome };
      await this.db.repo(IntroductoryCall).update(call.id, ended);
      await this.cases.endPastCall(request);
      const action = await this.answer(viewer, request, input);
      await this.record.write(viewer, request, action, outcome);
    });
  }

  private async answer(
    viewer: Viewer,
    request: Permitted<SupportRequest, 'leadCall'>,
    { outcome, words, alternatives, askAgainOn }: CallOutcomeInput,
  ): Promise<string> {
    const wasCase = request.stage === SupportStage.accepted;
    if (GOES_ON.includes(outcome)) {
      const workName = await this.record.workNameOf(viewer);
      const reply = this.texts.newReply(request, { workName, words });
      if (!wasCase) {
        await this.cases.accept(request, reply);
        return 'accept';
      }
      await this.db.repo(SupportRequest).update(request.id, { ...endReply(request), reply });
      await this.cases.news.notifyRequester(request);
      return 'keepOpen';
    }
    const closing = this.texts.encrypt(request, 'closing', {
      ...{ words, alternatives: alternatives || null },
      askAgainOn: outcome === CallOutcome.notNow ? (askAgainOn ?? null) : null,
    });
    if (wasCase) {
      await this.cases.end(request, { stage: SupportStage.closed, closing });
      return 'close';
    }
    const reason =
      outcome === CallOutcome.referred
        ? SupportDeclineReason.elsewhere
        : SupportDeclineReason.other;
    await this.cases.end(request, { stage: SupportStage.declined, reason, closing });
    return 'decline';
  }
}
