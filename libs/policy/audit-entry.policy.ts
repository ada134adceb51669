import type { Policy } from './rules.js';

/** Everybody reads the acts that were about them; an auditor reads every act, and never what it was about. */
export const auditEntryPolicy: Policy<'AuditEntry'> = (viewer, { allow }) => {
  if (!['applicant', 'member', 'staff'].includes(viewer.standing)) return;
  allow('read', { subjectId: viewer.accountId });
  if (viewer.standing === 'staff' && viewer.duties.includes('audit')) allow('read');
};
