import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseTransitions } from '../requests/case-transitions.js';
import { BookedCalls } from './booked-calls.js';
import type { CancelCallInput } from './introductory-call.inputs.js';
import { CallSide, CallState, IntroductoryCall } from './introductory-call.entity.js';

/** Cancels calls, and records that a side did not come. A request without an answer then returns to the queue. */
@Injectable()
export class EndCall {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly calls: BookedCalls,
    private readonly cases: CaseTransitions,
  ) {}

  /** Cancels a call that has not begun. */
  cancel(viewer: Viewer, { requestId, reason }: CancelCallInput): Promise<void> {
    return this.end(viewer, requestId, (call) => {
      if (call.startsAt <= this.clock.now()) throw new Conflict('support.callBegan');
      return { state: CallState.cancelled, cancelReason: reason };
    });
  }

  /** Records that the other side did not come to a call that has begun. */
  reportMissed(viewer: Viewer, requestId: string): Promise<void> {
    return this.end(viewer, requestId, (call) => {
      if (call.startsAt > this.clock.now()) throw new Conflict('support.callNotBegun');
      return { state: CallState.missed };
    });
  }

  private end(
    viewer: Viewer,
    requestId: string,
    change: (call: IntroductoryCall) => Partial<IntroductoryCall>,
  ): Promise<void> {
    return this.calls.withCall(viewer, requestId, 'arrangeCall', async ({ request, call }) => {
      const isOwn = request.requesterId === viewer.accountId;
      const endedBy = isOwn ? CallSide.requester : CallSide.supporter;
      await this.db.repo(IntroductoryCall).update(call.id, { ...change(call), endedBy });
      await this.calls.tellInterpreters(call.interpreterId);
      await this.cases.endCall(request, { isByRequester: isOwn });
    });
  }
}
