import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Creates the search index of messages. Each word is prefixed with the beginning of the channel's id, so that a search
 * reads no other channel. A trigger deletes the words of a changed message in the same statement; the transaction that
 * changed it inserts the new ones, and the indexing job skips outdated text (`version`).
 */
export class MessageWords1764000000440 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table message_words (
        message_id uuid primary key references message on delete cascade,
        channel_id uuid not null references channel on delete cascade,
        seq int not null,
        version int not null,
        said_at timestamptz not null,
        words tsvector not null);
      create index message_words_newest on message_words (channel_id, said_at desc, message_id desc);
      -- Without a list of what waits to be sorted in: each search would read all of it, whoever said it.
      create index message_words_found on message_words using gin (words) with (fastupdate = off);

      create table channel_words (
        channel_id uuid primary key references channel on delete cascade,
        up_to int not null);

      create function forget_words() returns trigger language plpgsql as $$
        begin
          insert into message_words (message_id, channel_id, seq, version, said_at, words)
            values (new.id, new.channel_id, new.seq, new.version, date_trunc('milliseconds', new.created_at), '')
          on conflict (message_id) do update set words = '', version = excluded.version;
          return null;
        end $$;
      create trigger message_forgets_words after update of body, deleted_at on message for each row
        when (old.body is distinct from new.body or old.deleted_at is distinct from new.deleted_at)
        execute function forget_words();`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
