import type { ActionOf } from '#policy/policy-actions.js';
import type { SubjectName } from '#policy/facts/facts-by-subject.js';

/** Helpers to write the lines of endpoint-rows.ts. */

/** The name of a policy action with its subject, for example `Channel.archive`. */
export type MatrixAction = { [S in SubjectName]: `${S}.${ActionOf<S>}` }[SubjectName];

export type EndpointRow =
  | MatrixAction
  /** The endpoint addresses several subjects and requires one action of each subject. */
  | readonly MatrixAction[]
  /** The endpoint takes no id. It returns the rows of each subject on which the viewer may perform the action. */
  | { readonly list: readonly MatrixAction[]; readonly isPart?: true }
  /** The endpoint takes no id. The row is the viewer's own. */
  | { readonly own: MatrixAction }
  /** The endpoint returns no account's data. The text says why. */
  | { readonly free: string };

export const listRow = (...actions: readonly MatrixAction[]): EndpointRow => ({ list: actions });
/** A list of only some of the rows that the action allows. A row may be missing, but no forbidden row may appear. */
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

/** Splits a text such as `Channel.archive` into subject and action. */
export const splitAction = (action: MatrixAction) => action.split('.') as [SubjectName, string];
