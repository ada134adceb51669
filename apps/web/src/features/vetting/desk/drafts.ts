import type { ReasonClass } from '../../../gql/types';

export type Choice = 'accept' | 'ask' | 'decline';

/** A reviewer's draft. It is kept in memory, so that it survives navigation and nothing is stored on the device. */
export interface Draft {
  /** Keys of ticked checklist items. */
  checks: readonly string[];
  choice?: Choice | undefined;
  reason: string;
  question: string;
  reasonClass?: ReasonClass | undefined;
}

export const EMPTY: Draft = { checks: [], reason: '', question: '' };
const drafts = new Map<string, Draft>();

export const draftOf = (id: string): Draft => drafts.get(id) ?? EMPTY;
export const hasDraft = (id: string): boolean => {
  const { reason, question } = draftOf(id);
  return reason !== '' || question !== '';
};
export const keepDraft = (id: string, draft: Draft): void => void drafts.set(id, draft);
export const dropDraft = (id: string): void => void drafts.delete(id);
