import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Creates sanctions, the notices about them, replies and appeals. */
export class Notices1764000000161 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [SANCTIONS, NOTICES]) await db.query(part);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const STAMPS = `created_at timestamptz not null default now(), updated_at timestamptz not null default now()`;

const SANCTIONS = `
  delete from sanction;
  alter table sanction drop constraint sanction_kind_check,
    add check (kind in ('warning', 'contentRemoved', 'suspension', 'separation', 'removal')),
    add check (reason in
      ('harassment', 'threat', 'hate', 'exposure', 'impersonation', 'spam', 'other')),
    add column report_id uuid references report on delete set null,
    add column approved_by_id uuid references account on delete set null,
    add column lifted_at timestamptz;
  create index sanction_report on sanction (report_id) where report_id is not null;
  create index sanction_approver on sanction (approved_by_id) where approved_by_id is not null;`;

const NOTICES = `
  create table notice (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    account_id uuid not null references account on delete cascade,
    matter_id uuid references matter on delete set null,
    sanction_id uuid references sanction on delete set null,
    kind text not null check (kind in ('talk', 'warning', 'contentRemoved', 'suspension', 'separation',
      'removal', 'lifted', 'upheld')),
    reason text check (reason in
      ('harassment', 'threat', 'hate', 'exposure', 'impersonation', 'spam', 'other')),
    words bytea not null, shown_from timestamptz not null, told_at timestamptz, seen_at timestamptz,
    answer bytea, answered_at timestamptz);
  create index notice_account on notice (account_id, shown_from desc, id desc);
  create index notice_matter on notice (matter_id) where matter_id is not null;
  create index notice_sanction on notice (sanction_id) where sanction_id is not null;
  create index notice_due on notice (shown_from) where told_at is null;

  create table appeal (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    notice_id uuid not null unique references notice on delete cascade,
    account_id uuid not null references account on delete cascade,
    matter_id uuid references matter on delete set null,
    words bytea not null, outcome text check (outcome in ('upheld', 'lifted')),
    decided_at timestamptz, heard_by_id uuid references account on delete set null);
  create index appeal_account on appeal (account_id);
  create index appeal_matter on appeal (matter_id) where matter_id is not null;
  create index appeal_hearer on appeal (heard_by_id) where heard_by_id is not null;

  create view matter_decider as
    select a.matter_id, d.account_id from appeal a
      join notice n on n.id = a.notice_id join sanction s on s.id = n.sanction_id
      cross join lateral (values (s.ordered_by_id), (s.approved_by_id)) d (account_id)
    where a.decided_at is null and a.matter_id is not null and d.account_id is not null;`;
