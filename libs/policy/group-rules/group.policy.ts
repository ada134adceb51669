import type { Policy } from '../engine/policy-rules.js';

const CHANGES = [
  'edit',
  'publishAgreements',
  'makeLessPrivate',
  'createChannel',
  'archive',
] as const;
const FOR_PARTICIPANT = ['foundCoalition', 'joinCoalition'] as const;
/** An archived group refuses these, too. */
const WAYS_IN = [
  ...(['join', 'requestToJoin', 'invite', 'readRequests', 'inviteParticipant'] as const),
  ...FOR_PARTICIPANT,
] as const;

/**
 * A hidden group is visible only to its members and to invited accounts. If a separation exists between the viewer and
 * a member, the group looks closed, and an invitation to it is hidden. A removed member can return only after a steward
 * readmits them. A steward who has not consented to changed agreements in time can admit and remove, but change nothing.
 * An archived group is visible only to its members, and read-only; a steward can bring it back for 30
 * days.
 *
 * The people of a participant see a hidden coalition. Its coalition stewards change its texts and invite participants,
 * whether or not they take part; what happens inside needs that they do. A steward of a group founds and joins
 * coalitions for it; a coalition is never a participant.
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
  allow(see, { id: { $in: viewer.coalitions.near } });
  // A steward cannot report the group, because a steward can edit it.
  forbid('report', { id: { $in: [...viewer.groups.steward, ...viewer.coalitions.steward] } });
  allow('join', { isListed: true, access: 'open' });
  allow('join', invited);
  allow('requestToJoin', { isListed: true, access: 'request' });
  forbid(['join', 'requestToJoin'], barred).because('group.removed');
  forbid(['join', 'requestToJoin'], parted);
  forbid(['join', 'requestToJoin'], mine).because('group.alreadyIn');
  const held = { kind: 'group', id: { $in: viewer.groups.steward } } as const;
  allow(['edit', 'publishAgreements', 'makeLessPrivate', 'invite', 'readRequests'], held);
  allow(FOR_PARTICIPANT, held);
  if (viewer.isOnProbation) forbid('foundCoalition').because('coalition.probation');
  allow(['edit', 'publishAgreements', 'makeLessPrivate', 'inviteParticipant'], {
    kind: 'coalition',
    id: { $in: viewer.coalitions.steward },
  });
  allow('leaveCoalition', { kind: 'coalition', ...mine });
  allow('createChannel', { id: { $in: viewer.groups.facilitator } });
  allow('consent', mine);
  const readOnly = { id: { $in: viewer.groups.readOnly } };
  allow('archive', held);
  allow('unarchive', { ...held, archivedAt: { $ne: null } });
  forbid([...CHANGES, 'unarchive'], readOnly).because('agreements.consentFirst');
  const archived = { archivedAt: { $ne: null } };
  forbid([...CHANGES, ...WAYS_IN], archived).because('group.archived');
  forbid('unarchive', { unarchivableUntil: { $lte: viewer.at } }).because('group.unarchiveOver');
};
