// A directory without audiences: the same terms of the same people, all of them open, with its own best index.

export async function makePlainDirectory(db) {
  await db.query(`
    create table plain_term as
      select distinct t.term collate "C" as term, p.fresh_month, p.id as profile_id
      from profile_field f join profile p on p.id = f.profile_id cross join lateral (
        select unnest(f.terms) union all select 'w:' || unnest(f.words)
        union all select 'card' where f.kind = 'name') t(term);
    create unique index on plain_term (term, fresh_month desc, profile_id desc);
    create unique index on plain_term (profile_id, term);`);
  await db.query('vacuum analyze plain_term');
}

/** The ways to ask it, of which the fastest counts: the planner's own join, and a walk in the order of the list. */
export const plainStatements = (chips, prefix, limit) => [
  { text: joined(chips.length), values: [...chips, prefix, `${prefix}\u{10ffff}`, limit] },
  { text: walked(chips.length), values: [...chips, prefix, `${prefix}\u{10ffff}`, limit] },
];

const joined = (chips) => `select c.profile_id, c.fresh_month from plain_term c
  ${numbers(chips)
    .slice(1)
    .map((n) => `join plain_term t${n} on t${n}.profile_id = c.profile_id and t${n}.term = $${n}`)
    .join(' ')}
  where c.term = $1 and exists (select from plain_term w where w.profile_id = c.profile_id
    and w.term >= $${chips + 1} and w.term < $${chips + 2})
  order by c.fresh_month desc, c.profile_id desc limit $${chips + 3}`;

const walked = (chips) => `select c.profile_id, c.fresh_month from plain_term c
  where c.term = $1 ${numbers(chips)
    .slice(1)
    .map(
      (n) =>
        `and exists (select from plain_term t where t.profile_id = c.profile_id and t.term = $${n} offset 0)`,
    )
    .join(' ')}
  and exists (select from plain_term w where w.profile_id = c.profile_id
    and w.term >= $${chips + 1} and w.term < $${chips + 2} offset 0)
  order by c.fresh_month desc, c.profile_id desc limit $${chips + 3}`;

const numbers = (count) => Array.from({ length: count }, (_, at) => at + 1);
