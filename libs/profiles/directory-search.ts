import { CARD, type Condition, MEMBERS, ofTerm } from './directory-terms.js';

export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}
export interface Search {
  readonly conditions: readonly Condition[];
  /** Scopes of the viewer besides `members`: their groups, their allies, themselves. */
  readonly near: readonly string[];
  /** The viewer's account: whom a block or separation parts from it is taken out. */
  readonly accountId: string;
  /** The last row of the page before. */
  readonly after?: readonly [freshMonth: number, profileId: string];
  readonly limit: number;
}
export interface Found {
  readonly profile_id: string;
  readonly fresh_month: number;
}

/** A condition with fewer rows than this is read whole; with more, the list is walked in its order until a page is full. */
export const FEW = 2_000;
const BEYOND = '\u{10ffff}';

/** Counts, up to FEW, the rows that answer each condition: columns `c0`, `c1` … In hundreds of microseconds. */
export function countStatement({ conditions, near }: Search): Statement {
  const { values, bind } = binder();
  const scopes = bind([MEMBERS, ...near], 'uuid[]');
  const counts = conditions.map((condition, at) => {
    const rows = partsOf(condition, 'd', bind).map(
      (part) => `select from directory_term d where d.scope = any(${scopes}) and ${part}`,
    );
    return `(select count(*)::int from (${rows.join(' union all ')} limit ${FEW}) x) as c${at}`;
  });
  return { text: `select ${counts.join(', ')}`, values };
}

/**
 * The profiles that answer every condition in some scope of the viewer, freshest month first, then by id: nobody is always
 * first for their name. Driven by the rarest condition when that is rare, else by an index in the order of the list;
 * the others are looked up profile by profile. `counts` are those of `countStatement`.
 */
export function searchStatement(search: Search, counts: readonly number[]): Statement {
  const { values, bind } = binder();
  const scopes = bind([MEMBERS, ...search.near], 'uuid[]');
  const byCount = search.conditions
    .map((condition, at) => ({ condition, count: counts[at] ?? FEW }))
    .toSorted((a, b) => a.count - b.count);
  const rarest = byCount[0];
  const isRare = rarest !== undefined && rarest.count < FEW;
  const single = byCount.find(({ condition }) => isSingle(condition))?.condition;
  const driver = isRare ? rarest.condition : (single ?? ofTerm(CARD));
  const others = [...byCount.map(({ condition }) => condition), ofTerm(CARD)];
  const from = isRare ? whole(driver, scopes, bind) : inOrder(driver, search, bind);
  const where = [
    ...others.filter((one) => one !== driver).map((one) => lookUp(one, scopes, bind)),
    ...afterCursor(search, bind),
    withoutHidden(search, bind),
  ];
  const text = `select c.profile_id, c.fresh_month from (${from}) c
    where ${where.join(' and ')}
    order by c.fresh_month desc, c.profile_id desc limit ${bind(search.limit, 'int')}`;
  return { text, values };
}

type Bind = (value: unknown, type: string) => string;

function binder(): { values: unknown[]; bind: Bind } {
  const values: unknown[] = [];
  return { values, bind: (value, type) => `$${values.push(value)}::${type}` };
}

const isSingle = ({ terms, prefix }: Condition) => terms.length === 1 && prefix === undefined;

/** The ranges of the index in which a condition's rows are; at least one. */
function partsOf({ terms, prefix }: Condition, d: string, bind: Bind): string[] {
  const parts: string[] = [];
  if (terms.length === 1) parts.push(`${d}.term = ${bind(terms[0], 'text')}`);
  if (terms.length > 1) parts.push(`${d}.term = any(${bind(terms, 'text[]')})`);
  if (prefix !== undefined) {
    const before = bind(prefix + BEYOND, 'text');
    parts.push(`${d}.term >= ${bind(prefix, 'text')} and ${d}.term < ${before}`);
  }
  return parts;
}

function whole(condition: Condition, scopes: string, bind: Bind): string {
  const rows = partsOf(condition, 'd', bind).map(
    (part) => `select d.profile_id, d.fresh_month from directory_term d
      where d.scope = any(${scopes}) and ${part}`,
  );
  return `select distinct x.profile_id, x.fresh_month from (${rows.join(' union all ')}) x`;
}

/** What every member sees comes in order from the index; what is near the viewer is little and sorted. */
function inOrder(condition: Condition, search: Search, bind: Bind): string {
  const rows = (scope: string) => `select d.profile_id, d.fresh_month from directory_term d
    where d.scope ${scope} and ${partsOf(condition, 'd', bind)[0]}`;
  const order = 'order by fresh_month desc, profile_id desc';
  return `(${rows(`= '${MEMBERS}'`)} ${order}) union all
    (select distinct n.profile_id, n.fresh_month
      from (${rows(`= any(${bind(search.near, 'uuid[]')})`)}) n ${order})`;
}

/** OFFSET 0 keeps it a look-up by profile, instead of a join that would read the other condition whole. */
function lookUp(condition: Condition, scopes: string, bind: Bind): string {
  const parts = partsOf(condition, 'o', bind).map((part) => `(${part})`);
  return `exists (select from directory_term o where o.profile_id = c.profile_id
    and o.scope = any(${scopes}) and (${parts.join(' or ')}) offset 0)`;
}

function afterCursor({ after }: Search, bind: Bind): string[] {
  if (!after) return [];
  const [freshMonth, profileId] = after;
  return [
    `(c.fresh_month, c.profile_id) < (${bind(freshMonth, 'int')}, ${bind(profileId, 'uuid')})`,
  ];
}

function withoutHidden({ accountId }: Search, bind: Bind): string {
  return `c.profile_id not in (select p.id from hidden_pair h join profile p on p.account_id = h.other_id
    where h.account_id = ${bind(accountId, 'uuid')})`;
}
