import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A persona causes no conflict of interest in matters about its owner's profile: a matter that appears or disappears
 * with the persona would disclose its owner to moderators in the group. Members of the group cannot handle a matter
 * about the persona itself.
 */
export class PersonaTies1795933146834 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace view tie as
        select v.voucher_id as account_id, a.account_id as other_id
          from vouch v join application a on a.id = v.application_id
        union all select a.account_id, v.voucher_id
          from application a join vouch v on v.application_id = a.id
        union all select account_id, other_id from ally
        union all select low_id, high_id from separation where ended_at is null
        union all select high_id, low_id from separation where ended_at is null
        union all select m.account_id, o.account_id
          from membership o join membership m on m.group_id = o.group_id and m.account_id <> o.account_id
          where o.ended_at is null and m.ended_at is null and o.persona_name is null and 10 >= (
            select count(*) from membership c where c.group_id = o.group_id and c.ended_at is null)
        union all select c.account_id, a.account_id
          from declared_conflict c join application a on a.id = c.application_id
        union all select a.account_id, c.account_id
          from application a join declared_conflict c on c.application_id = a.id
        union all select i.inviter_id, a.account_id
          from invitation i join application a on a.id = i.application_id
        union all select a.account_id, i.inviter_id
          from application a join invitation i on i.application_id = a.id;

      create or replace view matter_tie as
        select p.matter_id, t.account_id
          from matter_party p join tie t on t.other_id = p.account_id
        union all select r.matter_id, n.account_id
          from report r cross join lateral unnest(r.named_ids) n (account_id)
        union all select x.id, m.account_id
          from matter x join membership o on o.id = x.persona_id and o.ended_at is null
          join membership m
            on m.group_id = o.group_id and m.account_id <> o.account_id and m.ended_at is null
          where 10 >= (
            select count(*) from membership c where c.group_id = o.group_id and c.ended_at is null);`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
