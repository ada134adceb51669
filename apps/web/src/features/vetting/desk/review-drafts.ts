import type { ReasonClass } from '../../../gql/types';

export type ReviewChoice = 'accept' | 'ask' | 'decline';

/** A reviewer's draft. It is kept in memory, so that it survives navigation and nothing is stored on the device. */
export interface ReviewDraft {
  /** Keys of ticked checklist items. */
  checks: readonly string[];
  choice?: ReviewChoice | undefined;
  reason: string;
  question: string;
  reasonClass?: ReasonClass | undefined;
}

export const EMPTY_REVIEW_DRAFT: ReviewDraft = { checks: [], reason: '', question: '' };
const drafts = new Map<string, ReviewDraft>();

export const reviewDraftOf = (id: string): ReviewDraft => drafts.get(id) ?? EMPTY_REVIEW_DRAFT;
export const hasReviewDraft = (id: string): boolean => {
  const { reason, question } = reviewDraftOf(id);
  return reason !== '' || question !== '';
};
export const storeReviewDraft = (id: string, draft: ReviewDraft): void =>
  void drafts.set(id, draft);
export const deleteReviewDraft = (id: string): void => void drafts.delete(id);
