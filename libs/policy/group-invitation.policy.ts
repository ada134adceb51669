import type { Policy } from './rules.js';

export const groupInvitationPolicy: Policy<'GroupInvitation'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  allow(['read', 'accept', 'decline'], { invitedId: viewer.accountId });
  allow(['read', 'withdraw'], { groupId: { $in: viewer.groups.steward } });
  forbid(['accept', 'decline', 'withdraw'], { state: { $ne: 'waiting' } }).because(
    'groupInvitation.notWaiting',
  );
};
