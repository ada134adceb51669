import type { Policy } from '../engine/policy-rules.js';

/**
 * The appellant can follow the appeal, even while suspended. Moderators who ordered or approved the act cannot decide
 * the appeal.
 */
export const appealPolicy: Policy<'Appeal'> = (viewer, { allow, forbid }) => {
  const me = viewer.accountId;
  if (viewer.standing === 'member' && viewer.duties.includes('moderate')) {
    allow(['read', 'hear'], { assigneeIds: me });
    forbid('hear', { assigneeIds: me, decidedAt: { $ne: null } }).because('appeal.heard');
    for (const sides of ['deciderIds', 'partyIds', 'tiedIds'] as const) {
      forbid(['read', 'hear'], { [sides]: me });
    }
  }
  if (viewer.standing === 'member' || viewer.standing === 'suspended') {
    allow('read', { accountId: me });
  }
};
