import type { Database } from '#database/database.js';
import type { EventsService } from '#events/events.service.js';
import { CallLost } from './calls.events.js';
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
interface Tools {
  readonly db: Database;
  readonly events: EventsService;
  readonly now: Date;
}

/**
 * Ends the booked call of a request together with the assignment, in the transaction of that change. A call that has
 * begun counts as held. The supporter is notified of one that does not take place.
 */
export async function endCallWith(
  { id: requestId, requesterId }: RequestWithCall,
  { db, events, now }: Tools,
): Promise<void> {
  db.assertWriting();
  const ended = await db.query<EndedCall>(
    `update introductory_call set ended_by = 'system', updated_at = $2,
       state = case when starts_at <= $2 then 'held' else 'cancelled' end
     where request_id = $1 and state = 'booked' returning supporter_id as "supporterId",
       interpreter_id as "interpreterId", state`,
    [requestId, now],
  );
  for (const { supporterId, interpreterId, state } of ended) {
    if (state !== 'cancelled') continue;
    await events.record(CallLost, { requestId, requesterId, supporterId });
    if (interpreterId) await events.record(InterpreterNews, { interpreterId });
  }
}
