import type { Policy } from '../engine/rules.js';

/** The reporter follows their own; whoever has its matter in hand and is not recused opens it. The reported never sees it. */
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
