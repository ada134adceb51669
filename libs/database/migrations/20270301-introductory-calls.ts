import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  create table call_availability (
    id uuid primary key default gen_random_uuid(),
    created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
    account_id uuid not null unique references account on delete cascade,
    zone text not null,
    shown_zone text not null,
    weekly jsonb not null,
    exceptions jsonb not null,
    buffer_minutes smallint not null,
    notice_hours smallint not null,
    horizon_days smallint not null,
    daily_limit smallint not null);

  create table introductory_call (
    id uuid primary key default gen_random_uuid(),
    created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
    request_id uuid not null references support_request on delete cascade,
    supporter_id uuid not null references account on delete cascade,
    book_key uuid not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    blocked_until timestamptz not null,
    requester_zone text not null,
    supporter_zone text not null,
    state text not null default 'booked' check (state in ('booked', 'cancelled', 'missed', 'held')),
    ended_by text check (ended_by in ('requester', 'supporter', 'system')),
    cancel_reason text check (cancel_reason in ('time', 'unwell', 'safety', 'notNeeded', 'other')),
    outcome text check (outcome in ('lightTouch', 'matchbox', 'referred', 'notNow')),
    link bytea,
    day_reminded_at timestamptz,
    hour_reminded_at timestamptz,
    unique (request_id, book_key),
    check (starts_at < ends_at and ends_at <= blocked_until),
    check ((state = 'booked') = (ended_by is null)),
    constraint introductory_call_no_overlap exclude using gist
      (supporter_id with =, tstzrange(starts_at, blocked_until) with &&) where (state = 'booked'));
  create unique index introductory_call_booked on introductory_call (request_id)
    where state = 'booked';
  create index introductory_call_supporter on introductory_call (supporter_id, starts_at)
    where state = 'booked';
  create index introductory_call_account on introductory_call (supporter_id);
  create index introductory_call_start on introductory_call (starts_at) where state = 'booked';

  alter table support_request add column call_ends_at timestamptz;`;

/** Creates the availability of supporters and introductory calls. A supporter never has two at a time: a constraint prevents it. */
export class IntroductoryCalls1803859200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('create extension if not exists btree_gist');
    await db.query(TABLES);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
