import type { Policy } from '../engine/rules.js';

/**
 * Everybody reads the acts that were about them; an auditor reads every act, and never what it was about. Whether the
 * chain holds may be asked by an administrator too, who reads none of it.
 */
export const auditEntryPolicy: Policy<'AuditEntry'> = (viewer, { allow }) => {
  if (!['applicant', 'member', 'staff'].includes(viewer.standing)) return;
  allow('read', { subjectId: viewer.accountId });
  if (viewer.standing !== 'staff') return;
  if (viewer.duties.includes('audit')) allow(['read', 'verify']);
  if (viewer.duties.includes('administer')) allow('verify');
};
