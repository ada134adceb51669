import { accountPolicy } from './account.policy.js';
import { auditEntryPolicy } from './audit-entry.policy.js';
import { receiptPolicy } from './receipt.policy.js';
import { sessionPolicy } from './session.policy.js';

/** One's own account, and what was written down about it. */
export const OWN = {
  Account: accountPolicy,
  Session: sessionPolicy,
  AuditEntry: auditEntryPolicy,
  Receipt: receiptPolicy,
};
