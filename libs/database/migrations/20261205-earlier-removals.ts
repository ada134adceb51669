import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stores a removal after its account is deleted, like a decline, with keyed hash, reason class and month. */
export class EarlierRemovals1764000000222 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table earlier_removal (
        id uuid primary key default gen_random_uuid(),
        created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
        account_id uuid unique references account on delete set null,
        address_hash bytea not null, reason text not null,
        month date not null check (extract(day from month) = 1));
      create index earlier_removal_address on earlier_removal (address_hash);`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
