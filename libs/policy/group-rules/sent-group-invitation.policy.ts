import type { Policy } from '../engine/policy-rules.js';

/** Every steward of the group sees an invitation until it expires, whichever steward sent it. */
export const sentGroupInvitationPolicy: Policy<'SentGroupInvitation'> = (viewer, { allow }) => {
  if (viewer.standing !== 'member') return;
  const open = { expiresAt: { $gt: viewer.at } } as const;
  allow(['read', 'withdraw'], { ...open, groupId: { $in: viewer.groups.steward } });
};
