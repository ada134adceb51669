import type { Policy } from '../engine/rules.js';

/** A member's own, and nobody else's. */
export const savedSearchPolicy: Policy<'SavedSearch'> = ({ standing, accountId }, { allow }) => {
  if (standing !== 'member') return;
  allow('make');
  allow(['read', 'rename', 'delete'], { ownerId: accountId });
};
