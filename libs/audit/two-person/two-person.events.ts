import { defineEvent } from '#events/event-type.js';

interface OfAct {
  actId: string;
}

/** An act was requested, or its request was changed. */
export const TwoPersonActRequested = defineEvent<OfAct>('twoPersonAct.asked');
/** An act was approved, refused, withdrawn or expired. */
export const TwoPersonActEnded = defineEvent<OfAct>('twoPersonAct.ended');
