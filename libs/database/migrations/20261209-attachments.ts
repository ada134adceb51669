import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds files to messages. A message stores what is displayed of its files, so that reading a channel needs no join. A
 * trigger deletes the files of every message that is emptied.
 */
export class Attachments1764000000450 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.files(db);
    await this.messages(db);
  }

  private async files(db: QueryRunner): Promise<void> {
    await db.query(`
      create table attachment (
        id uuid primary key default gen_random_uuid(),
        account_id uuid not null references account on delete cascade,
        message_id uuid references message on delete cascade,
        described_by_id uuid references account on delete set null,
        state text not null check (state in ('uploading', 'checking', 'ready', 'refused')),
        refusal text,
        kind text not null check (kind in ('image', 'voice', 'document')),
        name text not null,
        type text not null,
        bytes int not null check (bytes > 0),
        width int,
        height int,
        seconds real,
        text text not null default '',
        removed text[] not null default '{}',
        file text,
        place int not null default 0,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        check (message_id is null or state = 'ready'),
        check ((state = 'ready') = (file is not null)));
      create index attachment_account on attachment (account_id);
      create index attachment_message on attachment (message_id) where message_id is not null;
      create index attachment_unsent on attachment (created_at) where message_id is null;
      create index attachment_described_by on attachment (described_by_id) where described_by_id is not null;`);
  }

  private async messages(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table message add column attachments jsonb;

      create function forget_attachments() returns trigger language plpgsql as $$
      begin
        delete from attachment where message_id = new.id;
        new.attachments := null;
        return new;
      end $$;
      create trigger forget_attachments before update of deleted_at on message for each row
        when (new.deleted_at is not null and old.attachments is not null) execute function forget_attachments();

      create or replace view message_shown as
        select m.id, m.channel_id, m.seq, m.version, m.account_id,
          coalesce(m.membership_id, p.id) as author_id, coalesce(s.persona_name, f.text, '') as author_name,
          m.body, m.created_at, m.edited_at, m.deleted_at, m.client_key, m.reply_to_id, m.reactions, m.pinned_at,
          m.mention_ids, m.mentions_all, m.attachments
        from message m
          left join membership s on s.id = m.membership_id
          left join profile_field f on f.account_id = m.account_id and f.kind = 'name'
          left join profile p on m.membership_id is null and p.account_id = m.account_id;`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
