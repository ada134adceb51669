import type { Policy } from '../engine/policy-rules.js';

/**
 * Only members of a group see its members, whether the group is listed or hidden. Blocks have no effect inside a group.
 * Stewards also see removed members and can readmit them. A steward makes a member facilitator and ends that; a
 * facilitator can give the role up.
 */
export const membershipPolicy: Policy<'Membership'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  const own = { accountId: viewer.accountId };
  const held = { groupId: { $in: viewer.groups.steward } };
  const here = { groupId: { $in: viewer.groups.member }, endedAt: null } as const;
  const ended = { endedAt: { $ne: null } };
  allow('read', here);
  allow('report', { ...here, hasPicture: true });
  allow(['read', 'edit', 'leave'], { ...own, endedAt: null });
  allow(['remove', 'handOver', 'suggest'], held);
  forbid('report', own);
  forbid('remove', own).because('membership.leaveInstead');
  forbid(['handOver', 'suggest'], own).because('membership.own');
  forbid(['remove', 'handOver', 'suggest'], ended).because('membership.ended');
  const offered = { endedAt: null, stewardOfferEndsAt: { $gt: viewer.at } } as const;
  const withoutStewardship = { role: { $in: ['member', 'facilitator'] } } as const;
  allow('offerStewardship', { ...held, endedAt: null, ...withoutStewardship });
  forbid('offerStewardship', own);
  allow('withdrawStewardshipOffer', { ...held, ...offered });
  allow(['acceptStewardship', 'declineStewardship'], { ...own, ...offered });
  if (viewer.isOnProbation) forbid('acceptStewardship').because('membership.probation');
  allow('endStewardship', { ...held, endedAt: null, role: 'steward' });
  allow('makeFacilitator', { ...held, endedAt: null, role: 'member' });
  for (const who of [held, own])
    allow('endFacilitation', { ...who, endedAt: null, role: 'facilitator' });
  allow('readmit', { ...held, isBarred: true });
};
