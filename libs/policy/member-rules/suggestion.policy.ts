import type { Policy } from '../engine/rules.js';

/**
 * The two whom a steward put together, each by their membership, as long as it could still come to something. Whoever
 * made it reads nothing of it.
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
