import type { Policy } from './rules.js';

export const joinRequestPolicy: Policy<'JoinRequest'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  const own = { accountId: viewer.accountId };
  const held = { groupId: { $in: viewer.groups.steward } };
  const decided = { state: { $ne: 'waiting' } } as const;
  allow('read', own);
  allow('withdraw', own);
  allow(['read', 'decide'], held);
  forbid('decide', own).because('joinRequest.own');
  forbid(['decide', 'withdraw'], decided).because('joinRequest.decided');
};
