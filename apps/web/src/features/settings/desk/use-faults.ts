import { useState } from 'react';
import { fieldSentence, type Problem } from '../../../lib/server/errors';
import type { FieldProblem } from '../../../ui/forms/error-summary';
import { languageOf } from './in-languages';

export interface Faults {
  /** Remembers what goes to the server, in its order. */
  readonly sent: (items: readonly { readonly id: string }[]) => void;
  /** Says which fields lack something; gives whether none does. Asked before the password is. */
  readonly isWhole: (blank: readonly string[]) => boolean;
  readonly errorOf: (field: string) => string | undefined;
  readonly problems: readonly FieldProblem[];
  readonly attempt: number;
}

/**
 * What is wrong with a list that was sent, at the fields that show it: what is blank, and what the server says of
 * `items.2.labels.es`.
 */
export function useFaults(problem: Problem | undefined): Faults {
  const [sent, setSent] = useState<readonly string[]>([]);
  const [blank, setBlank] = useState<readonly string[]>([]);
  const [attempt, setAttempt] = useState(0);
  const said = new Map(
    Object.entries(problem?.fields ?? {}).map(([path, key]) => [fieldOf(path, sent), key]),
  );
  for (const field of blank) said.set(field, 'blank');
  return {
    sent: (items) => setSent(items.map(({ id }) => id)),
    isWhole: (found) => {
      setBlank(found);
      setAttempt((before) => before + 1);
      return found.length === 0;
    },
    errorOf: (field) => {
      const key = said.get(field);
      return key && fieldSentence(key);
    },
    problems: [...said].map(([field, key]) => ({ field, text: named(field, fieldSentence(key)) })),
    attempt,
  };
}

/** Several fields can lack the same. */
function named(field: string, text: string): string {
  const language = languageOf(field);
  return language ? `${language}: ${text}` : text;
}

function fieldOf(path: string, sent: readonly string[]): string {
  const [list, at, ...rest] = path.split('.');
  const id = list === 'items' && at !== undefined ? sent[Number(at)] : undefined;
  return id === undefined ? path : [id, ...rest].join('-');
}
