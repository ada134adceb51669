import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Creates reviews of members that reopen after a vouch was withdrawn, and the assignments of their reviewers. */
export class Reopenings1764000000124 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // `matter_key` has no foreign key: a closed matter may be deleted before the reopening.
    await db.query(`
      create table reopening (
        id uuid primary key default gen_random_uuid(),
        created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
        account_id uuid not null references account on delete cascade,
        vouch_id uuid unique references vouch on delete set null,
        reason text not null check (reason in ('mistaken', 'conduct', 'pressured', 'other')),
        words bytea,
        stage text not null default 'open' check (stage in ('open', 'stays', 'concern')),
        matter_key uuid, closed_at timestamptz);
      create index reopening_account on reopening (account_id);
      create index reopening_queue on reopening (created_at, id) where stage = 'open';
      create index reopening_matter on reopening (matter_key) where matter_key is not null;
      create index reopening_closed on reopening (closed_at) where closed_at is not null;

      create table reopening_seat (
        id uuid primary key default gen_random_uuid(),
        created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
        reopening_id uuid not null references reopening on delete cascade,
        account_id uuid not null references account on delete cascade,
        ends_at timestamptz, says text check (says in ('stays', 'concern')), words bytea,
        check ((says is null) = (words is null)), check ((says is null) = (ends_at is not null)),
        unique (reopening_id, account_id));
      create index reopening_seat_account on reopening_seat (account_id);`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
