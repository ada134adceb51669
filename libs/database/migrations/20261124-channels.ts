import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Channels1764000000060 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const part of [TABLES, PLACES, SHOWN]) await db.query(part);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const STAMPS = `created_at timestamptz not null default now(), updated_at timestamptz not null default now()`;

// `last_version` counts every change of a channel. A new message takes the next number as its `seq` and `version`; an
// edit or deletion takes it as its `version` only. The row lock keeps the numbers in the order of commits.
const TABLES = `
  create table channel (
    id uuid primary key default gen_random_uuid(), ${STAMPS},
    group_id uuid references "group" on delete cascade,
    alliance_id uuid references alliance on delete cascade,
    kind text not null default 'standard' check (kind = 'standard'),
    history text not null default 'joining' check (history in ('joining', 'start')),
    name text not null default '', last_version int not null default 0,
    last_message_at timestamptz, archived_at timestamptz,
    check ((group_id is null) <> (alliance_id is null)));
  create index channel_group on channel (group_id, created_at, id);
  create unique index channel_alliance on channel (alliance_id);

  create table message (
    id uuid primary key default uuidv7(), ${STAMPS},
    channel_id uuid not null references channel on delete cascade,
    seq int not null, version int not null,
    account_id uuid references account on delete set null,
    membership_id uuid references membership on delete set null,
    -- Made by the sending client, not the id of a row.
    client_key uuid not null, body text not null,
    edited_at timestamptz, deleted_at timestamptz);
  create unique index message_seq on message (channel_id, seq desc);
  create unique index message_version on message (channel_id, version);
  create unique index message_once on message (account_id, client_key);
  create index message_membership on message (membership_id);

  create table channel_reader (
    channel_id uuid not null references channel on delete cascade,
    account_id uuid not null references account on delete cascade,
    joined_version int not null, read_version int not null,
    primary key (channel_id, account_id));
  create index channel_reader_account on channel_reader (account_id);`;

// A trigger adds each new membership to every channel of its group in the same transaction, whichever code inserted it.
const PLACES = `
  create function take_places() returns trigger language plpgsql as $$
    begin
      insert into channel_reader (channel_id, account_id, joined_version, read_version)
        select c.id, new.account_id, case c.history when 'start' then 0 else c.last_version end, c.last_version
        from channel c where c.group_id = new.group_id
      on conflict (channel_id, account_id) do update
        set joined_version = excluded.joined_version, read_version = excluded.read_version;
      return null;
    end $$;
  create trigger membership_takes_places after insert on membership
    for each row execute function take_places();

  create function give_places() returns trigger language plpgsql as $$
    begin
      insert into channel_reader (channel_id, account_id, joined_version, read_version)
        select new.id, m.account_id, 0, 0 from membership m
        where m.group_id = new.group_id and m.ended_at is null
        union
        select new.id, y.account_id, 0, 0 from ally y where y.alliance_id = new.alliance_id;
      return null;
    end $$;
  create trigger channel_gives_places after insert on channel
    for each row execute function give_places();`;

const SHOWN = `
  create view message_shown as
    select m.id, m.channel_id, m.seq, m.version, m.account_id,
      coalesce(m.membership_id, p.id) as author_id, coalesce(s.persona_name, f.text, '') as author_name,
      m.body, m.created_at, m.edited_at, m.deleted_at, m.client_key
    from message m
      left join membership s on s.id = m.membership_id
      left join profile_field f on f.account_id = m.account_id and f.kind = 'name'
      left join profile p on m.membership_id is null and p.account_id = m.account_id;`;
