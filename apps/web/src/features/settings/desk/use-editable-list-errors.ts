import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { fieldProblemText, type RequestProblem } from '../../../lib/server/errors';
import type { FieldProblem } from '../../../ui/forms/error-summary';
import { LIST_PART_NAMES, LANGUAGE_NAMES } from './language-fields';

export interface EditableListErrors {
  /** Remembers the order in which the items were sent, to map the server's paths to inputs. */
  readonly sent: (items: readonly { readonly id: string }[]) => void;
  /** Marks the blank inputs. Returns true if there are none. Call it before the password is requested. */
  readonly isWhole: (blank: readonly string[]) => boolean;
  readonly errorOf: (field: string) => string | undefined;
  /** Forgets the errors of an item whose changes were discarded. */
  readonly forget: (id: string) => void;
  readonly problems: readonly FieldProblem[];
  readonly attempt: number;
}

/** An item of the form, as an error names it. */
interface NamedItem {
  readonly id: string;
  readonly name: string;
}

/**
 * Errors of a list form by input id: blank inputs, and the server's errors such as `items.2.labels.es`. In the summary each
 * error names the item, the text and the language, because several inputs can have the same error. The name is
 * that of the last submit, so that the summary does not change while the person writes. Errors of a removed item disappear
 * and return with it.
 */
export function useListErrors(
  problem: RequestProblem | undefined,
  items: readonly NamedItem[],
): EditableListErrors {
  const { i18n } = useLingui();
  const [sent, setSent] = useState<readonly string[]>([]);
  const [checked, setChecked] = useState<readonly NamedItem[]>([]);
  const [blank, setBlank] = useState<readonly string[]>([]);
  const [forgotten, setForgotten] = useState<readonly string[]>([]);
  const [attempt, setAttempt] = useState(0);
  const said = new Map(
    Object.entries(problem?.fields ?? {}).map(([path, key]) => [fieldOf(path, sent), key]),
  );
  for (const field of blank) said.set(field, 'blank');
  const removed = checked.filter(({ id }) => !items.some((item) => item.id === id));
  const hidden = [...forgotten, ...removed.map(({ id }) => id)];
  for (const field of said.keys()) {
    if (hidden.some((id) => field.startsWith(`${id}-`))) said.delete(field);
  }
  const placeOf = (field: string): string => {
    const item = checked.find(({ id }) => field.startsWith(`${id}-`));
    const parts = item ? field.slice(item.id.length + 1).split('-') : [field];
    const names = parts.map((part) => {
      const known = LIST_PART_NAMES[part];
      return known ? i18n._(known) : LANGUAGE_NAMES[part];
    });
    return [item?.name, ...names].filter(Boolean).join(' · ');
  };
  return {
    sent: (items) => setSent(items.map(({ id }) => id)),
    isWhole: (found) => {
      setBlank(found);
      setChecked(items);
      setForgotten([]);
      setAttempt((before) => before + 1);
      return found.length === 0;
    },
    errorOf: (field) => {
      const key = said.get(field);
      return key && fieldProblemText(key);
    },
    forget: (id) => setForgotten((before) => [...before, id]),
    problems: [...said].map(([field, key]) => {
      const place = placeOf(field);
      const text = fieldProblemText(key);
      return { field, text: place ? `${place}: ${text}` : text };
    }),
    attempt,
  };
}

function fieldOf(path: string, sent: readonly string[]): string {
  const [list, at, ...rest] = path.split('.');
  const id = list === 'items' && at !== undefined ? sent[Number(at)] : undefined;
  return id === undefined ? path : [id, ...rest].join('-');
}
