import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  create table supporter (
    id uuid primary key default gen_random_uuid(),
    created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
    account_id uuid not null unique references account on delete cascade,
    work_name text,
    former_work_name text,
    renamed_at timestamptz,
    left_at timestamptz);
  create unique index supporter_work_name on supporter (lower(work_name));
  create index supporter_left on supporter (left_at) where left_at is not null;

  create table support_request (
    id uuid primary key default gen_random_uuid(),
    created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
    requester_id uuid not null references account on delete cascade,
    send_key uuid not null,
    input_hash bytea not null,
    number integer not null unique,
    kind text not null check (kind in
      ('technology', 'project', 'community', 'data', 'care', 'archive', 'unsure')),
    priority smallint not null,
    languages text[] not null,
    stage text not null default 'waiting' check (stage in
      ('waiting', 'claimed', 'accepted', 'declined', 'duplicate', 'withdrawn', 'closed')),
    due_at timestamptz not null,
    overdue_told_at timestamptz,
    assignee_id uuid references account on delete set null,
    claim_ends_at timestamptz,
    returned_at timestamptz,
    closed_at timestamptz,
    reason text check (reason in ('outside', 'capacity', 'elsewhere', 'unclear', 'other')),
    duplicate_of_id uuid references support_request on delete set null,
    news_at timestamptz,
    warned_at timestamptz,
    key bytea not null,
    content bytea not null,
    reply bytea,
    closing bytea,
    unique (requester_id, send_key),
    check ((stage = 'claimed') = (claim_ends_at is not null)),
    check (assignee_id is null or stage in ('claimed', 'accepted')),
    check ((closed_at is null) = (stage in ('waiting', 'claimed', 'accepted'))),
    check ((reason is not null) = (stage = 'declined')));
  create index support_request_queue on support_request (priority, due_at, id)
    where stage = 'waiting';
  create index support_request_overdue on support_request (due_at)
    where stage in ('waiting', 'claimed') and overdue_told_at is null;
  create index support_request_claims on support_request (claim_ends_at)
    where claim_ends_at is not null;
  create index support_request_assignee on support_request (assignee_id)
    where assignee_id is not null;
  create index support_request_requester on support_request (requester_id, created_at);
  create index support_request_closed on support_request (closed_at) where closed_at is not null;
  create index support_request_duplicate on support_request (duplicate_of_id)
    where duplicate_of_id is not null;`;

const ASSIGNMENTS = `
  create table deleted_support_request (
    requester_id uuid not null references account on delete cascade,
    send_key uuid not null,
    deleted_at timestamptz not null,
    primary key (requester_id, send_key));
  create index deleted_support_request_time on deleted_support_request (deleted_at);

  create table case_exclusion (
    request_id uuid not null references support_request on delete cascade,
    supporter_id uuid not null references supporter on delete cascade,
    primary key (request_id, supporter_id));
  create index case_exclusion_supporter on case_exclusion (supporter_id);

  create table case_assignment (
    id uuid primary key default gen_random_uuid(),
    created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
    request_id uuid not null,
    supporter_id uuid not null references account on delete cascade,
    requester_id uuid not null references account on delete cascade,
    opened_at timestamptz,
    ended_at timestamptz,
    unique (request_id, supporter_id));
  create index case_assignment_supporter on case_assignment (supporter_id);
  create index case_assignment_requester on case_assignment (requester_id);
  create index case_assignment_ended on case_assignment (ended_at) where ended_at is not null;`;

const TIES = `
  create view personal_tie as
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
  create or replace view tie as
    select account_id, other_id from personal_tie
    union all select supporter_id, requester_id from case_assignment;`;

const CASE_TIES = `
  create view case_tie as
    select r.id as request_id, t.account_id
      from support_request r join personal_tie t on t.other_id = r.requester_id
    union all select x.request_id, s.account_id
      from case_exclusion x join supporter s on s.id = x.supporter_id
    union all select r.id, m.assignee_id
      from support_request r join matter m on m.reported_id = r.requester_id
      where m.assignee_id is not null and m.persona_id is null
    union all select r.id, e.actor_id
      from support_request r join matter m on m.reported_id = r.requester_id and m.persona_id is null
      join audit_entry e on e.subject_id = m.id and e.subject_type = 'Matter' and e.action = 'claim'
      where e.actor_id is not null
    union all select r.id, o.account_id
      from support_request r join sanction s on s.account_id = r.requester_id
      left join matter m on m.id = s.matter_id
      cross join lateral unnest(array[s.ordered_by_id, s.approved_by_id]) o (account_id)
      where o.account_id is not null and m.persona_id is null
    union all select r.id, o.account_id
      from support_request r
      join decision d on d.account_id = r.requester_id and d.outcome = 'decline'
      cross join lateral unnest(d.decider_ids) o (account_id);`;

/**
 * Creates support requests. A case is a conflict of interest of the supporter everywhere except for support requests,
 * so the other ties are a separate view (`personal_tie`). The requester has none towards the supporter: a matter about
 * the supporter that disappears from the requester's queue would reveal the account behind the work name. A matter about
 * a persona causes no conflict here: a request that disappears from the queue would reveal who owns the persona.
 */
export class SupportRequests1796400000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
    await db.query(ASSIGNMENTS);
    await db.query(TIES);
    await db.query(CASE_TIES);
    await db.query('alter table instance add column support_paused_at timestamptz');
    await db.query('alter table news_mail add column urgent_mailed_at timestamptz');
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
