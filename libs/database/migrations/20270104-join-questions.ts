import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Gives groups up to five join questions, and join requests sealed answers. A migration has no seal key, so the earlier
 * answers wait in `unsealed_join_answer` until the application seals them at its start. An answer gets the wording of
 * its question only if the group did not change since it was written.
 */
export class JoinQuestions1795969000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table "group" add column questions text[] not null default '{}' check (cardinality(questions) <= 5);
      update "group" set questions = array[question] where question <> '';

      alter table join_request add column answers bytea;
      create index join_request_answers_end on join_request (decided_at)
        where answers is not null and decided_at is not null;
      create table unsealed_join_answer (
        join_request_id uuid primary key references join_request on delete cascade,
        question text not null, answer text not null);
      insert into unsealed_join_answer
        select r.id, case when g.updated_at <= r.created_at then g.question else '' end, r.answer
        from join_request r join "group" g on g.id = r.group_id where r.answer <> '';

      -- A dropped column stays in its rows on disk; an emptied one goes with the next vacuum.
      update join_request set answer = '' where answer <> '';
      alter table join_request drop column answer;
      alter table "group" drop column question;`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
