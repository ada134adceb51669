import type { Policy } from '../engine/policy-rules.js';

export const groupInvitationPolicy: Policy<'GroupInvitation'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  const own = ['read', 'accept', 'decline'] as const;
  allow(own, { invitedId: viewer.accountId });
  forbid(own, { groupId: { $in: [...viewer.partedGroups, ...viewer.barredGroups] } });
  forbid(own, { hiddenFromIds: viewer.accountId });
  allow(['read', 'withdraw'], { groupId: { $in: viewer.groups.steward } });
  const answers = ['accept', 'decline', 'withdraw'] as const;
  forbid(answers, { state: { $ne: 'waiting' } }).because('groupInvitation.notWaiting');
  forbid(answers, { expiresAt: { $lte: viewer.at } }).because('groupInvitation.notWaiting');
};
