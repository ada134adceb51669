import { defineEvent } from '#events/event-type.js';

/** The organisation's text, visibility or people changed. */
export const OrganisationChanged = defineEvent<{ organisationId: string }>('organisation.changed');
/** The organisation was open to all members, and is not any more. */
export const OrganisationClosed = defineEvent<{ organisationId: string }>('organisation.closed');
export const AffiliationEnded = defineEvent<{ organisationId: string; accountId: string }>(
  'affiliation.ended',
);
export const OrganisationInvitationSent = defineEvent<{
  invitationId: string;
  organisationId: string;
  accountId: string;
}>('organisation.invited');
/** A waiting invitation was accepted, declined or withdrawn. */
export const OrganisationInvitationEnded = defineEvent<{
  invitationId: string;
  accountId: string;
}>('organisation.invitationEnded');
