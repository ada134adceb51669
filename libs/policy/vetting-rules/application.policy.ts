import type { Policy, RuleBuilder } from '../engine/policy-rules.js';
import { isAnonymous, type Viewer } from '../viewer.js';

type Rules = RuleBuilder<'Application'>;
const UNDECIDED = ['submitted', 'inReview', 'asked', 'appealed'] as const;

export const applicationPolicy: Policy<'Application'> = (viewer, rules) => {
  maySubmit(viewer, rules);
  if (viewer.standing === 'applicant' || viewer.standing === 'member') mayFollow(viewer, rules);
  if (viewer.standing !== 'member') return;
  mayVouch(viewer, rules);
  if (viewer.duties.includes('vet')) mayVet(viewer, rules);
};

function maySubmit(viewer: Viewer, { allow, forbid }: Rules): void {
  if (isAnonymous(viewer)) allow('submit');
  if (viewer.standing === 'applicant') allow('submit', { accountId: viewer.accountId });
  if (viewer.standing !== 'member' && viewer.standing !== 'staff') return;
  allow('submit');
  forbid('submit').because('application.alreadyIn');
}

/** Applicants can see the state of their own application, answer a question, appeal once, and withdraw. */
function mayFollow({ accountId, at }: Viewer, { allow, forbid }: Rules): void {
  const own = { accountId };
  allow(['read', 'answer', 'appeal', 'withdraw', 'delete'], own);
  forbid('answer', { ...own, stage: { $ne: 'asked' } }).because('application.notAsked');
  forbid('appeal', { ...own, appealUntil: { $lte: at } }).because('appeal.tooLate');
  forbid('appeal', { ...own, stage: { $ne: 'declined' } }).because('appeal.notDeclined');
  forbid('appeal', { ...own, wasAppealed: true }).because('appeal.once');
  forbid('withdraw', { ...own, stage: { $nin: UNDECIDED } }).because('application.decided');
}

function mayVouch({ isOnProbation, accountId }: Viewer, { allow, forbid }: Rules): void {
  allow(['findByCode', 'vouch'], { stage: { $in: UNDECIDED } });
  allow(['findByCode', 'vouch'], { accountId });
  forbid('vouch', { chainIds: accountId }).because('vouch.ring');
  forbid('vouch', { accountId }).because('vouch.ownCode');
  if (isOnProbation) forbid('vouch').because('vouch.probation');
}

/**
 * Only assigned reviewers without a conflict of interest open the file. The recusal rules come last, so that a conflict
 * found later closes an open file.
 */
function mayVet({ accountId }: Viewer, { allow, forbid }: Rules): void {
  const undecided = { stage: { $in: UNDECIDED } };
  const file = ['readFile', 'release', 'ask', 'review', 'report'] as const;
  allow(['queue', 'claim', 'declareConflict'], undecided);
  allow(['read', ...file], { assigneeIds: accountId, ...undecided });
  // A reviewer sees other reviews and decides only after writing their own review.
  allow(['readReviews', 'note', 'decide'], {
    assigneeIds: accountId,
    reviewerIds: accountId,
    ...undecided,
  });
  forbid('vouch', { assigneeIds: accountId }).because('vouch.ownCase');
  const acts = ['claim', 'declareConflict', ...file, 'readReviews', 'note', 'decide'] as const;
  const desk = ['queue', ...acts] as const;
  forbid(desk, { accountId });
  forbid(desk, { tiedIds: accountId });
  forbid('read', { tiedIds: accountId, accountId: { $ne: accountId } });
}
