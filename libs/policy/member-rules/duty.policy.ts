import type { Policy } from '../engine/policy-rules.js';

/**
 * Two administrators give duties to others and take them away. A holder can lay down their own duty. Administrators
 * cannot take the audit duty away, because auditors check them.
 */
export const dutyPolicy: Policy<'Duty'> = (viewer, { allow, forbid }) => {
  const { standing, duties, accountId } = viewer;
  if (standing !== 'member' && standing !== 'staff') return;
  if (standing === 'staff' && duties.includes('administer')) {
    allow(['grant', 'read', 'take']);
    forbid('take', { accountId }).because('duty.layDownInstead');
    forbid('take', { name: 'audit' }).because('duty.auditors');
  }
  allow(['read', 'layDown', 'nameHolder'], { accountId });
};

/** A member past probation creates a code to agree to a duty, and gives the code to an administrator. */
export const dutyCodePolicy: Policy<'DutyCode'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  allow('make');
  if (viewer.isOnProbation) forbid('make').because('duty.probation');
  allow(['read', 'revoke'], { accountId: viewer.accountId });
};
