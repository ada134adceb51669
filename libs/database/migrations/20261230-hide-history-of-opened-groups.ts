import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A member who joins after a group became less private cannot read earlier messages in any of its channels. */
export class LessPrivateGroups1795928418501 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(OPENED);
    await db.query(PLACES);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

const OPENED = `
  alter table channel add column opened_version int not null default 0;

  create function openness(is_listed boolean, access text) returns int language sql immutable as $$
    select case when is_listed then array_position(array['invitation', 'request', 'open'], access) else 0 end $$;

  create function close_history() returns trigger language plpgsql as $$
    begin
      update channel set opened_version = last_version where group_id = new.id;
      return null;
    end $$;
  create trigger group_close_history after update of is_listed, access on "group" for each row
    when (openness(new.is_listed, new.access) > openness(old.is_listed, old.access))
    execute function close_history();`;

const PLACES = `
  create or replace function take_places() returns trigger language plpgsql as $$
    begin
      -- The same place under another membership: the one before ended in this very moment.
      if exists (select 1 from membership m where m.account_id = new.account_id
          and m.group_id = new.group_id and m.ended_at = new.joined_at) then
        return null;
      end if;
      delete from topic_reader r using topic t join channel c on c.id = t.channel_id
        where r.topic_id = t.id and r.account_id = new.account_id and c.group_id = new.group_id;
      insert into channel_reader (channel_id, account_id, joined_version, read_version, arrived_version)
        select c.id, new.account_id, case c.history when 'start' then c.opened_version else c.last_version end,
          c.last_version, c.last_version
        from channel c where c.group_id = new.group_id
      on conflict (channel_id, account_id) do update
        set joined_version = excluded.joined_version, read_version = excluded.read_version,
          arrived_version = excluded.arrived_version;
      return null;
    end $$;`;
