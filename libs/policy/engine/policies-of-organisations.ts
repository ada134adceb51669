import { affiliationPolicy } from '../group-rules/affiliation.policy.js';
import { organisationInvitationPolicy } from '../group-rules/organisation-invitation.policy.js';
import { organisationPolicy } from '../group-rules/organisation.policy.js';

/** Organisations, and who is in them. */
export const ORGANISATIONS = {
  Organisation: organisationPolicy,
  Affiliation: affiliationPolicy,
  OrganisationInvitation: organisationInvitationPolicy,
};
