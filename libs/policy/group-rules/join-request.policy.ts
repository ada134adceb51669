import type { Policy } from '../engine/rules.js';

/**
 * What somebody asks who is separated from one who is in by now is nobody's to decide: for them it waits. A steward whom
 * a block parts from whoever asks hears nothing of it; another steward decides.
 */
export const joinRequestPolicy: Policy<'JoinRequest'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  const own = { accountId: viewer.accountId };
  const held = { groupId: { $in: viewer.groups.steward } };
  const decided = { state: { $ne: 'waiting' } } as const;
  allow('withdraw', own);
  allow(['read', 'decide'], held);
  forbid(['read', 'decide'], { isParted: true });
  forbid(['read', 'decide'], { hiddenFromIds: viewer.accountId });
  allow('read', own);
  forbid('decide', own).because('joinRequest.own');
  forbid(['decide', 'withdraw'], decided).because('joinRequest.decided');
};
