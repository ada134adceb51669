import type { ActionOf } from '#policy/actions.js';
import type { SubjectName } from '#policy/facts/facts.js';

/** How a line of door-rows.ts is written. */

/** `Channel.archive` */
export type Action = { [S in SubjectName]: `${S}.${ActionOf<S>}` }[SubjectName];

export type DoorRow =
  | Action
  /** One for each subject that it leads to. */
  | readonly Action[]
  /** It takes no id, and answers with those rows to which the viewer may do this, of each subject. */
  | { readonly list: readonly Action[]; readonly isPart?: true }
  /** It takes no id: the row is the viewer's own. */
  | { readonly own: Action }
  /** Nothing of anybody lies behind it: why. */
  | { readonly free: string };

export const list = (...actions: readonly Action[]): DoorRow => ({ list: actions });
/** A list that shows a part only of what the action allows: a row need not be there, but never where it is not allowed. */
export const part = (action: Action): DoorRow => ({ list: [action], isPart: true });
export const own = (action: Action): DoorRow => ({ own: action });
export const free = (why: string): DoorRow => ({ free: why });

/** The actions that a door stands under. */
export function actionsOf(row: DoorRow): readonly Action[] {
  if (typeof row === 'string') return [row];
  if ('list' in row) return row.list;
  if ('own' in row) return [row.own];
  return 'free' in row ? [] : row;
}

/** `Channel.archive` as its subject and its action. */
export const partsOf = (action: Action) => action.split('.') as [SubjectName, string];
