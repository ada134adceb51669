import type { Policy } from '../engine/policy-rules.js';

/**
 * Everybody can read the entries about themself. An auditor reads every entry, but not whom it concerns. An
 * administrator can verify the chain without reading entries.
 */
export const auditEntryPolicy: Policy<'AuditEntry'> = (viewer, { allow }) => {
  if (!['applicant', 'member', 'staff'].includes(viewer.standing)) return;
  allow('read', { subjectId: viewer.accountId });
  if (viewer.standing !== 'staff') return;
  if (viewer.duties.includes('audit')) allow(['read', 'verify']);
  if (viewer.duties.includes('administer')) allow('verify');
};
