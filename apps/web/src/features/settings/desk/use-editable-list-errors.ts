import { useState } from 'react';
import { fieldProblemText, type RequestProblem } from '../../../lib/server/errors';
import type { FieldProblem } from '../../../ui/forms/error-summary';
import { fieldLanguage } from './language-fields';

export interface EditableListErrors {
  /** Remembers the order in which the items were sent, to map the server's paths to inputs. */
  readonly sent: (items: readonly { readonly id: string }[]) => void;
  /** Marks the blank inputs. Returns true if there are none. Call it before the password is requested. */
  readonly isWhole: (blank: readonly string[]) => boolean;
  readonly errorOf: (field: string) => string | undefined;
  readonly problems: readonly FieldProblem[];
  readonly attempt: number;
}

/** Errors of a list form by input id: blank inputs, and the server's errors such as `items.2.labels.es`. */
export function useListErrors(problem: RequestProblem | undefined): EditableListErrors {
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
      return key && fieldProblemText(key);
    },
    problems: [...said].map(([field, key]) => ({
      field,
      text: named(field, fieldProblemText(key)),
    })),
    attempt,
  };
}

/** Prefixes the language, because several inputs can have the same error. */
function named(field: string, text: string): string {
  const language = fieldLanguage(field);
  return language ? `${language}: ${text}` : text;
}

function fieldOf(path: string, sent: readonly string[]): string {
  const [list, at, ...rest] = path.split('.');
  const id = list === 'items' && at !== undefined ? sent[Number(at)] : undefined;
  return id === undefined ? path : [id, ...rest].join('-');
}
