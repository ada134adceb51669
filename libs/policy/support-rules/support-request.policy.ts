import type { Policy, RuleBuilder } from '../engine/policy-rules.js';
import type { Viewer } from '../viewer.js';

type Rules = RuleBuilder<'SupportRequest'>;
const OPEN = ['waiting', 'claimed', 'accepted'] as const;

/**
 * Members and applicants ask for support. Supporters see a waiting request without its content, and open it after they
 * claimed it.
 */
export const supportRequestPolicy: Policy<'SupportRequest'> = (viewer, rules) => {
  if (viewer.standing === 'applicant' || viewer.standing === 'member') rules.allow('make');
  mayFollow(viewer, rules);
  if (viewer.standing === 'member' && viewer.duties.includes('support')) maySupport(viewer, rules);
};

/** A suspended member keeps the rights on their own request, but cannot ask again, and so cannot reopen one. */
function mayFollow({ standing, accountId }: Viewer, { allow, forbid }: Rules): void {
  if (!['applicant', 'member', 'suspended'].includes(standing)) return;
  const own = { requesterId: accountId };
  const whileOpen = ['exclude', 'changeContact', 'withdraw'] as const;
  allow(['read', 'readOpenings', ...whileOpen, 'delete', 'keepOpen'], own);
  allow(['readCall', 'arrangeCall'], own);
  forbid('arrangeCall', { ...own, stage: { $nin: OPEN } }).because('support.ended');
  if (standing !== 'suspended') allow('reopen', own);
  forbid(whileOpen, { ...own, stage: { $nin: OPEN } }).because('support.ended');
  forbid('reopen', { ...own, stage: { $ne: 'closed' } }).because('support.notClosed');
  forbid('keepOpen', { ...own, stage: { $ne: 'accepted' } }).because('support.notAccepted');
}

/** The recusal rules come last, so that a conflict of interest found later closes an open case. */
function maySupport({ accountId: me }: Viewer, { allow, forbid }: Rules): void {
  const answers = ['accept', 'decline', 'linkDuplicate'] as const;
  const inHand = ['readFile', 'release', ...answers, 'close', 'leadCall'] as const;
  allow(['useWorkName', 'setAvailability']);
  allow(['queue', 'claim'], { stage: { $in: ['waiting', 'claimed'] } });
  const together = ['readOpenings', 'keepOpen', 'readCall', 'arrangeCall'] as const;
  allow([...inHand, ...together], { assigneeIds: me });
  forbid(answers, { assigneeIds: me, stage: { $ne: 'claimed' } }).because('support.answered');
  const running = ['close', 'keepOpen'] as const;
  forbid(running, { assigneeIds: me, stage: { $ne: 'accepted' } }).because('support.notAccepted');
  forbid(['queue', 'claim', ...inHand], { requesterId: me });
  forbid(['queue', 'claim', ...inHand], { recusedIds: me });
  forbid(together, { assigneeIds: me, recusedIds: me });
}
