import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Creates accounts, sessions, duties, event receipts, the audit log, mailed links and rate limits. */
export class Ground1764000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create extension if not exists citext; create extension if not exists unaccent;
      create extension if not exists pg_trgm;`);
    for (const part of [ACCOUNTS, AUTHORITY, RECORDS]) await db.query(part);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const STAMPS = `created_at timestamptz not null default now(), updated_at timestamptz not null default now()`;

const ACCOUNTS = `
  create table account (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    email citext unique, email_confirmed_at timestamptz, password_hash text,
    return_words_hash bytea unique,
    language text not null default 'es' check (language in ('es', 'pt', 'en')),
    standing text not null check (standing in ('applicant', 'member', 'suspended', 'locked', 'former', 'staff')),
    member_since timestamptz, probation_ends_at timestamptz, suspended_until timestamptz,
    is_founder boolean not null default false,
    deletion_due_at timestamptz);
  create index account_deletion_due on account (deletion_due_at) where deletion_due_at is not null;
  create index account_suspended on account (suspended_until) where suspended_until is not null;

  create table session (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    account_id uuid not null references account on delete cascade,
    token_hash bytea not null unique, label text not null default '',
    confirmed_at timestamptz not null, used_at timestamptz not null,
    idle_ends_at timestamptz not null, ends_at timestamptz not null);
  create index session_account on session (account_id, created_at desc);

  create table known_device (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    account_id uuid not null references account on delete cascade,
    token_hash bytea not null, unique (account_id, token_hash));

  create table mail_link (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    account_id uuid not null references account on delete cascade,
    purpose text not null check (purpose in ('set-up', 'confirm-address', 'change-address', 'reset-password')),
    email citext, token_hash bytea unique, ends_at timestamptz not null, used_at timestamptz);
  create index mail_link_account on mail_link (account_id, purpose);`;

const AUTHORITY = `
  create table duty (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    account_id uuid not null references account on delete cascade,
    name text not null check (name in ('vet', 'moderate', 'support', 'audit', 'administer')),
    unique (account_id, name));

  create table membership (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    account_id uuid not null references account on delete cascade,
    group_id uuid not null,
    role text not null default 'member' check (role in ('member', 'steward')),
    persona_name text, joined_at timestamptz not null, ended_at timestamptz);
  create unique index membership_active on membership (account_id, group_id) where ended_at is null;
  create index membership_group on membership (group_id, joined_at, id) where ended_at is null;

  create table alliance (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    low_id uuid not null references account on delete cascade,
    high_id uuid not null references account on delete cascade,
    ended_at timestamptz, check (low_id < high_id));
  create unique index alliance_active on alliance (low_id, high_id) where ended_at is null;
  create index alliance_high on alliance (high_id) where ended_at is null;

  create table block (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    blocker_id uuid not null references account on delete cascade,
    blocked_id uuid not null references account on delete cascade,
    unique (blocker_id, blocked_id), check (blocker_id <> blocked_id));
  create index block_blocked on block (blocked_id);

  create table separation (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    low_id uuid not null references account on delete cascade,
    high_id uuid not null references account on delete cascade,
    ended_at timestamptz, check (low_id < high_id));
  create index separation_low on separation (low_id) where ended_at is null;
  create index separation_high on separation (high_id) where ended_at is null;

  create view ally as
    select low_id as account_id, high_id as other_id, id as alliance_id from alliance where ended_at is null
    union all select high_id, low_id, id from alliance where ended_at is null;

  create view hidden_pair as
    select blocker_id as account_id, blocked_id as other_id from block
    union all select blocked_id, blocker_id from block
    union all select low_id, high_id from separation where ended_at is null
    union all select high_id, low_id from separation where ended_at is null;`;

const RECORDS = `
  create table event_receipt (
    event_id uuid not null, handler text not null, created_at timestamptz not null default now(),
    primary key (event_id, handler));

  create table audit_entry (
    id uuid primary key default uuidv7(), created_at timestamptz not null default now(),
    actor_id uuid references account on delete set null, duty text,
    action text not null, subject_type text not null, subject_id uuid,
    about_id uuid references account on delete set null, reason text);
  create index audit_entry_time on audit_entry (created_at desc, id desc);
  create index audit_entry_about on audit_entry (about_id, created_at desc);
  create function refuse_change() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and (to_jsonb(new) - 'actor_id' - 'about_id') = (to_jsonb(old) - 'actor_id' - 'about_id')
        and (new.actor_id is null or new.actor_id = old.actor_id) and (new.about_id is null or new.about_id = old.about_id)
      then return new; end if; -- an account that is deleted leaves its entries without a name
      raise exception 'audit entries are never changed';
    end $$;
  create trigger audit_entry_append_only before update or delete on audit_entry
    for each row execute function refuse_change();
  create trigger audit_entry_no_truncate before truncate on audit_entry
    for each statement execute function refuse_change();

  create table instance (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    is_only boolean not null default true unique check (is_only),
    founded_at timestamptz not null, founding_closed_at timestamptz,
    vouches_needed int not null default 2 check (vouches_needed between 0 and 3));

  create table rate_limit (key text primary key, points integer not null default 0, expire bigint);`;
