import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds mentions and the inbox. A message stores the mentioned ids unchecked, so that posting looks up no account. A job
 * reads new messages from the channel's cursor on and inserts the inbox entries.
 */
export class Mentions1764000000430 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [TABLES, SHOWN, INBOX]) await db.query(part);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

// Cursors start at the current version: messages from before this migration create no inbox entries.
const TABLES = `
  alter table message
    add column mention_ids uuid[] not null default '{}',
    add column mentions_all boolean not null default false;
  alter table channel_reader
    add column level text check (level in ('all', 'mentions', 'none'));

  create table inbox_cursor (
    channel_id uuid primary key references channel on delete cascade,
    version int not null);
  insert into inbox_cursor (channel_id, version) select id, last_version from channel;

  create table inbox_entry (
    account_id uuid not null references account on delete cascade,
    message_id uuid not null references message on delete cascade,
    channel_id uuid not null references channel on delete cascade,
    seq int not null,
    kind text not null check (kind in ('mention', 'reply')),
    noticed_at timestamptz not null,
    read_at timestamptz,
    primary key (account_id, message_id));
  create index inbox_entry_message on inbox_entry (message_id);
  create index inbox_entry_channel on inbox_entry (channel_id, account_id, seq);
  create index inbox_entry_newest on inbox_entry (account_id, noticed_at desc, message_id desc);
  create index inbox_entry_unread on inbox_entry (account_id) where read_at is null;`;

const SHOWN = `
  create or replace view message_shown as
    select m.id, m.channel_id, m.seq, m.version, m.account_id,
      coalesce(m.membership_id, p.id) as author_id, coalesce(s.persona_name, f.text, '') as author_name,
      m.body, m.created_at, m.edited_at, m.deleted_at, m.client_key, m.reply_to_id, m.reactions, m.pinned_at,
      m.mention_ids, m.mentions_all
    from message m
      left join membership s on s.id = m.membership_id
      left join profile_field f on f.account_id = m.account_id and f.kind = 'name'
      left join profile p on m.membership_id is null and p.account_id = m.account_id;`;

// Applies the reader's notification level and blocks. For a persona, only a block of that persona counts: a block of
// the account would disclose who is behind the persona.
const INBOX = `
  create view inbox_shown as
    select e.account_id, e.message_id, e.channel_id, e.seq, e.kind, e.noticed_at, e.read_at
    from inbox_entry e
      join message m on m.id = e.message_id and m.deleted_at is null
      join channel_reader r on r.channel_id = e.channel_id and r.account_id = e.account_id
      left join membership author on author.id = m.membership_id
      left join membership mine on mine.group_id = author.group_id and mine.account_id = e.account_id and mine.ended_at is null
    where r.level is distinct from 'none'
      and (author.persona_name is not null or mine.persona_name is not null or not exists (
        select 1 from hidden_pair h where h.account_id = e.account_id and h.other_id = m.account_id))
      and not exists (select 1 from block b where b.blocker_id = e.account_id and b.membership_id = author.id)
      and not exists (select 1 from block b where b.blocker_id = m.account_id and b.membership_id = mine.id);`;
