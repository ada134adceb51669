import type { Policy, RuleBuilder } from '../engine/policy-rules.js';
import type { Viewer } from '../viewer.js';

/**
 * The recipient reads a notice from `shownFrom` on, even while suspended. The moderator assigned to the matter reads it
 * at any time.
 */
export const noticePolicy: Policy<'Notice'> = (viewer, rules) => {
  if (viewer.standing === 'member' && viewer.duties.includes('moderate')) mayTell(viewer, rules);
  if (viewer.standing === 'member' || viewer.standing === 'suspended') mayHear(viewer, rules);
};

/**
 * A notice can be undone only before the recipient sees it. The recusal rules come last in this function. The rules for
 * the recipient follow, so recusal never hides a notice from its recipient.
 */
function mayTell({ accountId, at }: Viewer, { allow, forbid }: RuleBuilder<'Notice'>): void {
  const assigned = { assigneeIds: accountId };
  allow('read', assigned);
  allow('undo', { ...assigned, kind: { $in: ['talk', 'warning'] } });
  forbid('undo', { ...assigned, shownFrom: { $lte: at } }).because('notice.told');
  forbid(['read', 'undo'], { partyIds: accountId });
  forbid(['read', 'undo'], { tiedIds: accountId });
}

function mayHear({ accountId, at }: Viewer, { allow, forbid }: RuleBuilder<'Notice'>): void {
  const own = { accountId, shownFrom: { $lte: at } };
  allow('read', own);
  allow('answer', { ...own, kind: 'talk' });
  forbid('answer', { ...own, answeredAt: { $ne: null } }).because('notice.answered');
  // After the matter is closed nobody would read an answer.
  forbid('answer', { ...own, matterClosedAt: { $ne: null } }).because('notice.closed');
  allow('appeal', {
    ...own,
    kind: { $in: ['warning', 'contentRemoved', 'suspension', 'separation', 'removal'] },
  });
  forbid('appeal', { ...own, appealEndsAt: { $lte: at } }).because('sanction.appealTooLate');
  forbid('appeal', { ...own, appealedAt: { $ne: null } }).because('sanction.appealedOnce');
}
