import type { MigrationInterface, QueryRunner } from 'typeorm';

const STAMPS = `
    id uuid primary key default gen_random_uuid(),
    created_at timestamptz not null default now(), updated_at timestamptz not null default now()`;

const TABLES = `
  alter table call_availability add column languages text[] not null default '{}';
  alter table support_request add column goes_without_interpreter boolean not null default false;

  create table interpreter (${STAMPS},
    account_id uuid not null unique references account on delete cascade,
    name text not null,
    resting_since timestamptz);

  create table interpretation (${STAMPS},
    request_id uuid not null,
    account_id uuid not null references account on delete cascade,
    requester_id uuid not null references account on delete cascade,
    state text not null default 'offered'
      check (state in ('offered', 'agreed', 'refused', 'withdrawn', 'ended')),
    agreed_at timestamptz,
    ended_at timestamptz,
    unique (request_id, account_id),
    check ((state in ('offered', 'agreed')) = (ended_at is null)),
    check (state <> 'agreed' or agreed_at is not null));
  create unique index interpretation_current on interpretation (request_id)
    where state in ('offered', 'agreed');
  create index interpretation_account on interpretation (account_id);
  create index interpretation_requester on interpretation (requester_id);
  create index interpretation_ended on interpretation (ended_at) where ended_at is not null;`;

/** One table with the time of everybody in a call, because one constraint must compare supporters with interpreters. */
const ATTENDANCE = `
  alter table introductory_call
    add column interpreter_id uuid references account on delete set null;
  create index introductory_call_interpreter on introductory_call (interpreter_id);

  create table call_attendance (
    call_id uuid not null references introductory_call on delete cascade,
    account_id uuid not null references account on delete cascade,
    during tstzrange not null,
    primary key (call_id, account_id),
    constraint call_attendance_no_overlap exclude using gist (account_id with =, during with &&));
  create index call_attendance_account on call_attendance (account_id);

  create function store_call_attendance() returns trigger language plpgsql as $$ begin
    delete from call_attendance where call_id = new.id;
    if new.state = 'booked' then
      insert into call_attendance (call_id, account_id, during)
        select new.id, one.account_id, tstzrange(new.starts_at, new.blocked_until)
        from unnest(array[new.supporter_id, new.interpreter_id]) one (account_id)
        where one.account_id is not null;
    end if;
    return null;
  end $$;
  create trigger introductory_call_attendance
    after insert or update of state, starts_at, blocked_until, supporter_id, interpreter_id
    on introductory_call for each row execute function store_call_attendance();
  insert into call_attendance (call_id, account_id, during)
    select id, supporter_id, tstzrange(starts_at, blocked_until) from introductory_call
    where state = 'booked';`;

/** An interpreter has a conflict of interest from the agreement on, until the row is deleted a year after its end. */
const TIE = `
  do $$ begin
    execute 'create or replace view tie as ' || rtrim(pg_get_viewdef('tie'), ';') || '
      union all select account_id, requester_id from interpretation where agreed_at is not null';
  end $$`;

/** Creates interpreters, the agreements of requesters to them, and one guard against two calls at a time in any role. */
export class Interpreters1803946200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
    await db.query(ATTENDANCE);
    await db.query(TIE);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
