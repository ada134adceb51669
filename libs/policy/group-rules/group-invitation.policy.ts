import type { Policy } from '../engine/rules.js';

export const groupInvitationPolicy: Policy<'GroupInvitation'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  const own = ['read', 'accept', 'decline'] as const;
  allow(own, { invitedId: viewer.accountId });
  forbid(own, { groupId: { $in: viewer.partedGroups } });
  allow(['read', 'withdraw'], { groupId: { $in: viewer.groups.steward } });
  forbid(['accept', 'decline', 'withdraw'], { state: { $ne: 'waiting' } }).because(
    'groupInvitation.notWaiting',
  );
};
