import { defineEvent } from '#events/define-event.js';

/** What it says, who may know of it, or who is in it. */
export const OrganisationChanged = defineEvent<{ organisationId: string }>('organisation.changed');
export const AffiliationEnded = defineEvent<{ organisationId: string; accountId: string }>(
  'affiliation.ended',
);
export const AskedIntoOrganisation = defineEvent<{
  invitationId: string;
  organisationId: string;
  accountId: string;
}>('organisation.invited');
/** One that waited was accepted, declined or withdrawn. */
export const OrganisationInvitationEnded = defineEvent<{
  invitationId: string;
  accountId: string;
}>('organisation.invitationEnded');
