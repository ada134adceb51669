import { createHash } from 'node:crypto';
import type { Language } from '#kernel/language.js';

export const KNOWN_KINDS = ['someone', 'trace', 'nobody'] as const;
/** Somebody who knows the person, a public trace of their work, or nobody yet. */
export type KnownKind = (typeof KNOWN_KINDS)[number];

/** Questions that may be left with "I prefer not to say". */
export const UNSAID = ['practices', 'issueAreas', 'territory', 'hopes', 'known'] as const;
export type Unsaid = (typeof UNSAID)[number];

/** What an application says, as it is kept until 14 days after the decision. */
export interface ApplicationAnswers {
  readonly language: Language;
  readonly name: string;
  readonly languages: readonly string[];
  readonly practices: readonly string[];
  readonly work: string;
  readonly issueAreas: readonly string[];
  /** A country and shared territories: nothing finer is asked. */
  readonly territories: readonly string[];
  readonly hopes: string;
  readonly knownKind: KnownKind | null;
  readonly known: string;
  readonly unsaid: readonly Unsaid[];
  /** Chance, so that the hash, which stands in clear, confirms no guess of the rest. */
  readonly salt: string;
}

interface Asked {
  readonly body: string;
  readonly answer: string | null;
}

/**
 * The application as it stands: a review is bound to it. An answer, an appeal and a vouch taken back change it; a
 * question that waits and a new vouch do not.
 */
export function hashOfApplication(
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

/** Whoever changes answers may give their keys in another order. */
const sorted = (answers: ApplicationAnswers | null) =>
  answers && Object.entries(answers).toSorted(([a], [b]) => (a < b ? -1 : 1));
