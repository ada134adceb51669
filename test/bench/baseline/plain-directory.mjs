// Baseline: a directory without audiences. It has the same people and terms as the product, all public, and an index
// made for this search.

export async function makePlainDirectory(db) {
  await db.query(`
    create table plain_term as
      select distinct t.term collate "C" as term, p.fresh_month, p.id as profile_id
      from profile_field f join profile p on p.id = f.profile_id cross join lateral (
        select unnest(f.terms) union all select 'w:' || unnest(f.words)
        union all select 'card' where f.kind = 'name') t(term);
    create unique index on plain_term (term, fresh_month desc, profile_id desc);
    create unique index on plain_term (fresh_month, profile_id, term);
    create unique index on plain_term (profile_id, term);`);
  await db.query('vacuum analyze plain_term');
}

/**
 * Returns two statements that find the best matches in the baseline: one as a join, one as a walk through the index in
 * list order. The benchmark counts the faster statement. `fresh`, `alike` and `most` are the product's pool sizes.
 */
export const plainDirectoryStatements = (search, sizes) =>
  [joined, walked].map((freshest) => statement(freshest, search, sizes));

function statement(freshest, { chips, prefix, wanted }, { fresh, alike, most }) {
  const [from, to, own] = [1, 2, 3].map((more) => `$${chips.length + more}`);
  const others = numbers(chips.length)
    .map((n) => look(`t.term = $${n}`))
    .join(' and ');
  const text = `select b.profile_id from (
      (${freshest(chips.length, from, to)} order by c.fresh_month desc, c.profile_id desc limit ${fresh})
      union (select c.profile_id, c.fresh_month from unnest(${own}::text[]) w(term) cross join lateral (
        select t.profile_id, t.fresh_month from plain_term t where t.term = w.term
        order by t.fresh_month desc, t.profile_id desc limit ${alike}) c
        where ${others} and ${look(`t.term >= ${from} and t.term < ${to}`)})) b
    order by (select count(*) from plain_term s where s.fresh_month = b.fresh_month and s.profile_id = b.profile_id
      and s.term = any(${own}::text[])) desc, b.fresh_month desc, b.profile_id desc limit ${most}`;
  return { text, values: [...chips, prefix, `${prefix}\u{10ffff}`, wanted] };
}

const look = (condition) =>
  `exists (select from plain_term t where t.fresh_month = c.fresh_month and t.profile_id = c.profile_id and ${condition} offset 0)`;

const joined = (chips, from, to) => `select c.profile_id, c.fresh_month from plain_term c
  ${numbers(chips)
    .slice(1)
    .map((n) => `join plain_term t${n} on t${n}.profile_id = c.profile_id and t${n}.term = $${n}`)
    .join(' ')}
  where c.term = $1 and exists (select from plain_term w where w.profile_id = c.profile_id
    and w.term >= ${from} and w.term < ${to})`;

const walked = (chips, from, to) => `select c.profile_id, c.fresh_month from plain_term c
  where c.term = $1 ${numbers(chips)
    .slice(1)
    .map((n) => `and ${look(`t.term = $${n}`)}`)
    .join(' ')}
  and ${look(`t.term >= ${from} and t.term < ${to}`)}`;

const numbers = (count) => Array.from({ length: count }, (_, at) => at + 1);
