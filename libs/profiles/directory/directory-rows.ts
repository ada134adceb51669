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

/** Of so many lists in the order of the index one is made in that order, without reading them to their ends. */
const MOST_LISTS = 10;

/** The terms whose lists are all that answers a condition in every member's sight; undefined where they are not known, or too many. */
export function listsOf({ terms, prefix, begun }: Condition): readonly string[] | undefined {
  const lists = prefix === undefined ? terms : begun && [...terms, ...begun];
  return lists && lists.length > 0 && lists.length <= MOST_LISTS ? lists : undefined;
}

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
export function inOrder(
  condition: Condition,
  lists: readonly string[],
  near: readonly string[],
  bind: Bind,
): string {
  const ordered = lists.map(
    (term) => `(select d.fresh_month, d.profile_id from directory_term d
    where d.scope = '${MEMBERS}' and d.term = ${bind(term, 'text')} ${FRESHEST})`,
  );
  const scopes = bind(near, 'uuid[]');
  return `(select m.profile_id, m.fresh_month from (${merged(ordered)}) m ${FRESHEST}) union all
    (${whole(condition, scopes, bind)})`;
}

/** Each profile once, in order: whoever has two of the terms stands in two lists. */
const merged = (ordered: readonly string[]) =>
  ordered.length === 1
    ? ordered[0]!
    : `select distinct l.fresh_month, l.profile_id from (${ordered.join(' union all ')}) l ${FRESHEST}`;

/**
 * Whether somebody of the list answers a condition. With the month it is looked up in the order of the list; OFFSET 0 keeps
 * it a look-up, instead of a join that would read the condition whole; a scope that is no condition of the index keeps the
 * planner from thinking four scopes four times as dear.
 */
export function lookUp(condition: Condition, scopes: string, bind: Bind): string {
  const looks = partsOf(condition, 'o', bind).map(
    (part) => `exists (select from directory_term o where o.fresh_month = c.fresh_month
      and o.profile_id = c.profile_id and ${part} and (o.scope = any(${scopes})) is true offset 0)`,
  );
  return `(${looks.join(' or ')})`;
}

/** Before a statement that says `notHidden`. */
export const withHidden = ({ accountId }: Searcher, bind: Bind) => `with hidden as materialized (
    select p.id from hidden_pair h join profile p on p.account_id = h.other_id
    where h.account_id = ${bind(accountId, 'uuid')})`;

export const notHidden = (profileId: string) => `${profileId} not in (select id from hidden)`;
