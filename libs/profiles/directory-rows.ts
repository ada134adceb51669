import { type Condition, MEMBERS } from './directory-terms.js';

export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}
/** What of whoever searches decides whom they find, and who comes first. */
export interface Searcher {
  /** The viewer's account: whom a block or separation parts from it is taken out. */
  readonly accountId: string;
  /** Their own profile, which has nothing in common with itself. */
  readonly profileId: string | null;
  /** Scopes of the viewer besides `members`: their groups, their allies, themselves. */
  readonly near: readonly string[];
  /** What they hope to find in somebody: terms of their own, and what answers them. */
  readonly wanted: readonly string[];
}
export type Bind = (value: unknown, type: string) => string;

/** After every word that begins with a prefix. */
export const BEYOND = '\u{10ffff}';
/** The order of the list: nobody is always first for their name. */
export const FRESHEST = 'order by fresh_month desc, profile_id desc';

export function binder(): { values: unknown[]; bind: Bind } {
  const values: unknown[] = [];
  return { values, bind: (value, type) => `$${values.push(value)}::${type}` };
}

/** Whether the rows of a condition stand side by side in the index, in the order of the list. */
export const isSingle = ({ terms, prefix }: Condition) =>
  terms.length === 1 && prefix === undefined;

/** The ranges of the index in which a condition's rows are; at least one. */
export function partsOf({ terms, prefix }: Condition, d: string, bind: Bind): string[] {
  const parts: string[] = [];
  if (terms.length === 1) parts.push(`${d}.term = ${bind(terms[0], 'text')}`);
  if (terms.length > 1) parts.push(`${d}.term = any(${bind(terms, 'text[]')})`);
  if (prefix !== undefined) {
    const before = bind(prefix + BEYOND, 'text');
    parts.push(`${d}.term >= ${bind(prefix, 'text')} and ${d}.term < ${before}`);
  }
  return parts;
}

/** Every row of a condition, each profile once; sorted here, so that no more are looked up than are wanted. */
export function whole(condition: Condition, scopes: string, bind: Bind): string {
  const rows = partsOf(condition, 'd', bind).map(
    (part) => `select d.profile_id, d.fresh_month from directory_term d
      where d.scope = any(${scopes}) and ${part}`,
  );
  return `select distinct x.profile_id, x.fresh_month from (${rows.join(' union all ')}) x ${FRESHEST}`;
}

/** What every member sees comes in order from the index; what is near the viewer is little and sorted. */
export function inOrder(condition: Condition, near: readonly string[], bind: Bind): string {
  const rows = (scope: string) => `select d.profile_id, d.fresh_month from directory_term d
    where d.scope ${scope} and ${partsOf(condition, 'd', bind)[0]}`;
  return `(${rows(`= '${MEMBERS}'`)} ${FRESHEST}) union all
    (select distinct n.profile_id, n.fresh_month
      from (${rows(`= any(${bind(near, 'uuid[]')})`)}) n ${FRESHEST})`;
}

/** OFFSET 0 keeps it a look-up by profile, instead of a join that would read the other condition whole. */
export function lookUp(condition: Condition, scopes: string, bind: Bind): string {
  const parts = partsOf(condition, 'o', bind).map((part) => `(${part})`);
  return `exists (select from directory_term o where o.profile_id = c.profile_id
    and o.scope = any(${scopes}) and (${parts.join(' or ')}) offset 0)`;
}

/** Before a statement that says `notHidden`. */
export const withHidden = ({ accountId }: Searcher, bind: Bind) => `with hidden as materialized (
    select p.id from hidden_pair h join profile p on p.account_id = h.other_id
    where h.account_id = ${bind(accountId, 'uuid')})`;

export const notHidden = (profileId: string) => `${profileId} not in (select id from hidden)`;
