import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Moderation1764000000070 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table report (
        id uuid primary key default gen_random_uuid(),
        created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
        reporter_id uuid not null references account on delete cascade,
        reported_id uuid not null references account on delete cascade,
        subject_name text not null check (subject_name in ('Message', 'Profile', 'Introduction')),
        -- Names a row of one of several tables, so no single foreign key fits; it is asked for through access.
        subject_key uuid not null,
        reason text not null, note text not null default '', forwarded text not null default '',
        context text not null default '', known_as text not null default '',
        stage text not null default 'open' check (stage in ('open', 'closed')),
        outcome text, closed_at timestamptz,
        assignee_id uuid references account on delete set null, assigned_at timestamptz);
      create index report_queue on report (created_at, id) where stage = 'open';
      create index report_assigned on report (assigned_at) where stage = 'open' and assignee_id is not null;
      create index report_reporter on report (reporter_id, created_at desc);
      create unique index report_once on report (reporter_id, subject_name, subject_key) where stage = 'open';

      create table sanction (
        id uuid primary key default gen_random_uuid(),
        created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
        account_id uuid not null references account on delete cascade,
        report_id uuid references report on delete set null,
        ordered_by_id uuid references account on delete set null,
        kind text not null check (kind in ('suspension', 'contentRemoved')),
        reason text not null, ends_at timestamptz);
      create index sanction_account on sanction (account_id, created_at desc);

      create view report_tie as
        select r.id as report_id, t.other_id from report r
          join tie t on t.account_id in (r.reporter_id, r.reported_id);`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
