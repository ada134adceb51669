import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Introductions1764000000040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table introduction (
        id uuid primary key default gen_random_uuid(),
        created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
        asker_id uuid not null references account on delete cascade,
        asked_id uuid not null references account on delete cascade,
        note text not null,
        state text not null default 'waiting'
          check (state in ('waiting', 'accepted', 'declined', 'expired', 'withdrawn')),
        expires_at timestamptz not null, answered_at timestamptz,
        check (asker_id <> asked_id));
      create index introduction_asker on introduction (asker_id, created_at desc, id desc);
      create index introduction_asked on introduction (asked_id, created_at desc, id desc);
      -- Declined ones stay open to the asker, so a second open one to the same person cannot tell them apart.
      create unique index introduction_open on introduction (asker_id, asked_id)
        where state in ('waiting', 'declined');
      create index introduction_expiry on introduction (expires_at) where state in ('waiting', 'declined');
      -- The name under which the blocker met them: a later one is not for them to know.
      alter table block add column known_as text not null default '';
      create index block_blocker on block (blocker_id, created_at desc, id desc);`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
