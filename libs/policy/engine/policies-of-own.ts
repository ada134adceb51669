import { accountPolicy } from '../member-rules/account.policy.js';
import { auditEntryPolicy } from '../member-rules/audit-entry.policy.js';
import { dutyCodePolicy, dutyPolicy } from '../member-rules/duty.policy.js';
import { instancePolicy } from '../member-rules/instance.policy.js';
import { receiptPolicy } from '../member-rules/receipt.policy.js';
import { sessionPolicy } from '../member-rules/session.policy.js';
import { twoPersonActPolicy } from '../member-rules/two-person-act.policy.js';

/** One's own account and what was written down about it; what two people settle. */
export const OWN = {
  Account: accountPolicy,
  Session: sessionPolicy,
  AuditEntry: auditEntryPolicy,
  Receipt: receiptPolicy,
  TwoPersonAct: twoPersonActPolicy,
  Instance: instancePolicy,
  Duty: dutyPolicy,
  DutyCode: dutyCodePolicy,
};
