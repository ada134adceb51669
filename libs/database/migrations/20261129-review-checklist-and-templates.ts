import type { MigrationInterface, QueryRunner } from 'typeorm';
import { INITIAL_CHECKLIST, INITIAL_REASON_TEMPLATES } from './initial-texts/review-texts.js';

/** Creates the checklist of reviewers and the text templates; an instance can change both. */
export class DeskWords1764000000144 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
    for (const [position, [key, labels]] of Object.entries(INITIAL_CHECKLIST).entries()) {
      const sql = 'insert into checklist_item (key, labels, position) values ($1, $2, $3)';
      await db.query(sql, [key, labels, position]);
    }
    for (const [
      position,
      { purpose, reasonClass, titles, bodies },
    ] of INITIAL_REASON_TEMPLATES.entries()) {
      const sql = `insert into reason_template (purpose, reason_class, titles, bodies, position)
        values ($1, $2, $3, $4, $5)`;
      await db.query(sql, [purpose, reasonClass ?? null, titles, bodies, position]);
    }
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const STAMPS = `created_at timestamptz not null default now(), updated_at timestamptz not null default now()`;
const TABLES = `
  create table checklist_item (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    key text not null unique, labels jsonb not null, position int not null, retired_at timestamptz);
  create table reason_template (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    purpose text not null check (purpose in ('ask', 'accept', 'decline')),
    reason_class text, titles jsonb not null, bodies jsonb not null, position int not null, retired_at timestamptz);`;
