import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { CallLost } from './calls.events.js';
import { endInterpretations } from './interpreters/end-interpretations.js';
import { InterpreterNews } from './interpreters/interpreters.events.js';

interface RequestWithCall {
  readonly id: string;
  readonly requesterId: string;
}
interface EndedCall {
  readonly supporterId: string;
  readonly interpreterId: string | null;
  readonly state: string;
}
/** Ends what belongs to the supporter of a request: its call and its interpreter. Call it in the transaction of the change. */
@Injectable()
export class CallEndings {
  constructor(
    private readonly db: Database,
    private readonly events: EventsService,
    private readonly clock: Clock,
  ) {}

  /** Ends the booked call and the agreement to an interpreter, when the supporter leaves the request or it ends. */
  async endWithAssignment(request: RequestWithCall): Promise<void> {
    await this.endBooked(request);
    await endInterpretations(this.db, request.id, this.clock.now());
  }

  /**
   * Ends the booked call. One that has begun counts as held. The supporter and the interpreter are notified of one that
   * does not take place.
   */
  async endBooked({ id: requestId, requesterId }: RequestWithCall): Promise<void> {
    this.db.assertWriting();
    const ended = await this.db.query<EndedCall>(
      `update introductory_call set ended_by = 'system', updated_at = $2,
         state = case when starts_at <= $2 then 'held' else 'cancelled' end
       where request_id = $1 and state = 'booked' returning supporter_id as "supporterId",
         interpreter_id as "interpreterId", state`,
      [requestId, this.clock.now()],
    );
    for (const { supporterId, interpreterId, state } of ended) {
      if (state !== 'cancelled') continue;
      await this.events.record(CallLost, { requestId, requesterId, supporterId });
      if (interpreterId) await this.events.record(InterpreterNews, { interpreterId });
    }
  }
}
