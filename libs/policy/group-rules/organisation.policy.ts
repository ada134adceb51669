import type { Policy } from '../engine/rules.js';

/** It exists for its people, for those invited, and for its audience; while it ends, for its people alone. */
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
  // Whoever speaks for it changes what it says.
  forbid('report', held);
  allow(['edit', 'invite', 'end'], { ...held, endedAt: null });
  allow('keep', { ...held, endedAt: { $ne: null } });
};
