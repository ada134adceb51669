import type { Policy } from '../engine/rules.js';

/** A review is read by those who have written one on the same application, as long as they are assigned to it. */
export const reviewPolicy: Policy<'Review'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member' || !viewer.duties.includes('vet')) return;
  const me = viewer.accountId;
  const both = { reviewerIds: me, assigneeIds: me };
  allow('read', both);
  allow('change', { ...both, reviewerId: me });
  forbid(['read', 'change'], { tiedIds: me });
};

/** A note is for those who have written their review: it may say what others think. */
export const applicationNotePolicy: Policy<'ApplicationNote'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member' || !viewer.duties.includes('vet')) return;
  const me = viewer.accountId;
  allow('read', { reviewerIds: me, assigneeIds: me });
  forbid('read', { tiedIds: me });
};

/** The log that keeps decisions alike: for whoever vets or moderates, without what was decided about friends or oneself. */
export const decisionPolicy: Policy<'Decision'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  if (!viewer.duties.includes('vet') && !viewer.duties.includes('moderate')) return;
  allow('read');
  forbid('read', { accountId: viewer.accountId });
  forbid('read', { tiedIds: viewer.accountId });
};
