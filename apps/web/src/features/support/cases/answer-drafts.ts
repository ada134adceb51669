import { useState } from 'react';
import type { SupportDeclineReason } from '../../../gql/types';

export type AnswerKind = 'accept' | 'ask' | 'refer' | 'decline' | 'duplicate';

/**
 * The unsent answer to a request. It is kept in memory until the page closes: it survives the end of a claim, and
 * nothing is stored on the device.
 */
export interface AnswerDraft {
  kind: AnswerKind;
  /** The message of each kind of answer: an acceptance must not be sent with a refusal. */
  acceptance: string;
  question: string;
  refusal: string;
  alternatives: string;
  closing: string;
  closingAlternatives: string;
  reason?: SupportDeclineReason;
}

const EMPTY: AnswerDraft = {
  kind: 'accept',
  acceptance: '',
  question: '',
  refusal: '',
  alternatives: '',
  closing: '',
  closingAlternatives: '',
};
const drafts = new Map<string, AnswerDraft>();

export function hasAnswerDraft(id: string): boolean {
  const { acceptance, question, refusal, alternatives, ...end } = drafts.get(id) ?? EMPTY;
  const texts = [acceptance, question, refusal, alternatives, end.closing, end.closingAlternatives];
  return texts.some((text) => text !== '');
}
export const deleteAnswerDraft = (id: string): void => void drafts.delete(id);

/** The viewer's draft of the answer to a request, and a function that changes it. */
export function useAnswerDraft(id: string) {
  const [draft, setDraft] = useState(() => drafts.get(id) ?? EMPTY);
  const change = (changed: Partial<AnswerDraft>) => {
    const next = { ...draft, ...changed };
    drafts.set(id, next);
    setDraft(next);
  };
  return [draft, change] as const;
}
