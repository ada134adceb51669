import type { Policy } from '../engine/policy-rules.js';

const CHANGES = [
  'edit',
  'handOver',
  'offerStewardship',
  'acceptStewardship',
  'makeFacilitator',
] as const;

/**
 * Only members of a group see its members, whether the group is listed or hidden: those who are listed, and the
 * stewards. A member who is not listed is seen by the stewards and by themself. Blocks have no effect inside a group.
 * Stewards also see removed members and can readmit them. For 30 days a former member can delete what they posted, and
 * stewards read what the former member could read. A steward makes a member facilitator and ends that; a facilitator
 * can give the role up. A member who has not consented to changed agreements in time does not edit their persona or
 * take a stewardship; as a steward they can remove members and step down, and change no other role. The stewardship of
 * a coalition cannot be given, because it follows from delegates, and a coalition suggests no introductions.
 */
export const membershipPolicy: Policy<'Membership'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  const own = { accountId: viewer.accountId };
  const held = { groupId: { $in: viewer.groups.steward } };
  const here = { groupId: { $in: viewer.groups.member }, endedAt: null } as const;
  const ended = { endedAt: { $ne: null } };
  const listed = { isListed: true } as const;
  const steward = { role: 'steward' } as const;
  for (const shown of [listed, steward]) {
    allow('seeName', { groupId: here.groupId, ...shown });
    allow('read', { ...here, ...shown });
    allow('report', { ...here, ...shown, hasPicture: true });
  }
  for (const who of [held, own]) allow('seeName', who);
  allow('read', { ...held, endedAt: null });
  allow('report', { ...held, endedAt: null, hasPicture: true });
  allow('showInList', { ...own, endedAt: null, isListed: false, memberList: 'members' });
  const inGroup = { groupKind: 'group' } as const;
  const heldGroup = { ...held, ...inGroup };
  allow(['read', 'edit'], { ...own, endedAt: null });
  allow('leave', { ...own, ...inGroup, endedAt: null });
  // Also in an archived group.
  allow('removePicture', { ...own, endedAt: null });
  allow('remove', held);
  allow(['handOver', 'suggest'], heldGroup);
  forbid('report', own);
  forbid('remove', own).because('membership.leaveInstead');
  forbid(['handOver', 'suggest'], own).because('membership.own');
  const unlisted = { isListed: false, role: { $in: ['member', 'facilitator'] } } as const;
  forbid(['handOver', 'suggest'], unlisted).because('membership.unlisted');
  forbid(['remove', 'handOver', 'suggest'], ended).because('membership.ended');
  const offered = { ...inGroup, endedAt: null, stewardOfferEndsAt: { $gt: viewer.at } } as const;
  const withoutStewardship = { role: { $in: ['member', 'facilitator'] } } as const;
  allow('offerStewardship', { ...heldGroup, endedAt: null, ...withoutStewardship });
  forbid('offerStewardship', own);
  allow('withdrawStewardshipOffer', { ...held, ...offered });
  allow(['acceptStewardship', 'declineStewardship'], { ...own, ...offered });
  if (viewer.isOnProbation) forbid('acceptStewardship').because('membership.probation');
  allow('endStewardship', { ...heldGroup, endedAt: null, role: 'steward' });
  allow('makeFacilitator', { ...held, endedAt: null, role: 'member' });
  for (const who of [held, own])
    allow('endFacilitation', { ...who, endedAt: null, role: 'facilitator' });
  const readOnly = { groupId: { $in: viewer.groups.readOnly } };
  forbid(CHANGES, readOnly).because('agreements.consentFirst');
  forbid(['endStewardship', 'endFacilitation'], {
    ...readOnly,
    accountId: { $ne: viewer.accountId },
  }).because('agreements.consentFirst');
  allow('readmit', { ...held, isBarred: true });
  const former = { ...ended, formerUntil: { $gt: viewer.at } };
  allow('deleteMessages', { ...own, ...former });
  allow('readExposure', { ...held, ...former });
};
