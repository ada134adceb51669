import type { Policy } from '../engine/policy-rules.js';
import { nameVisibilityConditions } from '../facts/name-visibility.js';

/** Spokespersons see a declined invitation as waiting until it expires, so that they do not learn of the decline. */
export const organisationInvitationPolicy: Policy<'OrganisationInvitation'> = (
  viewer,
  { allow, forbid },
) => {
  if (viewer.standing !== 'member') return;
  const sent = ['read', 'withdraw'] as const;
  for (const named of nameVisibilityConditions(viewer)) {
    allow(sent, {
      ...named,
      spokespersonIds: viewer.accountId,
      state: { $in: ['waiting', 'declined'] },
    });
  }
  forbid(sent, { hiddenFromIds: viewer.accountId });
  allow(['read', 'accept', 'decline'], {
    accountId: viewer.accountId,
    state: 'waiting',
    isParted: false,
  });
  forbid(['read', 'accept', 'decline', 'withdraw'], { expiresAt: { $lte: viewer.at } });
};
