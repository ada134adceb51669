import type { Policy } from '../engine/rules.js';

/**
 * Duties are given and taken by administrators, two of them, to and from others; each holder may lay down their own.
 * Those who are audited do not take the duty of an auditor.
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

/** A member past probation who agrees to a duty makes a code and hands it to an administrator. */
export const dutyCodePolicy: Policy<'DutyCode'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  allow('make');
  if (viewer.isOnProbation) forbid('make').because('duty.probation');
  allow(['read', 'revoke'], { accountId: viewer.accountId });
};
