import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Everybody who is or was on the side of a case can report the supporters of their time: also a former requester and the
 * partner side. The present requester can report all of its supporters. `is_outside` marks the participation of an outside
 * helper, who has no such right.
 */
const SQL = `
  alter table participation add column is_outside boolean not null default false;
  update participation p set is_outside = true from case_helper h
    where h.request_id = p.case_id and h.account_id = p.account_id and h.opened_at is not null and not p.is_supporter
      and not exists (select from case_partner c where c.request_id = p.case_id and c.account_id = p.account_id)
      and not exists (select from support_request r where r.id = p.case_id and r.requester_id = p.account_id);
  create or replace view known_supporter as
    select s.account_id, r.requester_id
      from participation s join support_request r on r.id = s.case_id
      where s.is_supporter
    union
    select s.account_id, p.account_id
      from participation s join participation p on p.case_id = s.case_id and p.account_id <> s.account_id
      where s.is_supporter and not p.is_supporter and not p.is_outside
        and s.created_at <= coalesce(p.ended_at, 'infinity') and p.created_at <= coalesce(s.ended_at, 'infinity');`;

/** Lets former requesters and the partner side report the supporters of their case. */
export class SidesThatReport1812672000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(SQL);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
