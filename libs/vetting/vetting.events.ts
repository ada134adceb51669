import { defineEvent } from '#events/define-event.js';

interface OfApplication {
  applicationId: string;
  accountId: string;
}

export const ApplicationSubmitted = defineEvent<OfApplication>('application.submitted');
export const ApplicationAnswered = defineEvent<OfApplication>('application.answered');
export const ApplicationWithdrawn = defineEvent<OfApplication>('application.withdrawn', {
  recordOnly: true,
});
/** A decline was appealed: it waits for others. */
export const ApplicationAppealed = defineEvent<OfApplication>('application.appealed');
/** Somebody began, went on or stopped reading it. */
export const ApplicationClaimed = defineEvent<OfApplication>('application.claimed');
/** Somebody who vets knows the applicant. */
export const ConflictDeclared = defineEvent<OfApplication>('conflict.declared');
export const ApplicationAsked = defineEvent<OfApplication>('application.asked');
export const ApplicationReviewed = defineEvent<OfApplication>('application.reviewed');
/** Somebody who reviews it wrote a note to the others. */
export const ApplicationNoted = defineEvent<OfApplication>('application.noted');
export const ApplicationDecided = defineEvent<OfApplication>('application.decided');
/** Recorded for a code that names nobody too, so that giving a vouch is the same work in every case. */
export const VouchGiven = defineEvent<{ vouchId: string }>('vouch.given');
export const VouchWithdrawn = defineEvent<{ vouchId: string }>('vouch.withdrawn');
