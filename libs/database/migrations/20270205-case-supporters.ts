import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A row of `case_supporter` is the right itself: it is deleted when the part of the supporter ends. `case_assignment`
 * remembers it for the conflict of interest.
 */
const TABLES = `
  alter table case_assignment add column is_lead boolean not null default true;
  create table case_supporter (
    id uuid primary key default gen_random_uuid(),
    created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
    request_id uuid not null references support_request on delete cascade,
    account_id uuid not null references account on delete cascade,
    would_lead boolean not null,
    unique (request_id, account_id));
  create index case_supporter_account on case_supporter (account_id);
  create table supporter_offer (
    id uuid primary key default gen_random_uuid(),
    created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
    request_id uuid not null references support_request on delete cascade,
    account_id uuid not null references account on delete cascade,
    takes_over boolean not null,
    agreed_at timestamptz,
    unique (request_id, account_id));
  create index supporter_offer_account on supporter_offer (account_id);
  create unique index supporter_offer_lead on supporter_offer (request_id) where takes_over;`;

/** Like the supporter who leads the case, the others read both threads by the facts that hold now. */
const READERS = `
  create or replace view case_thread_reader as
    select r.requester_id as account_id, c.id as channel_id, r.closed_at is null as may_post
      from support_request r join channel c on c.case_id = r.id and c.thread = 'requester'
    union all
    select r.assignee_id, c.id, true
      from support_request r join channel c on c.case_id = r.id
        join account a on a.id = r.assignee_id and a.standing = 'member'
      where r.stage = 'accepted' and r.assignee_id <> r.requester_id
        and exists (select from duty d where d.account_id = r.assignee_id and d.name = 'support')
        and not is_recused(r.id, r.assignee_id)
    union all
    select s.account_id, c.id, true
      from case_supporter s join support_request r on r.id = s.request_id
        join channel c on c.case_id = r.id
        join account a on a.id = s.account_id and a.standing = 'member'
      where r.stage = 'accepted' and s.account_id <> r.requester_id
        and s.account_id is distinct from r.assignee_id
        and exists (select from duty d where d.account_id = s.account_id and d.name = 'support')
        and not is_recused(r.id, s.account_id);`;

/** Adds further supporters of a case, and offers to join it or to take it over. */
export class CaseSupporters1801785600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const sql of [TABLES, READERS]) await db.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
