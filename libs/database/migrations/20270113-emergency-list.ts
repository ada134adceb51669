import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds the emergency list of the instance: services with the numbers that people in danger call. */
export class EmergencyList1796300000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table emergency_line (
        id uuid primary key default gen_random_uuid(),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        name jsonb not null,
        purpose jsonb not null,
        hours jsonb not null,
        languages text[] not null,
        territory text,
        phone text not null,
        version integer not null default 1,
        reviewed_at timestamptz not null
      )`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
