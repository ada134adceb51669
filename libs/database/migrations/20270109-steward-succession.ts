import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds the search for a new steward. A group that has no active steward at the migration counts its 14 days from then.
 */
export class StewardSuccession1796000100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table steward_vacancy (
        group_id uuid primary key,
        since timestamptz not null);

      create table succession_request (
        id uuid primary key default gen_random_uuid(),
        created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
        group_id uuid not null references "group" on delete cascade,
        membership_id uuid not null references membership on delete cascade,
        state text not null default 'waiting'
          check (state in ('waiting', 'accepted', 'declined', 'unanswered', 'ended')),
        asked_at timestamptz not null,
        expires_at timestamptz not null,
        decided_at timestamptz,
        check ((state = 'waiting') = (decided_at is null)));
      create unique index succession_request_waiting on succession_request (group_id)
        where state = 'waiting';
      create index succession_request_group on succession_request (group_id, asked_at);
      create index succession_request_membership on succession_request (membership_id);
      create index succession_request_asked on succession_request (asked_at);

      insert into steward_vacancy (group_id, since)
      select g.id, now() from "group" g where not exists (
        select 1 from membership m join account a on a.id = m.account_id and a.standing = 'member'
        where m.group_id = g.id and m.role = 'steward' and m.ended_at is null)`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
