import type { Policy } from '../engine/policy-rules.js';

/** Only the asked member reads a request. It can be accepted while the group has no active steward. */
export const successionRequestPolicy: Policy<'SuccessionRequest'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  const answers = ['accept', 'decline'] as const;
  allow(['read', ...answers], { accountId: viewer.accountId });
  if (viewer.isOnProbation) forbid('accept').because('membership.probation');
  forbid(answers, { isNeeded: false }).because('successionRequest.notNeeded');
  forbid(answers, { state: { $ne: 'waiting' } }).because('successionRequest.notWaiting');
  forbid(answers, { expiresAt: { $lte: viewer.at } }).because('successionRequest.notWaiting');
};
