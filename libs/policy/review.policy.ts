import type { Policy } from './rules.js';

/** A review is read by those who have written one on the same application, as long as they are assigned to it. */
export const reviewPolicy: Policy<'Review'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member' || !viewer.duties.includes('vet')) return;
  const me = viewer.accountId;
  const both = { reviewerIds: me, assigneeIds: me };
  allow('read', both);
  allow('change', { ...both, reviewerId: me });
  forbid(['read', 'change'], { tiedIds: me });
};
