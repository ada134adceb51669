import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Creates named threads inside channels. Sequence numbers stay those of the channel; each feed has an index for paging.
 * The read position is stored per topic; without one, `arrived_version` marks the messages from before the member
 * joined.
 */
export class Topics1764000000490 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [TABLES, PLACES, SHOWN, HEARD]) await db.query(part);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const TABLES = `
  create table topic (
    id uuid primary key default uuidv7(),
    created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
    channel_id uuid not null references channel on delete cascade,
    -- Who made it; null once that membership is gone.
    membership_id uuid references membership on delete set null,
    name text not null check (name <> ''),
    closed_at timestamptz);
  create index topic_channel on topic (channel_id);
  create index topic_membership on topic (membership_id) where membership_id is not null;

  create table topic_reader (
    topic_id uuid not null references topic on delete cascade,
    account_id uuid not null references account on delete cascade,
    read_version int not null,
    primary key (topic_id, account_id));
  create index topic_reader_account on topic_reader (account_id);

  alter table channel_reader add column arrived_version int not null default 0;
  alter table message add column topic_id uuid references topic on delete cascade;
  create index message_general on message (channel_id, seq desc) where topic_id is null;
  create index message_topic on message (topic_id, seq desc) where topic_id is not null;`;

// A member who left and rejoins also starts with new read positions in the topics.
const PLACES = `
  create or replace function take_places() returns trigger language plpgsql as $$
    begin
      delete from topic_reader r using topic t join channel c on c.id = t.channel_id
        where r.topic_id = t.id and r.account_id = new.account_id and c.group_id = new.group_id;
      insert into channel_reader (channel_id, account_id, joined_version, read_version, arrived_version)
        select c.id, new.account_id, case c.history when 'start' then 0 else c.last_version end,
          c.last_version, c.last_version
        from channel c where c.group_id = new.group_id
      on conflict (channel_id, account_id) do update
        set joined_version = excluded.joined_version, read_version = excluded.read_version,
          arrived_version = excluded.arrived_version;
      return null;
    end $$;`;

const SHOWN = `
  create or replace view message_shown as
    select m.id, m.channel_id, m.seq, m.version, m.account_id,
      coalesce(m.membership_id, p.id) as author_id, coalesce(s.persona_name, f.text, '') as author_name,
      m.body, m.created_at, m.edited_at, m.deleted_at, m.client_key, m.reply_to_id, m.reactions, m.pinned_at,
      m.mention_ids, m.mentions_all, m.attachments, m.topic_id
    from message m
      left join membership s on s.id = m.membership_id
      left join profile_field f on f.account_id = m.account_id and f.kind = 'name'
      left join profile p on m.membership_id is null and p.account_id = m.account_id;`;

// Whether a message is unread depends on the read position of its own feed.
const HEARD = `
  create or replace view heard_message as
    select r.account_id, m.id as message_id, m.channel_id, m.created_at,
      coalesce(r.level, case when c.group_id is null then 'all' else 'mentions' end) as level,
      c.last_message_at as channel_spoken_at,
      m.seq > greatest(r.joined_version, case when m.topic_id is null then r.read_version
          else coalesce(tr.read_version, r.arrived_version) end) and m.deleted_at is null and c.archived_at is null
        and m.account_id is distinct from r.account_id as is_unread
    from channel_reader r
      join channel c on c.id = r.channel_id
      join message m on m.channel_id = r.channel_id and m.seq > r.joined_version
      left join topic_reader tr on tr.topic_id = m.topic_id and tr.account_id = r.account_id
      left join membership author on author.id = m.membership_id
      left join membership mine on mine.group_id = c.group_id and mine.account_id = r.account_id and mine.ended_at is null
      left join ally y on y.alliance_id = c.alliance_id and y.account_id = r.account_id
    where (mine.id is not null or y.alliance_id is not null)
      and (author.persona_name is not null or mine.persona_name is not null or not exists (
        select 1 from hidden_pair h where h.account_id = r.account_id and h.other_id = m.account_id))
      and not exists (select 1 from block b where b.blocker_id = r.account_id and b.membership_id = author.id)
      and not exists (select 1 from block b where b.blocker_id = m.account_id and b.membership_id = mine.id);`;
