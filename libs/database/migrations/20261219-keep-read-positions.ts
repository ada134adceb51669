import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A member who continues in a group under another name keeps their read positions. */
export class PlacesGoOn1795883700002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(PLACES);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

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
        select c.id, new.account_id, case c.history when 'start' then 0 else c.last_version end,
          c.last_version, c.last_version
        from channel c where c.group_id = new.group_id
      on conflict (channel_id, account_id) do update
        set joined_version = excluded.joined_version, read_version = excluded.read_version,
          arrived_version = excluded.arrived_version;
      return null;
    end $$;`;
