import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  create table suggestion (
    id uuid primary key default gen_random_uuid(),
    created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
    group_id uuid not null references "group" on delete cascade,
    steward_id uuid not null references membership on delete cascade,
    line text not null default '',
    -- False where it could reach nobody; whoever made it is not told.
    is_heard boolean not null,
    expires_at timestamptz not null);
  create index suggestion_group on suggestion (group_id);
  create index suggestion_steward on suggestion (steward_id, expires_at);
  create index suggestion_expiry on suggestion (expires_at);
  create table suggestion_side (
    id uuid primary key default gen_random_uuid(),
    created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
    suggestion_id uuid not null references suggestion on delete cascade,
    membership_id uuid not null references membership on delete cascade,
    agreed_at timestamptz, lapsed_at timestamptz,
    unique (suggestion_id, membership_id));
  create index suggestion_side_membership on suggestion_side (membership_id);`;

const OPEN = `
  -- As long as both are in the group, nothing parts them, and they are no allies yet.
  create view suggestion_open as
    select s.id as suggestion_id from suggestion s
    where s.is_heard
      and 2 = (select count(*) from suggestion_side d
        join membership m on m.id = d.membership_id and m.ended_at is null
        join account a on a.id = m.account_id and a.standing = 'member'
        where d.suggestion_id = s.id)
      and not exists (select 1
        from suggestion_side d join membership m on m.id = d.membership_id
        join suggestion_side e on e.suggestion_id = d.suggestion_id and e.id <> d.id
        join membership n on n.id = e.membership_id
        where d.suggestion_id = s.id and (
          exists (select 1 from hidden_pair h where h.account_id = m.account_id and h.other_id = n.account_id)
          or exists (select 1 from ally y where y.account_id = m.account_id and y.other_id = n.account_id)));`;

const REPORTED = `
  alter table report drop constraint report_subject_name_check,
    add constraint report_subject_name_check check (subject_name in
      ('Message', 'Profile', 'Introduction', 'Suggestion', 'Group', 'Application'));`;

/** Creates suggestions of a steward that two members of the group meet; each answers for themself. */
export class Suggestions1764000000252 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const sql of [TABLES, OPEN, REPORTED]) await db.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
