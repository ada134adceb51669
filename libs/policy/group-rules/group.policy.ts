import type { Policy } from '../engine/rules.js';

/**
 * A hidden group exists for its members and for whoever holds an invitation to it. One with somebody from whom a
 * separation parts the viewer is as if it were closed, and an invitation to it as if there were none. Whoever was removed
 * comes back once a steward lets them, by no other way.
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
  allow(see, mine);
  // Whoever holds it changes what it says.
  forbid('report', { id: { $in: viewer.groups.steward } });
  allow('join', { isListed: true, access: 'open' });
  allow('join', invited);
  allow('requestToJoin', { isListed: true, access: 'request' });
  forbid(['join', 'requestToJoin'], barred).because('group.removed');
  forbid(['join', 'requestToJoin'], parted);
  forbid(['join', 'requestToJoin'], mine).because('group.alreadyIn');
  allow(['edit', 'makeLessPrivate', 'invite', 'createChannel', 'readRequests'], {
    id: { $in: viewer.groups.steward },
  });
};
