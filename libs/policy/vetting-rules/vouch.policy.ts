import type { Policy } from '../engine/policy-rules.js';

/** A vouch is visible to its author and to the assigned reviewers. The applicant sees only the number of vouches. */
export const vouchPolicy: Policy<'Vouch'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  const me = viewer.accountId;
  const own = { voucherId: me };
  allow('give');
  if (viewer.isOnProbation) forbid('give').because('vouch.probation');
  if (viewer.duties.includes('vet')) {
    allow('read', { assigneeIds: me });
    forbid('read', { tiedIds: me });
  }
  allow(['read', 'withdraw'], own);
  forbid('withdraw', { ...own, withdrawnAt: { $ne: null } }).because('vouch.withdrawn');
};
