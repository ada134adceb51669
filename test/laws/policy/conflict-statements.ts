/** Statements that create or end a conflict of interest between two accounts ($1, $2). */
export const STATEMENTS_CREATING_CONFLICTS = {
  ally: 'insert into alliance (low_id, high_id) values (least($1::uuid, $2), greatest($1::uuid, $2))',
  separated:
    'insert into separation (low_id, high_id) values (least($1::uuid, $2), greatest($1::uuid, $2))',
  group: `with g as (insert into "group" (slug, name, purpose, is_listed, access)
      values (gen_random_uuid()::text, 'g', 'g', true, 'open') returning id)
    insert into membership (account_id, group_id, joined_at)
    select one, g.id, now() from g, unnest(array[$1::uuid, $2]) one`,
  invited: `insert into invitation (inviter_id, code_hash, language, ends_at, used_at, application_id)
    select $1, decode(md5(random()::text), 'hex'), 'es', now(), now(), id from application where account_id = $2`,
  vouched: `insert into vouch (voucher_id, application_id, attestations)
    select $1, id, '{}' from application where account_id = $2`,
} as const;
const PAIR = 'where low_id = least($1::uuid, $2) and high_id = greatest($1::uuid, $2)';
export const STATEMENTS_ENDING_CONFLICTS = {
  /** Also closes the past conversation, so that the two can become allies again. */
  ally: `update alliance set ended_at = now(), closed_at = now() ${PAIR} and ended_at is null`,
  separated: `update separation set ended_at = now() ${PAIR} and ended_at is null`,
  group: `update membership set ended_at = now() where account_id in ($1::uuid, $2) and group_id in (
    select m.group_id from membership m join membership o on o.group_id = m.group_id
      join "group" g on g.id = m.group_id and g.purpose = 'g'
    where m.account_id = $1 and o.account_id = $2)`,
  invited: `delete from invitation i using application a
    where i.inviter_id = $1 and i.application_id = a.id and a.account_id = $2`,
  vouched: `delete from vouch v using application a
    where v.voucher_id = $1 and v.application_id = a.id and a.account_id = $2`,
} as const;
