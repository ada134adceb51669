import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Creates notes that moderators write for each other. The author of any reported content has a conflict of interest in
 * its matter (R3).
 */
export class MatterNotes1764000000202 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table matter_note (
        id uuid primary key default gen_random_uuid(),
        created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
        matter_id uuid not null references matter on delete cascade,
        author_id uuid references account on delete set null,
        body bytea not null);
      create index matter_note_order on matter_note (matter_id, created_at, id);
      create index matter_note_author on matter_note (author_id) where author_id is not null;

      alter table report add column named_ids uuid[] not null default '{}';
      create or replace view matter_tie as
        select p.matter_id, t.other_id as account_id
          from matter_party p join tie t on t.account_id = p.account_id
        union all select r.matter_id, n.account_id
          from report r cross join lateral unnest(r.named_ids) n (account_id);`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
