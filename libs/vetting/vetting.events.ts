import { defineEvent } from '#events/event-type.js';

interface OfApplication {
  applicationId: string;
  accountId: string;
}

export const ApplicationSubmitted = defineEvent<OfApplication>('application.submitted');
export const ApplicantQuestionAnswered = defineEvent<OfApplication>('application.answered');
export const ApplicationWithdrawn = defineEvent<OfApplication>('application.withdrawn', {
  recordOnly: true,
});
/** A decline was appealed; other reviewers decide it. */
export const ApplicationAppealed = defineEvent<OfApplication>('application.appealed');
/** A reviewer claimed, renewed or released the application. */
export const ApplicationClaimsChanged = defineEvent<OfApplication>('application.claimed');
/** A reviewer declared that they know the applicant. */
export const ConflictDeclared = defineEvent<OfApplication>('conflict.declared');
export const ApplicantQuestionAsked = defineEvent<OfApplication>('application.asked');
export const ApplicationReviewed = defineEvent<OfApplication>('application.reviewed');
/** A reviewer wrote a note for the other reviewers. */
export const ApplicationNoteWritten = defineEvent<OfApplication>('application.noted');
export const ApplicationDecided = defineEvent<OfApplication>('application.decided');
/**
 * A member gave a vouch. The event is also recorded for an unknown code, so that giving a vouch takes equally long in
 * every case.
 */
export const VouchGiven = defineEvent<{ vouchId: string }>('vouch.given');
export const VouchWithdrawn = defineEvent<{ vouchId: string }>('vouch.withdrawn');
