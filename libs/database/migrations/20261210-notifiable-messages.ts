import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stores when a message's mentions last changed, and defines which messages an account may be notified of. */
export class HeardMessages1764000000480 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table message add column named_version int');
    await db.query(HEARD);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}

// Contains only current readers of the channel whom no block separates from the author, by the same rule as
// `inbox_shown`.
const HEARD = `
  create view heard_message as
    select r.account_id, m.id as message_id, m.channel_id, m.created_at,
      coalesce(r.level, case when c.group_id is null then 'all' else 'mentions' end) as level,
      c.last_message_at as channel_spoken_at,
      m.seq > greatest(r.read_version, r.joined_version) and m.deleted_at is null and c.archived_at is null
        and m.account_id is distinct from r.account_id as is_unread
    from channel_reader r
      join channel c on c.id = r.channel_id
      join message m on m.channel_id = r.channel_id and m.seq > r.joined_version
      left join membership author on author.id = m.membership_id
      left join membership mine on mine.group_id = c.group_id and mine.account_id = r.account_id and mine.ended_at is null
      left join ally y on y.alliance_id = c.alliance_id and y.account_id = r.account_id
    where (mine.id is not null or y.alliance_id is not null)
      and (author.persona_name is not null or mine.persona_name is not null or not exists (
        select 1 from hidden_pair h where h.account_id = r.account_id and h.other_id = m.account_id))
      and not exists (select 1 from block b where b.blocker_id = r.account_id and b.membership_id = author.id)
      and not exists (select 1 from block b where b.blocker_id = m.account_id and b.membership_id = mine.id);`;
