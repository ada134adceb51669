import type { Policy } from '../engine/policy-rules.js';

export const savedSearchPolicy: Policy<'SavedSearch'> = ({ standing, accountId }, { allow }) => {
  if (standing !== 'member') return;
  allow('make');
  allow(['read', 'rename', 'delete'], { ownerId: accountId });
};
