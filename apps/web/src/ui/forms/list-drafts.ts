import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';

/** Unsent changes by form and part. Memory of this page holds them until it closes; nothing is stored on the device. */
const drafts = new Map<string, Map<string, unknown>>();

/** Name of a form with its version, and the part of it that a state holds. */
export interface ListDraft {
  readonly form: string;
  readonly part: string;
}

/** State that a person finds again when they return to the page. Without `draft` it ends with the component. */
export function useListDraft<T>(
  initial: () => T,
  draft: ListDraft | undefined,
): [T, Dispatch<SetStateAction<T>>] {
  const { form, part } = draft ?? {};
  const [first] = useState(initial);
  const [value, setValue] = useState(() => (form && part ? storedPart(form, part, first) : first));
  useEffect(() => {
    if (form === undefined || part === undefined) return;
    if (isSame(value, first)) drafts.get(form)?.delete(part);
    else drafts.set(form, (drafts.get(form) ?? new Map<string, unknown>()).set(part, value));
  }, [form, part, value, first]);
  return [value, setValue];
}

const storedPart = <T>(form: string, part: string, first: T): T => {
  const parts = drafts.get(form);
  return parts?.has(part) ? (parts.get(part) as T) : first;
};

/** Whether two values of JSON are equal, with their properties in the same order. */
export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

export const deleteListDraft = (form: string): void => void drafts.delete(form);
