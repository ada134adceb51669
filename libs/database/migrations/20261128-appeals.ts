import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Allows one appeal of a decline: a second round of the same application, with other reviewers. */
export class Appeals1764000000141 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [ROUNDS, READING]) await db.query(part);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const OPEN = `('submitted', 'inReview', 'asked', 'appealed')`;

const ROUNDS = `
  alter table application
    add column round int not null default 1, add column appeal bytea,
    drop constraint application_stage_check,
    add constraint application_stage_check
      check (stage in ('submitted', 'inReview', 'asked', 'accepted', 'declined', 'withdrawn', 'appealed'));
  drop index application_queue;
  create index application_queue on application (waits_since, id) where stage in ${OPEN};

  alter table review add column round int not null default 1,
    drop constraint review_application_id_reviewer_id_key,
    add unique (application_id, reviewer_id, round);

  alter table decision add column round int not null default 1,
    drop constraint decision_application_id_key,
    add unique (application_id, round);`;

// A reviewer of the first round is excluded from the second, like an account with a conflict of interest.
const READING = `
  create or replace view application_assignee as
    select a.id as application_id, c.account_id from application a join claim c on c.application_id = a.id
      where a.stage in ${OPEN}
    union select a.id, r.reviewer_id from application a
      join review r on r.application_id = a.id and r.round = a.round
      where a.stage in ${OPEN};

  create or replace view application_tie as
    select a.id as application_id, t.account_id from application a join tie t on t.other_id = a.account_id
    union all select a.id, r.reviewer_id from application a
      join review r on r.application_id = a.id and r.round < a.round;`;
