import type { Policy } from '../engine/policy-rules.js';

/**
 * Every reader of a coalition sees its participants, but for those whom a coalition steward removed from a listed one. The stewards of the group, or the spokesperson of the
 * organisation, decide how it is shown, take it out and name its delegates; with the delegates they give grants. A
 * coalition steward of another participant can request its removal.
 */
export const participantPolicy: Policy<'Participant'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  const { near, steward, delegate, owner } = viewer.coalitions;
  const own = { id: { $in: [...owner, ...delegate] } };
  allow('read', { isListed: true });
  forbid('read', { coalitionId: { $in: viewer.barredGroups } });
  allow('read', { coalitionId: { $in: near } });
  allow(['rename', 'takeOut', 'nameDelegates'], { id: { $in: owner } });
  allow(['read', 'grant'], own);
  allow('remove', { coalitionId: { $in: steward } });
  forbid('remove', own).because('participant.takeOutInstead');
  const all = ['read', 'rename', 'takeOut', 'nameDelegates', 'grant', 'remove'] as const;
  forbid(all, { endedAt: { $ne: null } });
};
