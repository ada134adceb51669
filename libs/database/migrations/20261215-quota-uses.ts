import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Records uses of quotas. A block between a steward and an invited account closes the group invitation. */
export class Quotas1795883046001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(USES);
    await db.query(HIDDEN);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const USES = `
  create table quota_use (
    id uuid primary key default gen_random_uuid(),
    created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
    account_id uuid not null references account on delete cascade,
    name text not null);
  create index quota_use_account on quota_use (account_id, name, created_at desc);
  create index quota_use_time on quota_use (created_at);
  create index group_invitation_time on group_invitation (created_at);`;

/** Accounts separated from a steward of the group by a block or a separation, in either direction. */
const HIDDEN = `
  create view steward_hidden as
    select m.group_id, h.other_id as account_id from membership m
      join hidden_pair h on h.account_id = m.account_id
    where m.role = 'steward' and m.ended_at is null;`;
