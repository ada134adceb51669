import { kindsUpTo } from '../facts/audiences.js';
import type { Policy } from '../engine/rules.js';

/**
 * The audiences are sets, each containing the one before: onlyMe, allies, groups, members. The ceiling cuts them,
 * blocks and separations are taken out last, and the owner always sees their own.
 */
export const profileFieldPolicy: Policy<'ProfileField'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  const ofMembers = { ownerStanding: 'member' } as const;
  allow('read', { ...ofMembers, audience: 'members', kind: { $in: kindsUpTo('members') } });
  allow('read', {
    ...ofMembers,
    audience: { $in: ['groups', 'members'] },
    kind: { $nin: [...kindsUpTo('allies'), ...kindsUpTo('onlyMe')] },
    openToGroupIds: { $in: viewer.groups.plain },
  });
  allow('read', {
    ...ofMembers,
    audience: { $in: ['allies', 'groups', 'members'] },
    kind: { $nin: kindsUpTo('onlyMe') },
    ownerId: { $in: viewer.allies },
  });
  forbid('read', { hiddenFromIds: viewer.accountId });
  allow(['read', 'edit'], { ownerId: viewer.accountId });
};
