import type { Policy } from '../engine/policy-rules.js';

const CHANGES = [
  'edit',
  'publishAgreements',
  'makeLessPrivate',
  'createChannel',
  'archive',
] as const;
/** An archived group refuses these, too. */
const WAYS_IN = ['join', 'requestToJoin', 'invite', 'readRequests'] as const;

/**
 * A hidden group is visible only to its members and to invited accounts. If a separation exists between the viewer and
 * a member, the group looks closed, and an invitation to it is hidden. A removed member can return only after a steward
 * readmits them. A steward who has not consented to changed agreements in time can admit and remove, but change nothing.
 * An archived group is visible only to its members, and read-only; a steward can bring it back for 30
 * days.
 */
export const groupPolicy: Policy<'Group'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  const mine = { id: { $in: viewer.groups.member } };
  const parted = { id: { $in: viewer.partedGroups } };
  const barred = { id: { $in: viewer.barredGroups } };
  const invited = { id: { $in: viewer.invitedTo.groups } };
  allow('found');
  if (viewer.isOnProbation) forbid('found').because('group.probation');
  const see = ['read', 'report'] as const;
  allow(see, invited);
  forbid(see, parted);
  forbid(see, barred);
  allow(see, { isListed: true });
  forbid(see, { archivedAt: { $ne: null } });
  allow(see, mine);
  // A steward cannot report the group, because a steward can edit it.
  forbid('report', { id: { $in: viewer.groups.steward } });
  allow('join', { isListed: true, access: 'open' });
  allow('join', invited);
  allow('requestToJoin', { isListed: true, access: 'request' });
  forbid(['join', 'requestToJoin'], barred).because('group.removed');
  forbid(['join', 'requestToJoin'], parted);
  forbid(['join', 'requestToJoin'], mine).because('group.alreadyIn');
  allow(['edit', 'publishAgreements', 'makeLessPrivate', 'invite', 'readRequests'], {
    id: { $in: viewer.groups.steward },
  });
  allow('createChannel', { id: { $in: viewer.groups.facilitator } });
  allow('consent', mine);
  const readOnly = { id: { $in: viewer.groups.readOnly } };
  allow('archive', { id: { $in: viewer.groups.steward } });
  allow('unarchive', { id: { $in: viewer.groups.steward }, archivedAt: { $ne: null } });
  forbid([...CHANGES, 'unarchive'], readOnly).because('agreements.consentFirst');
  const archived = { archivedAt: { $ne: null } };
  forbid([...CHANGES, ...WAYS_IN], archived).because('group.archived');
  forbid('unarchive', { unarchivableUntil: { $lte: viewer.at } }).because('group.unarchiveOver');
};
