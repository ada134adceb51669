import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Ties of two people in a group of ten or fewer. The condition counts at most eleven memberships, once for each group of
 * the account: counting a whole group for each of its members took milliseconds, and each request of a supporter
 * evaluates the view for each of their cases.
 */
const SMALL_GROUPS = `
  create or replace view personal_tie as
    select v.voucher_id as account_id, a.account_id as other_id
      from vouch v join application a on a.id = v.application_id
    union all select a.account_id, v.voucher_id
      from application a join vouch v on v.application_id = a.id
    union all select account_id, other_id from ally
    union all select low_id, high_id from separation where ended_at is null
    union all select high_id, low_id from separation where ended_at is null
    union all select m.account_id, o.account_id
      from membership m join membership o on o.group_id = m.group_id and o.account_id <> m.account_id
      where m.ended_at is null and o.ended_at is null and o.persona_name is null and 10 >= (
        select count(*) from (
          select from membership c where c.group_id = m.group_id and c.ended_at is null limit 11) counted)
    union all select c.account_id, a.account_id
      from declared_conflict c join application a on a.id = c.application_id
    union all select a.account_id, c.account_id
      from application a join declared_conflict c on c.application_id = a.id
    union all select i.inviter_id, a.account_id
      from invitation i join application a on a.id = i.application_id
    union all select a.account_id, i.inviter_id
      from application a join invitation i on i.application_id = a.id`;

/** Makes the conflicts of interest of large groups cheap to rule out. */
export class TiesOfSmallGroups1803946000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(SMALL_GROUPS);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
