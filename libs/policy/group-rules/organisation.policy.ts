import type { Policy } from '../engine/policy-rules.js';

/**
 * An organisation is visible to its people, to invited accounts and to its audience. While it is being ended, only its
 * people see it.
 */
export const organisationPolicy: Policy<'Organisation'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  const me = viewer.accountId;
  const see = ['read', 'report'] as const;
  const held = { peopleIds: me, spokespersonIds: me };
  allow('found');
  if (viewer.isOnProbation) forbid('found').because('organisation.probation');
  allow(see, { audience: 'members' });
  allow(see, { audience: 'groups', openToGroupIds: { $in: viewer.groups.plain } });
  allow(see, { id: { $in: viewer.invitedTo.organisations } });
  forbid(see, { endedAt: { $ne: null } });
  allow(see, { peopleIds: me });
  // A spokesperson cannot report the organisation, because a spokesperson can edit it.
  forbid('report', held);
  allow(['edit', 'invite', 'end'], { ...held, endedAt: null });
  allow(['foundCoalition', 'joinCoalition'], { ...held, endedAt: null });
  if (viewer.isOnProbation) forbid('foundCoalition').because('coalition.probation');
  allow('keep', { ...held, endedAt: { $ne: null } });
};
