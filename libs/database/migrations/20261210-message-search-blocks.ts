import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Prefixes words with a block of their channel (`BLOCK`); the indexing job rebuilds them. The planner needs no
 * statistics about words, which would keep some of them readable; dropping the column deletes the old statistics.
 */
export class WordsByBlock1764000000515 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      lock table channel_words in exclusive mode;
      delete from channel_words;
      truncate message_words;
      alter table message_words drop column words;
      alter table message_words add column words tsvector not null;
      alter table message_words alter column words set statistics 0;
      -- Without a list of what waits to be sorted in: each search would read all of it, whoever said it.
      create index message_words_found on message_words using gin (words) with (fastupdate = off);
      create index message_words_seq on message_words (channel_id, seq);

      -- How often words were taken away, and up to where the index was made anew since: it never lets go of a word by itself.
      create sequence words_forgotten minvalue 0;
      create sequence words_tidied minvalue 0;
      select setval('words_forgotten', 0), setval('words_tidied', 0);

      create or replace function forget_words() returns trigger language plpgsql as $$
        begin
          insert into message_words (message_id, channel_id, seq, version, said_at, words)
            values (new.id, new.channel_id, new.seq, new.version, date_trunc('milliseconds', new.created_at), '')
          on conflict (message_id) do update set words = '', version = excluded.version;
          -- Once the table is locked: whoever makes the index anew then waits for this transaction.
          perform nextval('words_forgotten');
          return null;
        end $$;
      create function count_forgotten() returns trigger language plpgsql as $$
        begin
          perform nextval('words_forgotten');
          return null;
        end $$;
      create trigger message_words_gone after delete on message_words for each statement execute function count_forgotten();`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
