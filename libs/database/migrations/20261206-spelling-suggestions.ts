import type { MigrationInterface, QueryRunner } from 'typeorm';

const MEMBERS = '00000000-0000-0000-0000-000000000000';
/** The words in the changed rows that every member may see. Words under five letters are not matched by similarity. */
const WORDS = `select distinct substr(term, 3) as word from changed
    where scope = '${MEMBERS}' and term >= 'w:' and term < 'w;' and length(term) >= 7`;

// The upsert locks each word in a fixed order. If several transactions remove a word, the last of them therefore sees
// that no row uses the word any more.
const FOLLOW = `
  create table directory_word (word text collate "C" primary key);
  create index directory_word_near on directory_word using gin (word gin_trgm_ops);

  create function follow_directory_words() returns trigger language plpgsql as $$ begin
    insert into directory_word ${WORDS} order by 1 on conflict (word) do update set word = excluded.word;
    if tg_op = 'DELETE' then
      delete from directory_word w using (${WORDS}) c where w.word = c.word and not exists (
        select from directory_term t where t.scope = '${MEMBERS}' and t.term = 'w:' || w.word);
    end if;
    return null;
  end $$;
  create trigger directory_words_come after insert on directory_term
    referencing new table as changed for each statement execute function follow_directory_words();
  create trigger directory_words_go after delete on directory_term
    referencing old table as changed for each statement execute function follow_directory_words();`;

/** Creates the vocabulary of words that every member may see, for searches with typos. */
export class NearWords1764000000230 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(FOLLOW);
    await db.query(`insert into directory_word ${WORDS.replace('changed', 'directory_term')}`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
