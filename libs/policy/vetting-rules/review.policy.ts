import type { Policy } from '../engine/policy-rules.js';

/** A review is visible to assigned reviewers who have written their own review of the application. */
export const reviewPolicy: Policy<'Review'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member' || !viewer.duties.includes('vet')) return;
  const me = viewer.accountId;
  const both = { reviewerIds: me, assigneeIds: me };
  allow('read', both);
  allow('change', { ...both, reviewerId: me });
  forbid(['read', 'change'], { tiedIds: me });
};

/** A note may contain the opinion of other reviewers, so only reviewers with a written review can read it. */
export const applicationNotePolicy: Policy<'ApplicationNote'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member' || !viewer.duties.includes('vet')) return;
  const me = viewer.accountId;
  allow('read', { reviewerIds: me, assigneeIds: me });
  forbid('read', { tiedIds: me });
};

/**
 * The log of past decisions helps reviewers and moderators to decide consistently. It excludes decisions about the
 * viewer and about people with whom the viewer has a conflict of interest.
 */
export const decisionPolicy: Policy<'Decision'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  if (!viewer.duties.includes('vet') && !viewer.duties.includes('moderate')) return;
  allow('read');
  forbid('read', { accountId: viewer.accountId });
  forbid('read', { tiedIds: viewer.accountId });
};
