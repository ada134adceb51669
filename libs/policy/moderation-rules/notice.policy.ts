import type { Policy, RulesOf } from '../engine/rules.js';
import type { Viewer } from '../viewer.js';

/** Whoever is told of an act reads it from its moment on, suspended too; and whoever has its matter in hand. */
export const noticePolicy: Policy<'Notice'> = (viewer, rules) => {
  if (viewer.standing === 'member' && viewer.duties.includes('moderate')) mayTell(viewer, rules);
  if (viewer.standing === 'member' || viewer.standing === 'suspended') mayHear(viewer, rules);
};

/** Taken back only before it was told. Recusal is said last, but for what is told to oneself. */
function mayTell({ accountId, at }: Viewer, { allow, forbid }: RulesOf<'Notice'>): void {
  const assigned = { assigneeIds: accountId };
  allow('read', assigned);
  allow('undo', { ...assigned, kind: { $in: ['talk', 'warning'] } });
  forbid('undo', { ...assigned, shownFrom: { $lte: at } }).because('notice.told');
  forbid(['read', 'undo'], { partyIds: accountId });
  forbid(['read', 'undo'], { tiedIds: accountId });
}

function mayHear({ accountId, at }: Viewer, { allow, forbid }: RulesOf<'Notice'>): void {
  const own = { accountId, shownFrom: { $lte: at } };
  allow('read', own);
  allow('answer', { ...own, kind: 'talk' });
  forbid('answer', { ...own, answeredAt: { $ne: null } }).because('notice.answered');
  // Nobody would read it.
  forbid('answer', { ...own, matterClosedAt: { $ne: null } }).because('notice.closed');
  allow('appeal', {
    ...own,
    kind: { $in: ['warning', 'contentRemoved', 'suspension', 'separation', 'removal'] },
  });
  forbid('appeal', { ...own, appealEndsAt: { $lte: at } }).because('sanction.appealTooLate');
  forbid('appeal', { ...own, appealedAt: { $ne: null } }).because('sanction.appealedOnce');
}
