import { accountPolicy } from './account.policy.js';
import { auditEntryPolicy } from './audit-entry.policy.js';
import { dutyCodePolicy, dutyPolicy } from './duty.policy.js';
import { instancePolicy } from './instance.policy.js';
import { receiptPolicy } from './receipt.policy.js';
import { sessionPolicy } from './session.policy.js';
import { twoPersonActPolicy } from './two-person-act.policy.js';

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
