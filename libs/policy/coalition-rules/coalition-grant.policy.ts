import type { Policy } from '../engine/policy-rules.js';

/**
 * A grant belongs to one person, who alone accepts it, declines it and shows the participant. The delegates of the
 * participant see to whom it was given, never how it was answered. If a separation exists between the person and
 * somebody who takes part, or a coalition steward removed them, the grant does not exist for them until they take part.
 */
export const coalitionGrantPolicy: Policy<'CoalitionGrant'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  const { delegate, owner } = viewer.coalitions;
  allow(['read', 'withdraw'], { participantId: { $in: [...delegate, ...owner] }, isHeld: true });
  const received = ['receive', 'accept', 'show'] as const;
  allow(received, { accountId: viewer.accountId, isHeld: true });
  const closed = [...viewer.partedGroups, ...viewer.barredGroups];
  const inside = viewer.groups.member;
  allow('decline', { accountId: viewer.accountId, isHeld: true, isAccepted: false });
  forbid([...received, 'decline'], {
    coalitionId: { $in: closed.filter((id) => !inside.includes(id)) },
  });
};
