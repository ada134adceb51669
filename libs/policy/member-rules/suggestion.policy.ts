import type { Policy } from '../engine/policy-rules.js';

/**
 * The two suggested members see an open suggestion through their memberships until it expires. The steward who made a
 * suggestion cannot read it.
 */
export const suggestionPolicy: Policy<'Suggestion'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  const theirs = {
    sideIds: { $in: viewer.membershipIds },
    isOpen: true,
    expiresAt: { $gt: viewer.at },
  };
  allow(['read', 'agree', 'lapse', 'report'], theirs);
  forbid('agree', { agreedIds: { $in: viewer.membershipIds } }).because('suggestion.agreed');
};
