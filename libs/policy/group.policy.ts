import type { Policy } from './rules.js';

/** A hidden group exists for its members and for whoever holds an invitation to it. */
export const groupPolicy: Policy<'Group'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  const mine = { id: { $in: viewer.groups.member } };
  const invited = { invitedIds: viewer.accountId };
  allow('found');
  if (viewer.isOnProbation) forbid('found').because('group.probation');
  allow('read', { isListed: true });
  allow('read', invited);
  allow('read', mine);
  allow('join', { isListed: true, access: 'open' });
  allow('join', invited);
  allow('requestToJoin', { isListed: true, access: 'request' });
  forbid(['join', 'requestToJoin'], mine).because('group.alreadyIn');
  allow(['edit', 'invite', 'createChannel', 'readRequests'], {
    id: { $in: viewer.groups.steward },
  });
};
