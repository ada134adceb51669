import { affiliationPolicy } from './affiliation.policy.js';
import { organisationInvitationPolicy } from './organisation-invitation.policy.js';
import { organisationPolicy } from './organisation.policy.js';

/** Organisations, and who is in them. */
export const ORGANISATIONS = {
  Organisation: organisationPolicy,
  Affiliation: affiliationPolicy,
  OrganisationInvitation: organisationInvitationPolicy,
};
