import type { Policy } from '../engine/rules.js';

/**
 * A link ends with its use, its 72 hours and the stewardship of whoever made it. To whoever may not use it, and to
 * everybody once it has ended, it is as if it had never been.
 */
export const groupLinkPolicy: Policy<'GroupLink'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  const open = { isUsed: false, isHeld: true, expiresAt: { $gt: viewer.at } } as const;
  allow(['read', 'revoke'], { ...open, groupId: { $in: viewer.groups.steward } });
  if (viewer.isOnProbation) return;
  allow('use', open);
  forbid('use', { groupId: { $in: [...viewer.partedGroups, ...viewer.barredGroups] } });
  forbid('use', { hiddenFromIds: viewer.accountId });
};
