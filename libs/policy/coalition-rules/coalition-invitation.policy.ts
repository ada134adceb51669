import type { Policy } from '../engine/policy-rules.js';

/**
 * Every coalition steward sees an invitation until it expires, whoever made it. An invitation that names a group or an
 * organisation shows no outcome until it is withdrawn; a link disappears when it is used. For a viewer who cannot answer an invitation, and
 * for everybody after its end, it does not exist.
 */
export const coalitionInvitationPolicy: Policy<'CoalitionInvitation'> = (viewer, { allow }) => {
  if (viewer.standing !== 'member') return;
  const unexpired = { expiresAt: { $gt: viewer.at } } as const;
  const sent = {
    ...{ ...unexpired, coalitionId: { $in: viewer.coalitions.steward } },
    isWithdrawn: false,
  };
  allow(['read', 'withdraw'], { ...sent, isLink: false });
  allow(['read', 'withdraw'], { ...sent, isLink: true, isUsed: false });
  const open = { ...unexpired, isOpen: true } as const;
  const named = { ...open, isLink: false, ownerIds: viewer.accountId } as const;
  allow(['receive', 'accept', 'decline'], named);
  allow('use', { ...open, isLink: true });
};
