import { fieldKindsWithCeiling } from '../facts/audiences.js';
import type { Policy } from '../engine/policy-rules.js';

/**
 * Each audience contains the one before: onlyMe, allies, groups, members. The ceiling of the field limits the audience.
 * Blocks and separations are applied last, and the owner can always read and edit.
 */
export const profileFieldPolicy: Policy<'ProfileField'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  const ofMembers = { ownerStanding: 'member' } as const;
  allow('read', {
    ...ofMembers,
    audience: 'members',
    kind: { $in: fieldKindsWithCeiling('members') },
  });
  allow('read', {
    ...ofMembers,
    audience: { $in: ['groups', 'members'] },
    kind: { $nin: [...fieldKindsWithCeiling('allies'), ...fieldKindsWithCeiling('onlyMe')] },
    openToGroupIds: { $in: viewer.groups.plain },
  });
  allow('read', {
    ...ofMembers,
    audience: { $in: ['allies', 'groups', 'members'] },
    kind: { $nin: fieldKindsWithCeiling('onlyMe') },
    ownerId: { $in: viewer.allies },
  });
  forbid('read', { hiddenFromIds: viewer.accountId });
  allow(['read', 'edit'], { ownerId: viewer.accountId });
};
