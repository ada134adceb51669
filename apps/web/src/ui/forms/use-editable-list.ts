import { useEffect, useRef } from 'react';
import { type ListDraft, useListDraft } from './list-drafts';

/** An item of an editable list. A removed item stays in place until the list is sent. */
export interface ListEntry {
  readonly id: string;
  readonly isRetired: boolean;
}

export interface EditableList<T extends ListEntry> {
  readonly entries: readonly T[];
  /** Entries that were not removed. */
  readonly kept: readonly T[];
  readonly change: (id: string, more: Partial<T>) => void;
  readonly retire: (id: string) => void;
  readonly restore: (id: string) => void;
  /** Swaps the item with the previous or next one. */
  readonly move: (id: string, by: -1 | 1) => void;
  readonly add: (entry: T, focus: string) => void;
}

/** Ids of the buttons of an item, used to move the focus when the pressed button disappears. */
export const buttonId = (id: string, act: 'up' | 'down' | 'retire' | 'restore'): string =>
  `${id}-${act}`;

/**
 * State of an editable list. It keeps the keyboard focus at the changed item. With `draft`, unsent changes stay until the
 * page closes.
 */
export function useEditableList<T extends ListEntry>(
  initial: () => readonly T[],
  draft?: ListDraft,
): EditableList<T> {
  const [entries, setEntries] = useListDraft(initial, draft);
  const focus = useRef<string>(undefined);
  useEffect(() => {
    if (focus.current) document.getElementById(focus.current)?.focus();
    focus.current = undefined;
  }, [entries]);
  const change = (id: string, more: Partial<T>) =>
    setEntries((all) => all.map((one) => (one.id === id ? { ...one, ...more } : one)));
  const retired = (id: string, isRetired: boolean) => {
    focus.current = buttonId(id, isRetired ? 'restore' : 'retire');
    setEntries((all) => all.map((one) => (one.id === id ? { ...one, isRetired } : one)));
  };
  const move = (id: string, by: -1 | 1) => {
    focus.current = buttonId(id, by === 1 ? 'down' : 'up');
    setEntries((all) => moved(all, id, by));
  };
  const add = (entry: T, at: string) => {
    focus.current = at;
    setEntries((all) => [...all, entry]);
  };
  return {
    entries,
    kept: entries.filter(({ isRetired }) => !isRetired),
    change,
    retire: (id) => retired(id, true),
    restore: (id) => retired(id, false),
    move,
    add,
  };
}

function moved<T extends ListEntry>(all: readonly T[], id: string, by: -1 | 1): readonly T[] {
  const at = all.findIndex((one) => one.id === id);
  const [one, other] = [all[at], all[at + by]];
  if (!one || !other) return all;
  return all.with(at, other).with(at + by, one);
}
