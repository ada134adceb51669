import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Creates single-use links with which a steward invites a person whom they cannot or do not want to look up. */
export class GroupLinks1795919377075 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table group_link (
        id uuid primary key default gen_random_uuid(),
        created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
        group_id uuid not null references "group" on delete cascade,
        maker_id uuid not null references account on delete cascade,
        token_hash bytea not null unique,
        expires_at timestamptz not null, used_at timestamptz,
        used_by_id uuid references account on delete set null);
      create index group_link_group on group_link (group_id);
      create index group_link_maker on group_link (maker_id);
      create index group_link_used_by on group_link (used_by_id);
      create index group_link_expires on group_link (expires_at)`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
