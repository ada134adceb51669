import {
  type Bind,
  binder,
  FRESHEST,
  inOrder,
  listsOf,
  lookUp,
  notHidden,
  partsOf,
  type Searcher,
  type Statement,
  whole,
  withHidden,
} from './directory-rows.js';
import { CARD, type Condition, MEMBERS, ofTerm } from './directory-terms.js';

export interface Search extends Searcher {
  readonly conditions: readonly Condition[];
}
export interface Found {
  readonly profile_id: string;
  readonly takes_requests: boolean;
}
/** How many rows answer a condition, up to its limit; and how far down the list of a single term its FEW freshest reach. */
export interface Count {
  readonly rows: number;
  readonly reach: string;
}

export const POOL = {
  /** Whom one search answers with at most, on all its pages together. */
  most: 50,
  /** The freshest matches among whom they are chosen; of fewer, all. */
  fresh: 100,
  /** Besides, so many of the freshest who have one of the terms wanted, as far as they match. */
  alike: 5,
} as const;
/** A condition with fewer rows than this is read whole; else the list is walked in its order until enough are found. */
const FEW = 250;
/** The same where its rows are no few lists, so that another list must be walked instead. */
const SEVERAL = 1_500;

const limitOf = (condition: Condition) => (listsOf(condition) ? FEW : SEVERAL);

/**
 * Counts the rows that answer each condition: columns `c0`, `r0`, `c1` … In hundreds of microseconds. Without those of whom
 * a block parts from the viewer, so that they choose no plan either.
 */
export function countStatement(search: Search): Statement {
  const { conditions, near } = search;
  const { values, bind } = binder();
  const hidden = withHidden(search, bind);
  const scopes = bind([MEMBERS, ...near], 'uuid[]');
  const counts = conditions.flatMap((condition, at) => {
    const rows = partsOf(condition, 'd', bind).map(
      (part) => `select from directory_term d
        where d.scope = any(${scopes}) and ${part} and ${notHidden('d.profile_id')}`,
    );
    const some = `${rows.join(' union all ')} limit ${limitOf(condition)}`;
    const lists = listsOf(condition);
    const reach = lists ? reachOf(lists, bind) : `''`;
    return [`(select count(*)::int from (${some}) x) as c${at}`, `(${reach}) as r${at}`];
  });
  return { text: `${hidden} select ${counts.join(', ')}`, values };
}

/**
 * The rarer a term, the farther down stands the last of FEW; a list that ends before is rarer than all. Of several lists each
 * gives its share, and the one that is longest tells.
 */
const reachOf = (lists: readonly string[], bind: Bind) =>
  `select coalesce(max(x.place), '') from unnest(${bind(lists, 'text[]')}) l(term) cross join lateral (
    select lpad(d.fresh_month::text, 9, '0') || d.profile_id as place from directory_term d
    where d.scope = '${MEMBERS}' and d.term = l.term and ${notHidden('d.profile_id')}
    ${FRESHEST} offset ${Math.ceil(FEW / lists.length) - 1} limit 1) x`;

/** What `countStatement` told, by condition. */
export const countsOf = (
  { conditions }: Search,
  row: Readonly<Record<string, unknown>> | undefined,
): Count[] =>
  conditions.map((_, at) => ({
    rows: Number(row?.[`c${at}`] ?? 0),
    reach: String(row?.[`r${at}`] ?? ''),
  }));

/**
 * At most fifty profiles that answer every condition in some scope of the viewer, those who take no requests now
 * last, those with most in common first, then the freshest month, then by id. Chosen among the freshest matches, and the freshest who have a term that is wanted and
 * match: so as much is read for a million members as for a hundred thousand. Only terms that the viewer may see count.
 */
export function searchStatement(search: Search, counts: readonly Count[]): Statement {
  const { values, bind } = binder();
  const scopes = bind([MEMBERS, ...search.near], 'uuid[]');
  const wanted = bind(search.wanted, 'text[]');
  const text = `${withHidden(search, bind)} select b.profile_id,
      (select p.takes_requests from profile p where p.id = b.profile_id) as takes_requests
    from ((${freshest(search, counts, { scopes, bind })})
      union (${alike(search, wanted, { scopes, bind })})) b
    order by takes_requests desc, case when b.profile_id = ${bind(search.profileId, 'uuid')} then 0
      else (select count(distinct s.term) from directory_term s where s.fresh_month = b.fresh_month and s.profile_id = b.profile_id
        and s.term = any(${wanted}) and s.scope = any(${scopes})) end desc,
      b.fresh_month desc, b.profile_id desc limit ${POOL.most}`;
  return { text, values };
}

interface Place {
  readonly scopes: string;
  readonly bind: Bind;
}

/**
 * The freshest matches. Driven by the rarest condition when that is rare, else by the rarest in the order of the list; the
 * others are looked up profile by profile.
 */
function freshest(search: Search, counts: readonly Count[], { scopes, bind }: Place): string {
  const all = search.conditions.map((condition, at) => ({ condition, count: counts[at]! }));
  const rarest = all
    .filter(({ condition, count }) => count.rows < limitOf(condition))
    .toSorted((a, b) => a.count.rows - b.count.rows)[0]?.condition;
  const walked = all
    .filter(({ condition }) => listsOf(condition))
    .toSorted((a, b) => (a.count.reach < b.count.reach ? -1 : 1))[0]?.condition;
  const driver = rarest ?? walked ?? ofTerm(CARD);
  const from = rarest
    ? whole(driver, scopes, bind)
    : inOrder(driver, listsOf(driver)!, search.near, bind);
  const others = [...search.conditions, ofTerm(CARD)].filter((one) => one !== driver);
  const where = [...others.map((one) => lookUp(one, scopes, bind)), notHidden('c.profile_id')];
  return `select c.profile_id, c.fresh_month from (${from}) c
    where ${where.join(' and ')} ${FRESHEST} limit ${POOL.fresh}`;
}

/** Of what every member sees alone: what is near the viewer would have to be sorted for each term. */
function alike({ conditions }: Search, wanted: string, { scopes, bind }: Place): string {
  const where = [...conditions, ofTerm(CARD)].map((one) => lookUp(one, scopes, bind));
  return `select c.profile_id, c.fresh_month from unnest(${wanted}) w(term) cross join lateral (
      select d.profile_id, d.fresh_month from directory_term d
      where d.term = w.term and d.scope = '${MEMBERS}' and ${notHidden('d.profile_id')}
      ${FRESHEST} limit ${POOL.alike}) c
    where ${where.join(' and ')}`;
}
