import { defineEvent } from '#events/define-event.js';

interface OfAct {
  actId: string;
}

/** Somebody asked for an act that another has to approve, or asked otherwise. */
export const TwoPersonActAsked = defineEvent<OfAct>('twoPersonAct.asked');
/** It was approved, refused, taken back, or its day is over. */
export const TwoPersonActEnded = defineEvent<OfAct>('twoPersonAct.ended');
