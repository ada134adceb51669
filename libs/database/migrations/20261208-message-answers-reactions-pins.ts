import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds answers, reactions, earlier texts and pins. A message stores the counts of its reactions, so that reading a
 * channel counts nothing; each reaction is also a row.
 */
export class MessageActs1764000000370 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table message
        add column reply_to_id uuid references message on delete set null,
        add column reactions jsonb,
        add column pinned_at timestamptz;
      create index message_reply on message (reply_to_id) where reply_to_id is not null;
      create index message_pinned on message (channel_id, pinned_at desc) where pinned_at is not null;

      create index channel_reader_joined on channel_reader (channel_id, joined_version);

      create table reaction (
        message_id uuid not null references message on delete cascade,
        account_id uuid not null references account on delete cascade,
        membership_id uuid references membership on delete set null,
        emoji text not null check (length(emoji) between 1 and 16),
        created_at timestamptz not null default now(),
        primary key (message_id, account_id, emoji));
      create index reaction_account on reaction (account_id);
      create index reaction_membership on reaction (membership_id) where membership_id is not null;

      create table earlier_text (
        message_id uuid not null references message on delete cascade,
        version int not null,
        body text not null,
        written_at timestamptz not null,
        primary key (message_id, version));

      create or replace view message_shown as
        select m.id, m.channel_id, m.seq, m.version, m.account_id,
          coalesce(m.membership_id, p.id) as author_id, coalesce(s.persona_name, f.text, '') as author_name,
          m.body, m.created_at, m.edited_at, m.deleted_at, m.client_key, m.reply_to_id, m.reactions, m.pinned_at
        from message m
          left join membership s on s.id = m.membership_id
          left join profile_field f on f.account_id = m.account_id and f.kind = 'name'
          left join profile p on m.membership_id is null and p.account_id = m.account_id;`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
