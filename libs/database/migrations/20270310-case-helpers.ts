import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows stay after they ended, as consent entries, until the case is destroyed. */
const TABLE = `
  create table case_helper (
    id uuid primary key default gen_random_uuid(),
    created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
    request_id uuid not null references support_request on delete cascade,
    account_id uuid references account on delete set null,
    state text not null default 'asked'
      check (state in ('asked', 'willing', 'described', 'consented', 'open', 'ended')),
    expires_at timestamptz not null,
    name bytea,
    text bytea,
    until timestamptz,
    consented_at timestamptz,
    opened_at timestamptz,
    ended_at timestamptz,
    ended_by text check (ended_by in ('requester', 'lead', 'helper', 'day', 'case', 'rights')),
    check ((state = 'ended') = (ended_at is not null) and (ended_at is null) = (ended_by is null)),
    check (state in ('asked', 'ended') or name is not null),
    check (num_nonnulls(text, until) in (0, 2)),
    check (state not in ('described', 'consented', 'open') or text is not null),
    check (state not in ('consented', 'open') or consented_at is not null),
    check (opened_at is null or consented_at is not null));
  create unique index case_helper_once on case_helper (request_id, account_id) where ended_at is null;
  create index case_helper_request on case_helper (request_id);
  create index case_helper_account on case_helper (account_id) where account_id is not null;
  create index case_helper_until on case_helper (until) where ended_at is null;`;

/** Each outside helper of a case has a thread of their own. */
const CHANNELS = `
  alter table channel add column helper_id uuid,
    drop constraint channel_thread_check,
    add constraint channel_helper_fkey foreign key (helper_id) references case_helper on delete cascade,
    add constraint channel_thread_check check (thread in ('requester', 'internal', 'outside')) not valid,
    add constraint channel_helper_check check ((helper_id is not null) = (thread is not distinct from 'outside')) not valid;
  drop index channel_thread;
  create unique index channel_thread on channel (case_id, thread, helper_id) nulls not distinct
    where case_id is not null;
  create index channel_helper on channel (helper_id) where helper_id is not null;`;

/**
 * A supporter reads all threads of the case, and writes in that of an outside helper while it is open. The helper reads
 * their own thread only while it is open: an end closes it before the answer.
 */
const READERS = `
  create function is_shared(helper uuid) returns boolean stable language sql as $$
    select exists (select from case_helper h where h.id = helper and h.state = 'open' and h.until > now()) $$;
  create or replace view case_thread_reader as
    select r.requester_id as account_id, c.id as channel_id, r.closed_at is null as may_post
      from support_request r join channel c on c.case_id = r.id and c.thread = 'requester'
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
    select p.account_id, c.id, r.closed_at is null
      from case_partner p join support_request r on r.id = p.request_id
        join channel c on c.case_id = r.id and c.thread = 'requester'
      where p.accepted_at is not null and p.account_id <> r.requester_id
    union all
    select h.account_id, c.id, true
      from case_helper h join support_request r on r.id = h.request_id and r.stage = 'accepted'
        join channel c on c.helper_id = h.id
        join account a on a.id = h.account_id and a.standing = 'member'
      where h.state = 'open' and h.until > now() and h.account_id <> r.requester_id;`;

/** The tie of a helper remains after the end: the people of the case know each other from then on. */
const TIES = `
  do $$ begin
    execute 'create or replace view tie as ' || rtrim(pg_get_viewdef('tie'), ';') || '
      union all select h.account_id, r.requester_id
        from case_helper h join support_request r on r.id = h.request_id
        where h.opened_at is not null and h.account_id is not null
      union all select r.requester_id, h.account_id
        from case_helper h join support_request r on r.id = h.request_id
        where h.opened_at is not null and h.account_id is not null
      union all select h.account_id, p.account_id
        from case_helper h join case_partner p on p.request_id = h.request_id and p.account_id <> h.account_id
        where h.opened_at is not null and p.accepted_at is not null
      union all select p.account_id, h.account_id
        from case_helper h join case_partner p on p.request_id = h.request_id and p.account_id <> h.account_id
        where h.opened_at is not null and p.accepted_at is not null
      union all select a.supporter_id, h.account_id
        from case_assignment a join case_helper h on h.request_id = a.request_id and h.account_id <> a.supporter_id
        where h.opened_at is not null';
    execute 'create or replace view two_person_tie as ' || rtrim(pg_get_viewdef('two_person_tie'), ';') || '
      union all select a.id, t.account_id
        from two_person_act a join case_helper h on h.id = case when a.kind = ''shareCase'' then a.subject_key::uuid end
          join case_tie t on t.request_id = h.request_id
      union all select a.id, h.account_id
        from two_person_act a join case_helper h on h.id = case when a.kind = ''shareCase'' then a.subject_key::uuid end
        where h.account_id is not null
      union all select a.id, r.requester_id
        from two_person_act a join case_helper h on h.id = case when a.kind = ''shareCase'' then a.subject_key::uuid end
          join support_request r on r.id = h.request_id';
  end $$;`;

/** Adds outside helpers of a case. */
export class CaseHelpers1804636800000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const sql of [TABLE, CHANNELS, READERS, TIES]) await db.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
