import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Groups the reports about one member into one matter. A persona gets a separate matter, so that moderators do not
 * learn who is behind it. Existing moderation data is deleted; no release contained any.
 */
export class Matters1764000000160 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view report_tie;
      delete from sanction; delete from report;

      create table matter (
        id uuid primary key default gen_random_uuid(),
        created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
        reported_id uuid not null references account on delete cascade,
        persona_id uuid references membership on delete cascade,
        stage text not null default 'open'
          check (stage in ('open', 'inHand', 'waiting', 'closed', 'appealed')),
        assignee_id uuid references account on delete set null, assigned_at timestamptz,
        closed_at timestamptz);
      create unique index matter_unclosed on matter (reported_id, persona_id) nulls not distinct
        where closed_at is null;
      create index matter_reported on matter (reported_id);
      create index matter_persona on matter (persona_id) where persona_id is not null;
      create index matter_queue on matter (created_at, id) where stage <> 'closed';
      create index matter_assignee on matter (assignee_id) where assignee_id is not null;

      alter table report drop column reported_id, drop column outcome, drop column assignee_id,
        drop column assigned_at, drop column note, drop column forwarded, drop column context,
        drop column known_as, add column note bytea not null, add column forwarded bytea not null,
        add column context bytea not null, add column known_as bytea not null, add column matter_id uuid not null references matter on delete cascade,
        add check (reason in
          ('harassment', 'threat', 'hate', 'exposure', 'impersonation', 'spam', 'other'));
      create index report_matter on report (matter_id, created_at, id);

      alter table sanction drop column report_id, add column matter_id uuid references matter on delete set null;
      create index sanction_matter on sanction (matter_id) where matter_id is not null;

      create index audit_entry_subject on audit_entry (subject_id) where subject_id is not null;

      create view matter_party as
        select id as matter_id, reported_id as account_id from matter
        union all select matter_id, reporter_id from report;
      create view matter_tie as
        select p.matter_id, t.other_id as account_id
          from matter_party p join tie t on t.account_id = p.account_id;`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
