import type { Policy, RulesOf } from './rules.js';
import type { Viewer } from './viewer.js';

/** The reporter follows their own; a moderator opens it when assigned and not recused. The reported never sees it. */
export const reportPolicy: Policy<'Report'> = (viewer, rules) => {
  if (viewer.standing !== 'member') return;
  rules.allow('read', { reporterId: viewer.accountId });
  if (viewer.duties.includes('moderate')) mayModerate(viewer, rules);
};

/** Recusal (R3, R4) is said last, so that a tie found later closes what was open. */
function mayModerate({ accountId }: Viewer, { allow, forbid }: RulesOf<'Report'>): void {
  const acts = ['release', 'removeContent', 'suspend', 'close'] as const;
  const assigned = { assigneeIds: accountId };
  allow(['queue', 'claim'], { stage: 'open' });
  allow(['read', 'readFile', ...acts], assigned);
  forbid(acts, { ...assigned, stage: 'closed' }).because('report.closed');
  const desk = ['queue', 'claim', 'readFile', ...acts] as const;
  forbid(desk, { reporterId: accountId });
  forbid(desk, { tiedIds: accountId });
  forbid('read', { tiedIds: accountId, reporterId: { $ne: accountId } });
  forbid(['read', ...desk], { reportedId: accountId });
}
