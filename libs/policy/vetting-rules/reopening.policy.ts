import type { Policy } from '../engine/rules.js';

/**
 * A review of a member that is open again: for two who vet, blind until each has said what they think. Recusal (R3, R4)
 * is said last, so that a tie found later closes what was open.
 */
export const reopeningPolicy: Policy<'Reopening'> = (viewer, { allow, forbid }) => {
  if (viewer.standing !== 'member' || !viewer.duties.includes('vet')) return;
  const me = viewer.accountId;
  const open = { stage: 'open' } as const;
  const file = ['read', 'readFile', 'release', 'judge'] as const;
  const desk = ['queue', 'claim', ...file, 'readOpinions'] as const;
  allow(['queue', 'claim'], open);
  allow(file, { assigneeIds: me, ...open });
  allow('readOpinions', { assigneeIds: me, judgeIds: me, ...open });
  forbid('judge', { judgeIds: me }).because('reopening.judged');
  forbid(desk, { accountId: me });
  forbid(desk, { tiedIds: me });
};
