import type { Policy } from '../engine/policy-rules.js';

/**
 * A link ends when somebody uses it, after 72 hours, or when its creator is no longer a steward. For a viewer who may
 * not use a link, and for everybody after its end, the link does not exist.
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
