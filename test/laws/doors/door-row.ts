import type { ActionOf } from '#policy/actions.js';
import type { SubjectName } from '#policy/facts/facts.js';

/** Helpers to write the lines of door-rows.ts. */

/** `Channel.archive` */
export type Action = { [S in SubjectName]: `${S}.${ActionOf<S>}` }[SubjectName];

export type DoorRow =
  | Action
  /** One action for each subject that the endpoint addresses. */
  | readonly Action[]
  /** Takes no id; returns the rows of each subject on which the viewer may perform the action. */
  | { readonly list: readonly Action[]; readonly isPart?: true }
  /** Takes no id: the row is the viewer's own. */
  | { readonly own: Action }
  /** Reaches no one's data; the text says why. */
  | { readonly free: string };

export const list = (...actions: readonly Action[]): DoorRow => ({ list: actions });
/** A list of only a part of the rows that the action allows: a row may be missing, but no forbidden row may appear. */
export const part = (action: Action): DoorRow => ({ list: [action], isPart: true });
export const own = (action: Action): DoorRow => ({ own: action });
export const free = (why: string): DoorRow => ({ free: why });

/** Returns the actions that an endpoint requires. */
export function actionsOf(row: DoorRow): readonly Action[] {
  if (typeof row === 'string') return [row];
  if ('list' in row) return row.list;
  if ('own' in row) return [row.own];
  return 'free' in row ? [] : row;
}

/** Splits `Channel.archive` into subject and action. */
export const partsOf = (action: Action) => action.split('.') as [SubjectName, string];
