import type { Database } from '#database/database.js';
import type { EventsService } from '#events/events.service.js';
import { CallLost } from './calls.events.js';

interface RequestWithCall {
  readonly id: string;
  readonly requesterId: string;
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
  const ended = await db.query<{ supporterId: string; state: string }>(
    `update introductory_call set ended_by = 'system', updated_at = $2,
       state = case when starts_at <= $2 then 'held' else 'cancelled' end
     where request_id = $1 and state = 'booked' returning supporter_id as "supporterId", state`,
    [requestId, now],
  );
  for (const { supporterId, state } of ended) {
    if (state === 'cancelled')
      await events.record(CallLost, { requestId, requesterId, supporterId });
  }
}
