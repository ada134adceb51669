import type { Policy } from '../engine/rules.js';

/** For the stewards of the group, whoever of them sent it, as long as an invitation lasts. */
export const sentGroupInvitationPolicy: Policy<'SentGroupInvitation'> = (viewer, { allow }) => {
  if (viewer.standing !== 'member') return;
  const open = { expiresAt: { $gt: viewer.at } } as const;
  allow(['read', 'withdraw'], { ...open, groupId: { $in: viewer.groups.steward } });
};
