import type { Policy } from '../engine/policy-rules.js';

/**
 * The reporter can read their own report. The moderator assigned to the matter can open it, unless they are recused.
 * The reported member never sees it.
 */
export const reportPolicy: Policy<'Report'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member') return;
  const me = viewer.accountId;
  if (viewer.duties.includes('moderate')) {
    const inHand = ['read', 'readFile'] as const;
    allow(inHand, { assigneeIds: me });
    forbid(inHand, { partyIds: me });
    forbid(inHand, { tiedIds: me });
  }
  allow('read', { reporterId: me });
};
