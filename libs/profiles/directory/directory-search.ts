import {
  type BindParameter,
  createParameterBinder,
  ORDER_BY_FRESHEST_PROFILE,
  orderedConditionRowsSql,
  termListsOf,
  profileMatchesSql,
  profileNotHiddenSql,
  indexRangesOf,
  type DirectorySearcher,
  type DirectoryStatement,
  allConditionRowsSql,
  hiddenProfilesCte,
} from './directory-sql.js';
import {
  VISIBLE_PROFILE_TERM,
  type SearchCondition,
  MEMBERS_SCOPE,
  termSearchCondition,
} from './directory-terms.js';

export interface DirectorySearch extends DirectorySearcher {
  readonly conditions: readonly SearchCondition[];
}
export interface FoundProfile {
  readonly profile_id: string;
  readonly takes_requests: boolean;
}
/**
 * The number of rows that match a condition, counted up to the limit of the condition. `reach` is the sort key of the
 * FEW-th freshest row. The rarer the terms, the smaller the key.
 */
export interface ConditionCount {
  readonly rows: number;
  readonly reach: string;
}

export const DIRECTORY_SEARCH_LIMITS = {
  /** Maximum number of profiles found by one search, over all pages. */
  most: 50,
  /** The result is chosen from this many of the freshest matches. */
  fresh: 100,
  /** For each wanted term, the search also considers this many of the freshest profiles that have the term. */
  alike: 5,
} as const;
/**
 * A condition with fewer rows is read completely. Otherwise the search walks a list in order until it has enough
 * matches.
 */
const FEW = 250;
/** The limit that replaces `FEW` for a condition without term lists to walk. */
const SEVERAL = 1_500;

const limitOf = (condition: SearchCondition) => (termListsOf(condition) ? FEW : SEVERAL);

/**
 * Counts the rows that match each condition, in columns `c0`, `r0`, `c1` and so on. Takes less than a millisecond.
 * Excludes profiles hidden from the viewer, so that they do not affect the choice of the plan.
 */
export function conditionCountStatement(search: DirectorySearch): DirectoryStatement {
  const { conditions, near } = search;
  const { values, bind } = createParameterBinder();
  const hidden = hiddenProfilesCte(search, bind);
  const scopes = bind([MEMBERS_SCOPE, ...near], 'uuid[]');
  const counts = conditions.flatMap((condition, at) => {
    const rows = indexRangesOf(condition, 'd', bind).map(
      (part) => `select from directory_term d
        where d.scope = any(${scopes}) and ${part} and ${profileNotHiddenSql('d.profile_id')}`,
    );
    const some = `${rows.join(' union all ')} limit ${limitOf(condition)}`;
    const lists = termListsOf(condition);
    const reach = lists ? reachOf(lists, bind) : `''`;
    return [`(select count(*)::int from (${some}) x) as c${at}`, `(${reach}) as r${at}`];
  });
  return { text: `${hidden} select ${counts.join(', ')}`, values };
}

/**
 * The position of the FEW-th row in a list. The rarer the term, the farther down that row is. A list with fewer rows
 * gives an empty string, the rarest value. Several lists share FEW rows, and the largest position is returned.
 */
const reachOf = (lists: readonly string[], bind: BindParameter) =>
  `select coalesce(max(x.place), '') from unnest(${bind(lists, 'text[]')}) l(term) cross join lateral (
    select lpad(d.fresh_month::text, 9, '0') || d.profile_id as place from directory_term d
    where d.scope = '${MEMBERS_SCOPE}' and d.term = l.term and ${profileNotHiddenSql('d.profile_id')}
    ${ORDER_BY_FRESHEST_PROFILE} offset ${Math.ceil(FEW / lists.length) - 1} limit 1) x`;

/** Parses the result row of `conditionCountStatement` into one count per condition. */
export const parseConditionCounts = (
  { conditions }: DirectorySearch,
  row: Readonly<Record<string, unknown>> | undefined,
): ConditionCount[] =>
  conditions.map((_, at) => ({
    rows: Number(row?.[`c${at}`] ?? 0),
    reach: String(row?.[`r${at}`] ?? ''),
  }));

/**
 * Finds at most 50 profiles that match every condition in a scope of the viewer. Sorts by: takes requests, number of
 * wanted terms visible to the viewer, freshest month, id. Ranks only the freshest matches and the freshest holders of
 * each wanted term, so the cost does not grow with the number of members.
 */
export function directorySearchStatement(
  search: DirectorySearch,
  counts: readonly ConditionCount[],
): DirectoryStatement {
  const { values, bind } = createParameterBinder();
  const scopes = bind([MEMBERS_SCOPE, ...search.near], 'uuid[]');
  const wanted = bind(search.wanted, 'text[]');
  const text = `${hiddenProfilesCte(search, bind)} select b.profile_id,
      (select p.takes_requests from profile p where p.id = b.profile_id) as takes_requests
    from ((${freshest(search, counts, { scopes, bind })})
      union (${alike(search, wanted, { scopes, bind })})) b
    order by takes_requests desc, case when b.profile_id = ${bind(search.profileId, 'uuid')} then 0
      else (select count(distinct s.term) from directory_term s where s.fresh_month = b.fresh_month and s.profile_id = b.profile_id
        and s.term = any(${wanted}) and s.scope = any(${scopes})) end desc,
      b.fresh_month desc, b.profile_id desc limit ${DIRECTORY_SEARCH_LIMITS.most}`;
  return { text, values };
}

interface SqlParts {
  readonly scopes: string;
  readonly bind: BindParameter;
}

/**
 * The freshest matches. Starts from the condition with the fewest rows if it is below its limit, else walks the rarest
 * list in order. The other conditions are index lookups per profile.
 */
function freshest(
  search: DirectorySearch,
  counts: readonly ConditionCount[],
  { scopes, bind }: SqlParts,
): string {
  const all = search.conditions.map((condition, at) => ({ condition, count: counts[at]! }));
  const rarest = all
    .filter(({ condition, count }) => count.rows < limitOf(condition))
    .toSorted((a, b) => a.count.rows - b.count.rows)[0]?.condition;
  const walked = all
    .filter(({ condition }) => termListsOf(condition))
    .toSorted((a, b) => (a.count.reach < b.count.reach ? -1 : 1))[0]?.condition;
  const driver = rarest ?? walked ?? termSearchCondition(VISIBLE_PROFILE_TERM);
  const from = rarest
    ? allConditionRowsSql(driver, scopes, bind)
    : orderedConditionRowsSql(driver, termListsOf(driver)!, search.near, bind);
  const others = [...search.conditions, termSearchCondition(VISIBLE_PROFILE_TERM)].filter(
    (one) => one !== driver,
  );
  const where = [
    ...others.map((one) => profileMatchesSql(one, scopes, bind)),
    profileNotHiddenSql('c.profile_id'),
  ];
  return `select c.profile_id, c.fresh_month from (${from}) c
    where ${where.join(' and ')} ${ORDER_BY_FRESHEST_PROFILE} limit ${DIRECTORY_SEARCH_LIMITS.fresh}`;
}

/** The freshest holders of each wanted term, only in the `MEMBERS_SCOPE` scope. Other scopes would need a sort per term. */
function alike(
  { conditions }: DirectorySearch,
  wanted: string,
  { scopes, bind }: SqlParts,
): string {
  const where = [...conditions, termSearchCondition(VISIBLE_PROFILE_TERM)].map((one) =>
    profileMatchesSql(one, scopes, bind),
  );
  return `select c.profile_id, c.fresh_month from unnest(${wanted}) w(term) cross join lateral (
      select d.profile_id, d.fresh_month from directory_term d
      where d.term = w.term and d.scope = '${MEMBERS_SCOPE}' and ${profileNotHiddenSql('d.profile_id')}
      ${ORDER_BY_FRESHEST_PROFILE} limit ${DIRECTORY_SEARCH_LIMITS.alike}) c
    where ${where.join(' and ')}`;
}
