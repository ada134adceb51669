import type { Policy } from '../engine/policy-rules.js';

/**
 * A requester can report a supporter by a part that they have or had in the case, also while suspended and without an
 * account. So can a former requester and the partner side, for the supporters of their time.
 * Work names are read with the rights on requests, so reporting is the only action here.
 */
export const supporterPolicy: Policy<'Supporter'> = ({ standing, accountId }, { allow }) => {
  if (!['applicant', 'member', 'suspended', 'guest'].includes(standing)) return;
  allow('report', { requesterIds: accountId });
};
