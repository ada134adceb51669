import { createHash } from 'node:crypto';
import type { Language } from '#kernel/language.js';

export const VERIFICATION_KINDS = ['someone', 'trace', 'nobody'] as const;
/** How the applicant can be verified: by a person who knows them, by a public trace of their work, or not yet. */
export type VerificationKind = (typeof VERIFICATION_KINDS)[number];

/** Questions that the applicant may answer with "I prefer not to say". */
export const SKIPPABLE_QUESTIONS = [
  'practices',
  'issueAreas',
  'territory',
  'hopes',
  'known',
] as const;
export type SkippableQuestion = (typeof SKIPPABLE_QUESTIONS)[number];

/** The sealed answers of an application, stored until 14 days after the decision. */
export interface ApplicationAnswers {
  readonly language: Language;
  readonly name: string;
  readonly languages: readonly string[];
  readonly practices: readonly string[];
  readonly work: string;
  readonly issueAreas: readonly string[];
  /** A country and shared territories; the form asks nothing more precise. */
  readonly territories: readonly string[];
  readonly hopes: string;
  readonly knownKind: VerificationKind | null;
  readonly known: string;
  readonly unsaid: readonly SkippableQuestion[];
  /**
   * Random salt. `hashApplicationState` is stored in clear text, so without it a guess of the answers could be verified.
   */
  readonly salt: string;
}

interface Asked {
  readonly body: string;
  readonly answer: string | null;
}

/**
 * Hashes the state of an application that a review refers to. An answered question, an appeal and a withdrawn vouch
 * change the hash; an open question and a new vouch do not.
 */
export function hashApplicationState(
  answers: ApplicationAnswers | null,
  questions: readonly Asked[],
  withdrawnVouchIds: readonly string[],
  appeal: string | null = null,
): Buffer {
  const answered = questions.filter(({ answer }) => answer !== null);
  const said = answered.map(({ body, answer }) => [body, answer]);
  const whole = JSON.stringify([sorted(answers), said, withdrawnVouchIds.toSorted(), appeal]);
  return createHash('sha256').update(whole).digest();
}

/** Sorts the keys, because their order must not change the hash. */
const sorted = (answers: ApplicationAnswers | null) =>
  answers && Object.entries(answers).toSorted(([a], [b]) => (a < b ? -1 : 1));
