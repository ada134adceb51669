import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Creates acts that one account requests and another approves. A view lists the recused accounts; new reasons extend
 * it.
 */
export class TwoPersonActs1764000000101 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table two_person_act (
        id uuid primary key default gen_random_uuid(),
        created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
        kind text not null, subject_key text not null,
        approver text not null check (approver in ('vet', 'moderate', 'support', 'administer', 'steward')),
        scope_id uuid references "group" on delete cascade,
        about_id uuid references account on delete cascade,
        requested_by_id uuid not null references account on delete cascade,
        payload bytea not null, reason bytea not null,
        state text not null default 'waiting'
          check (state in ('waiting', 'approved', 'refused', 'withdrawn', 'expired')),
        asked_at timestamptz not null, expires_at timestamptz not null,
        decided_by_id uuid references account on delete set null, decided_at timestamptz,
        check (approver <> 'steward' or scope_id is not null));
      create unique index two_person_act_waiting on two_person_act (kind, subject_key) where state = 'waiting';
      create index two_person_act_expiry on two_person_act (expires_at) where state = 'waiting';
      create index two_person_act_decided on two_person_act (decided_at) where decided_at is not null;
      create index two_person_act_scope on two_person_act (scope_id) where scope_id is not null;
      create index two_person_act_about on two_person_act (about_id) where about_id is not null;
      create index two_person_act_asker on two_person_act (requested_by_id, asked_at desc);
      create index two_person_act_decider on two_person_act (decided_by_id) where decided_by_id is not null;

      create view two_person_tie as
        select a.id as act_id, t.account_id from two_person_act a join tie t on t.other_id = a.about_id;`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
