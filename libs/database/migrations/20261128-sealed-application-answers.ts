import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Seals the answers of applications, and the text of a decision while the application exists. */
export class SealedFiles1764000000120 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table application drop column answers, add column answers bytea;
      create index application_kept on application (decided_at) where answers is not null and decided_at is not null;

      delete from application_question;
      alter table application_question drop column body, drop column answer,
        add column body bytea not null, add column answer bytea;

      delete from review;
      alter table review drop column reason, add column reason bytea not null;

      alter table vouch drop column relation, drop column statement,
        add column relation bytea, add column statement bytea;
      alter table decision drop column words, add column words bytea;

      drop trigger application_forgets_vouch_texts on application;
      drop function forget_vouch_texts();
      create function forget_words_about() returns trigger language plpgsql as $$
        begin
          update vouch set relation = null, statement = null, attestations = '{}' where application_id = old.id;
          update decision set words = null where application_id = old.id;
          return old;
        end $$;
      create trigger application_forgets_words before delete on application
        for each row execute function forget_words_about();`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
