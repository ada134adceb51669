import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Creates applications, questions to applicants, claims, blind reviews, vouches, decisions, and the view of conflicts
 * of interest.
 */
export class Vetting1764000000020 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [APPLICATIONS, READING, VOUCHES, DECISIONS, TIES]) await db.query(part);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const STAMPS = `created_at timestamptz not null default now(), updated_at timestamptz not null default now()`;
const OPEN = `('submitted', 'inReview', 'asked')`;

const APPLICATIONS = `
  create table application (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    account_id uuid not null unique references account on delete cascade,
    stage text not null default 'submitted'
      check (stage in ('submitted', 'inReview', 'asked', 'accepted', 'declined', 'withdrawn')),
    vouch_code text not null unique, send_hash bytea unique,
    answers jsonb, answers_hash bytea not null,
    submitted_at timestamptz not null, waits_since timestamptz not null, decided_at timestamptz);
  create index application_queue on application (waits_since, id) where stage in ${OPEN};
  create index application_kept on application (decided_at) where answers is not null and decided_at is not null;

  create table application_question (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    application_id uuid not null references application on delete cascade,
    asker_id uuid references account on delete set null,
    body text not null, answer text, answered_at timestamptz);
  create index application_question_order on application_question (application_id, created_at);
  create unique index application_question_open on application_question (application_id) where answered_at is null;`;

const READING = `
  create table claim (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    application_id uuid not null references application on delete cascade,
    account_id uuid not null references account on delete cascade,
    ends_at timestamptz not null, unique (application_id, account_id));
  create index claim_ends on claim (ends_at);
  create index claim_account on claim (account_id);

  create table review (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    application_id uuid not null references application on delete cascade,
    reviewer_id uuid not null references account on delete cascade,
    recommendation text not null check (recommendation in ('accept', 'decline')),
    checks text[] not null, reason text not null, reason_class text,
    answers_hash bytea not null, confirmed_at timestamptz not null,
    unique (application_id, reviewer_id));
  create index review_reviewer on review (reviewer_id);

  create view application_assignee as
    select a.id as application_id, c.account_id from application a join claim c on c.application_id = a.id
      where a.stage in ${OPEN}
    union select a.id, r.reviewer_id from application a join review r on r.application_id = a.id
      where a.stage in ${OPEN};`;

// A vouch code that matches no applicant also creates a row. So neither the answer, nor the voucher's list, nor the
// quota discloses whether the code is valid.
const VOUCHES = `
  create table vouch (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    voucher_id uuid not null references account on delete cascade,
    application_id uuid references application on delete set null,
    relation text not null, statement text not null, attestations text[] not null, withdrawn_at timestamptz);
  create unique index vouch_once on vouch (application_id, voucher_id) where withdrawn_at is null;
  create index vouch_application on vouch (application_id);
  create index vouch_voucher on vouch (voucher_id, created_at desc, id desc);

  create function forget_vouch_texts() returns trigger language plpgsql as $$
    begin
      update vouch set relation = '', statement = '', attestations = '{}' where application_id = old.id;
      return old;
    end $$;
  create trigger application_forgets_vouch_texts before delete on application
    for each row execute function forget_vouch_texts();`;

const DECISIONS = `
  create table decision (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    application_id uuid unique references application on delete set null,
    account_id uuid references account on delete set null,
    outcome text not null check (outcome in ('accept', 'decline')),
    reason_class text, words text not null default '',
    vouches_needed int not null, vouches_counted int not null, is_founding_rule boolean not null,
    decided_at timestamptz not null);
  create index decision_order on decision (decided_at desc, id desc);
  create index decision_account on decision (account_id);`;

const TIES = `
  create view tie as
    select v.voucher_id as account_id, a.account_id as other_id
      from vouch v join application a on a.id = v.application_id
    union all select a.account_id, v.voucher_id from application a join vouch v on v.application_id = a.id
    union all select account_id, other_id from ally
    union all select low_id, high_id from separation where ended_at is null
    union all select high_id, low_id from separation where ended_at is null
    union all select m.account_id, o.account_id
      from membership o join membership m on m.group_id = o.group_id and m.account_id <> o.account_id
      where o.ended_at is null and m.ended_at is null and 10 >= (
        select count(*) from membership c where c.group_id = o.group_id and c.ended_at is null);

  create view application_tie as
    select a.id as application_id, t.account_id from application a join tie t on t.other_id = a.account_id;`;
