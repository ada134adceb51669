import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A member whom a steward removed returns only when a steward allows it. Pending join requests and invitations of active
 * members are withdrawn.
 */
export class BarredMembers1795881992000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [BARRED, INVITED, ASKED]) await db.query(part);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

/** Set when a steward removes a member, null when a steward lets them back. */
const BARRED = `
  alter table membership add column barred_at timestamptz;
  create index membership_barred on membership (account_id) where barred_at is not null;`;

const INVITED = `
  update group_invitation i set state = 'withdrawn', updated_at = now() where i.state = 'waiting' and exists (
    select 1 from membership m
    where m.account_id = i.invited_id and m.group_id = i.group_id and m.ended_at is null);`;

const ASKED = `
  update join_request r set state = 'withdrawn', decided_at = now(), updated_at = now()
  where r.state = 'waiting' and exists (
    select 1 from membership m
    where m.account_id = r.account_id and m.group_id = r.group_id and m.ended_at is null);`;
