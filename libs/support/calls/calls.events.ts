import { defineEvent } from '#events/event-type.js';

export interface CallIds {
  readonly requestId: string;
  readonly requesterId: string;
  readonly supporterId: string;
}

/** A booked call takes place in a day or in an hour. */
export const CallSoon = defineEvent<CallIds>('support.callSoon');
/** A booked call ended before it took place, and its supporter did not end it. */
export const CallLost = defineEvent<CallIds>('support.callLost');
