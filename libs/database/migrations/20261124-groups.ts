import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Groups1764000000050 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table "group" (
        id uuid primary key default gen_random_uuid(), ${STAMPS},
        slug citext not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        name text not null, purpose text not null, issue_areas text[] not null default '{}',
        is_listed boolean not null,
        access text not null check (access in ('open', 'request', 'invitation')),
        question text not null default '', agreements text not null default '');
      create index group_listed on "group" (created_at desc, id desc) where is_listed;
      alter table membership add foreign key (group_id) references "group";

      create table join_request (
        id uuid primary key default gen_random_uuid(), ${STAMPS},
        group_id uuid not null references "group" on delete cascade,
        account_id uuid not null references account on delete cascade,
        answer text not null,
        state text not null default 'waiting'
          check (state in ('waiting', 'accepted', 'declined', 'withdrawn')),
        decided_at timestamptz);
      create unique index join_request_waiting on join_request (group_id, account_id) where state = 'waiting';
      create index join_request_group on join_request (group_id, created_at, id) where state = 'waiting';
      create index join_request_account on join_request (account_id, created_at desc);

      create table group_invitation (
        id uuid primary key default gen_random_uuid(), ${STAMPS},
        group_id uuid not null references "group" on delete cascade,
        invited_id uuid not null references account on delete cascade,
        state text not null default 'waiting'
          check (state in ('waiting', 'accepted', 'declined', 'expired', 'withdrawn')),
        expires_at timestamptz not null);
      create unique index group_invitation_waiting on group_invitation (group_id, invited_id)
        where state = 'waiting';
      create index group_invitation_invited on group_invitation (invited_id, created_at desc);

      -- The name that others of the group see: the persona's, else the profile's.
      create view membership_name as
        select m.id as membership_id, m.account_id, m.group_id, m.ended_at,
          coalesce(m.persona_name, f.text, '') as name
        from membership m left join profile_field f on f.account_id = m.account_id and f.kind = 'name';`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const STAMPS = `created_at timestamptz not null default now(), updated_at timestamptz not null default now()`;
