import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = `
  alter table support_request
    add column left_at timestamptz,
    drop constraint support_request_close_reason_check,
    add constraint support_request_close_reason_check
      check (close_reason in ('silence', 'conduct', 'left'));
  create index support_request_left on support_request (left_at) where left_at is not null and closed_at is null;`;

/** A requester who left reads nothing of the case, and the partner side writes nothing until somebody goes on. */
const READERS = `
  create or replace view case_thread_reader as
    select r.requester_id as account_id, c.id as channel_id, r.closed_at is null as may_post
      from support_request r join channel c on c.case_id = r.id and c.thread = 'requester'
      where r.left_at is null
    union all
    select r.assignee_id, c.id, c.helper_id is null or is_shared(c.helper_id)
      from support_request r join channel c on c.case_id = r.id
        join account a on a.id = r.assignee_id and a.standing = 'member'
      where r.stage = 'accepted' and r.assignee_id <> r.requester_id
        and exists (select from duty d where d.account_id = r.assignee_id and d.name = 'support')
        and not is_recused(r.id, r.assignee_id)
    union all
    select s.account_id, c.id, c.helper_id is null or is_shared(c.helper_id)
      from case_supporter s join support_request r on r.id = s.request_id
        join channel c on c.case_id = r.id
        join account a on a.id = s.account_id and a.standing = 'member'
      where r.stage = 'accepted' and s.account_id <> r.requester_id
        and s.account_id is distinct from r.assignee_id
        and exists (select from duty d where d.account_id = s.account_id and d.name = 'support')
        and not is_recused(r.id, s.account_id)
    union all
    select p.account_id, c.id, r.closed_at is null and r.left_at is null
      from case_partner p join support_request r on r.id = p.request_id
        join channel c on c.case_id = r.id and c.thread = 'requester'
      where p.accepted_at is not null and p.account_id <> r.requester_id
    union all
    select h.account_id, c.id, true
      from case_helper h join support_request r on r.id = h.request_id and r.stage = 'accepted'
        join channel c on c.helper_id = h.id
        join account a on a.id = h.account_id and a.standing = 'member'
      where h.state = 'open' and h.until > now() and h.account_id <> r.requester_id;`;

/** Adds cases whose requester left, which are paused until somebody of their side goes on. */
export class PausedCases1812585600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const sql of [COLUMNS, READERS]) await db.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
