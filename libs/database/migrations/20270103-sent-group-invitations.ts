import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Records every invitation that a steward sends, whatever its result, so that the list of sent invitations does not
 * disclose which had no effect. Earlier invitations get no record, because gaps in the list would disclose their
 * result.
 */
export class SentGroupInvitations1795940232648 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table sent_group_invitation (
        id uuid primary key default gen_random_uuid(),
        created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
        group_id uuid not null references "group" on delete cascade,
        invited_id uuid not null references account on delete cascade,
        sender_id uuid references membership on delete set null,
        expires_at timestamptz not null,
        unique (group_id, invited_id));
      create index sent_group_invitation_invited on sent_group_invitation (invited_id);
      create index sent_group_invitation_sender on sent_group_invitation (sender_id);
      create index sent_group_invitation_expires on sent_group_invitation (expires_at)`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
