import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Stores the sealed name under which administrators know the holder of a duty, and the codes with which members accept
 * one.
 */
export class Duties1764000000102 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table duty add column known_as bytea;

      create table duty_code (
        id uuid primary key default gen_random_uuid(),
        created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
        account_id uuid not null references account on delete cascade,
        code_hash bytea not null unique, ends_at timestamptz not null, used_at timestamptz);
      create index duty_code_account on duty_code (account_id);
      create index duty_code_end on duty_code (ends_at);`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
