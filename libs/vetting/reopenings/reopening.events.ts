import { defineEvent } from '#events/define-event.js';

interface OfReopening {
  reopeningId: string;
}

/** A vouch for a member was withdrawn: two who vet look again. */
export const ReopeningOpened = defineEvent<OfReopening>('reopening.opened');
/** Somebody took a seat at it, left it, or said what they think. */
export const ReopeningRead = defineEvent<OfReopening>('reopening.read');
/** Two saw a reason for concern: moderation makes a matter of it. */
export const ReopeningConcern = defineEvent<OfReopening>('reopening.concern');
