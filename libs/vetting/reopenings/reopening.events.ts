import { defineEvent } from '#events/event-type.js';

interface OfReopening {
  reopeningId: string;
}

/** A vouch for a member was withdrawn; two reviewers look at the member again. */
export const ReopeningOpened = defineEvent<OfReopening>('reopening.opened');
/** A reviewer claimed or released the reopening, or wrote an opinion. */
export const ReopeningSeatsChanged = defineEvent<OfReopening>('reopening.read');
/** Two reviewers had concerns; moderation opens a matter. */
export const ReopeningConcernRaised = defineEvent<OfReopening>('reopening.concern');
