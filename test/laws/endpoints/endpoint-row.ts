import type { ActionOf } from '#policy/policy-actions.js';
import type { SubjectName } from '#policy/facts/facts-by-subject.js';

/** Helpers to write the lines of endpoint-rows.ts. */

/** `Channel.archive` */
export type MatrixAction = { [S in SubjectName]: `${S}.${ActionOf<S>}` }[SubjectName];

export type EndpointRow =
  | MatrixAction
  /** One action for each subject that the endpoint addresses. */
  | readonly MatrixAction[]
  /** Takes no id; returns the rows of each subject on which the viewer may perform the action. */
  | { readonly list: readonly MatrixAction[]; readonly isPart?: true }
  /** Takes no id: the row is the viewer's own. */
  | { readonly own: MatrixAction }
  /** Reaches no one's data; the text says why. */
  | { readonly free: string };

export const listRow = (...actions: readonly MatrixAction[]): EndpointRow => ({ list: actions });
/** A list of only a part of the rows that the action allows: a row may be missing, but no forbidden row may appear. */
export const partialListRow = (action: MatrixAction): EndpointRow => ({
  list: [action],
  isPart: true,
});
export const ownRow = (action: MatrixAction): EndpointRow => ({ own: action });
export const publicRow = (why: string): EndpointRow => ({ free: why });

/** Returns the actions that an endpoint requires. */
export function actionsOf(row: EndpointRow): readonly MatrixAction[] {
  if (typeof row === 'string') return [row];
  if ('list' in row) return row.list;
  if ('own' in row) return [row.own];
  return 'free' in row ? [] : row;
}

/** Splits `Channel.archive` into subject and action. */
export const splitAction = (action: MatrixAction) => action.split('.') as [SubjectName, string];
