import type { Policy } from '../engine/rules.js';
import { waysToSeeAName } from '../facts/sight-of-a-name.js';

/** One that was declined looks to whoever speaks for the organisation as one that waits; time ends both the same way. */
export const organisationInvitationPolicy: Policy<'OrganisationInvitation'> = (
  viewer,
  { allow, forbid },
) => {
  if (viewer.standing !== 'member') return;
  const sent = ['read', 'withdraw'] as const;
  for (const named of waysToSeeAName(viewer)) {
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
