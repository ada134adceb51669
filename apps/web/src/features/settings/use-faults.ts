import { useState } from 'react';
import { fieldSentence, type Problem } from '../../lib/errors';
import type { FieldProblem } from '../../ui/error-summary';

export interface Faults {
  /** Says which fields lack something; gives whether none does. Asked before the password is. */
  readonly isWhole: (blank: readonly string[]) => boolean;
  readonly errorOf: (field: string) => string | undefined;
  readonly problems: readonly FieldProblem[];
  readonly attempt: number;
}

/**
 * What is wrong with a list that was sent, at the fields that show it: what is blank, and what the server says of
 * `items.2.labels.es`, where `sent` are the ids of the items in the order in which they went.
 */
export function useFaults(sent: readonly string[], problem: Problem | undefined): Faults {
  const [blank, setBlank] = useState<readonly string[]>([]);
  const [attempt, setAttempt] = useState(0);
  const said = new Map(
    Object.entries(problem?.fields ?? {}).map(([path, key]) => [fieldOf(path, sent), key]),
  );
  for (const field of blank) said.set(field, 'blank');
  return {
    isWhole: (found) => {
      setBlank(found);
      setAttempt((before) => before + 1);
      return found.length === 0;
    },
    errorOf: (field) => {
      const key = said.get(field);
      return key && fieldSentence(key);
    },
    problems: [...said].map(([field, key]) => ({ field, text: fieldSentence(key) })),
    attempt,
  };
}

function fieldOf(path: string, sent: readonly string[]): string {
  const [list, at, ...rest] = path.split('.');
  const id = list === 'items' && at !== undefined ? sent[Number(at)] : undefined;
  return id === undefined ? path : [id, ...rest].join('-');
}
