import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A request to meet may go through an introducer. Only the introducer and the requester see it until it is passed on.
 */
export class Introducers1764000000250 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table introducer (
        id uuid primary key default gen_random_uuid(),
        created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
        account_id uuid not null unique references account on delete cascade);
      alter table introduction
        add column introducer_id uuid references account on delete set null,
        -- When it reached the asked: at once when it was asked directly, else when it was passed on.
        add column passed_at timestamptz,
        add column lapsed_at timestamptz;
      update introduction set passed_at = created_at;
      create index introduction_introducer on introduction (introducer_id, created_at desc, id desc);
      -- The asker sees theirs as waiting whatever parts the other two, and can take it back.
      create view introduction_parted as
        select i.id as introduction_id, side.account_id
        from introduction i
        join hidden_pair h on h.account_id in (i.asker_id, i.asked_id, i.introducer_id)
          and h.other_id in (i.asker_id, i.asked_id, i.introducer_id)
        cross join lateral (values (i.asker_id), (i.asked_id), (i.introducer_id)) side (account_id)
        where side.account_id is not null
          and (side.account_id <> i.asker_id or (h.account_id = i.asker_id and h.other_id = i.asked_id));`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
