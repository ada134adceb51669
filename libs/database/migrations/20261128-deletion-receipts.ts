import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Creates deletion receipts and the last run of each data class. */
export class Retention1764000000121 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table receipt (
        id uuid primary key default gen_random_uuid(),
        created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
        data_class text not null, subject_type text not null, subject_id uuid not null,
        about_id uuid references account on delete set null, destroyed_at timestamptz not null);
      create index receipt_about on receipt (about_id, destroyed_at desc);
      create index receipt_destroyed on receipt (destroyed_at);
      create index receipt_subject on receipt (subject_id);

      create table data_class_run (
        name text primary key, ran_at timestamptz, count integer not null default 0, failing_since timestamptz);
      create index event_receipt_created on event_receipt (created_at);`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
