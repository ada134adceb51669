import type { Policy } from '../engine/policy-rules.js';

/**
 * Two reviewers judge a reopened review of a member. Neither sees the other's opinion before giving their own. Recusal
 * comes last, so that a conflict of interest found later closes an open file.
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
