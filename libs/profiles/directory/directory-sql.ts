import { type SearchCondition, MEMBERS_SCOPE } from './directory-terms.js';

export interface DirectoryStatement {
  readonly text: string;
  readonly values: unknown[];
}
/** The facts about the searching member that decide which profiles they find, and in which order. */
export interface DirectorySearcher {
  /** The viewer's account. Profiles hidden by a block or separation are excluded. */
  readonly accountId: string;
  /** The viewer's own profile, which gets an overlap of 0. */
  readonly profileId: string | null;
  /** The viewer's scopes besides `MEMBERS_SCOPE`: their groups, their allies, their account and their profile. */
  readonly near: readonly string[];
  /** Terms that the viewer hopes to find in others, derived from their own profile. */
  readonly wanted: readonly string[];
}
export type BindParameter = (value: unknown, type: string) => string;

/** The highest code point: sorts after every word that begins with a prefix. */
export const HIGHEST_CHARACTER = '\u{10ffff}';
/** The order of the directory list. It does not depend on names, so nobody is always first. */
export const ORDER_BY_FRESHEST_PROFILE = 'order by fresh_month desc, profile_id desc';

export function createParameterBinder(): { values: unknown[]; bind: BindParameter } {
  const values: unknown[] = [];
  return { values, bind: (value, type) => `$${values.push(value)}::${type}` };
}

/** Maximum number of term lists that are merged in index order. */
const MOST_LISTS = 10;

/**
 * The terms whose lists together contain all matches visible to every member. Undefined if the words of a prefix are
 * unknown, or if there are more than `MOST_LISTS` terms.
 */
export function termListsOf({
  terms,
  prefix,
  begun,
}: SearchCondition): readonly string[] | undefined {
  const lists = prefix === undefined ? terms : begun && [...terms, ...begun];
  return lists && lists.length > 0 && lists.length <= MOST_LISTS ? lists : undefined;
}

/**
 * SQL conditions on the index, one for each range that contains rows of the search condition. The result is never
 * empty.
 */
export function indexRangesOf(
  { terms, prefix }: SearchCondition,
  d: string,
  bind: BindParameter,
): string[] {
  const parts: string[] = [];
  if (terms.length === 1) parts.push(`${d}.term = ${bind(terms[0], 'text')}`);
  if (terms.length > 1) parts.push(`${d}.term = any(${bind(terms, 'text[]')})`);
  if (prefix !== undefined) {
    const before = bind(prefix + HIGHEST_CHARACTER, 'text');
    parts.push(`${d}.term >= ${bind(prefix, 'text')} and ${d}.term < ${before}`);
  }
  return parts;
}

/**
 * The SQL for all rows of a condition, each profile once. It sorts the rows, so that the outer query stops as soon as
 * it reaches its limit.
 */
export function allConditionRowsSql(
  condition: SearchCondition,
  scopes: string,
  bind: BindParameter,
): string {
  const rows = indexRangesOf(condition, 'd', bind).map(
    (part) => `select d.profile_id, d.fresh_month from directory_term d
      where d.scope = any(${scopes}) and ${part}`,
  );
  return `select distinct x.profile_id, x.fresh_month from (${rows.join(' union all ')}) x ${ORDER_BY_FRESHEST_PROFILE}`;
}

/** Merges the lists in the `MEMBERS_SCOPE` scope in index order. The few rows in the viewer's own scopes are sorted. */
export function orderedConditionRowsSql(
  condition: SearchCondition,
  lists: readonly string[],
  near: readonly string[],
  bind: BindParameter,
): string {
  const ordered = lists.map(
    (term) => `(select d.fresh_month, d.profile_id from directory_term d
    where d.scope = '${MEMBERS_SCOPE}' and d.term = ${bind(term, 'text')} ${ORDER_BY_FRESHEST_PROFILE})`,
  );
  const scopes = bind(near, 'uuid[]');
  return `(select m.profile_id, m.fresh_month from (${merged(ordered)}) m ${ORDER_BY_FRESHEST_PROFILE}) union all
    (${allConditionRowsSql(condition, scopes, bind)})`;
}

/** Merges the lists and removes duplicates, because a profile with two of the terms is in two lists. */
const merged = (ordered: readonly string[]) =>
  ordered.length === 1
    ? ordered[0]!
    : `select distinct l.fresh_month, l.profile_id from (${ordered.join(' union all ')}) l ${ORDER_BY_FRESHEST_PROFILE}`;

/**
 * Tests whether a listed profile matches a condition. Comparing the month too makes the test an index lookup in list
 * order. OFFSET 0 prevents a join that reads every row of the condition. `is true` hides the scope from the index
 * condition, because the planner overestimates the cost of several scopes.
 */
export function profileMatchesSql(
  condition: SearchCondition,
  scopes: string,
  bind: BindParameter,
): string {
  const looks = indexRangesOf(condition, 'o', bind).map(
    (part) => `exists (select from directory_term o where o.fresh_month = c.fresh_month
      and o.profile_id = c.profile_id and ${part} and (o.scope = any(${scopes})) is true offset 0)`,
  );
  return `(${looks.join(' or ')})`;
}

/** The CTE that a statement using `profileNotHiddenSql` must begin with. */
export const hiddenProfilesCte = (
  { accountId }: DirectorySearcher,
  bind: BindParameter,
) => `with hidden as materialized (
    select p.id from hidden_pair h join profile p on p.account_id = h.other_id
    where h.account_id = ${bind(accountId, 'uuid')})`;

export const profileNotHiddenSql = (profileId: string) =>
  `${profileId} not in (select id from hidden)`;
