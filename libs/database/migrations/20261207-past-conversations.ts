import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * After an alliance ended, each of the two can read and put away their conversation. From `closed_at` on neither can
 * read it. Conversations that ended before this migration stay closed, as announced.
 */
export class PastConversations1764000000300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table alliance add column closed_at timestamptz;
      update alliance set closed_at = ended_at where ended_at is not null;
      alter table alliance add constraint alliance_closed_is_ended
        check (closed_at is null or ended_at is not null);
      create unique index alliance_open on alliance (low_id, high_id) where closed_at is null;
      create index alliance_past_high on alliance (high_id) where ended_at is not null and closed_at is null;
      alter table channel_reader add column put_away_at timestamptz;

      create view past_conversation as
        select y.account_id, y.other_id, y.alliance_id, c.id as channel_id, r.put_away_at is not null as is_put_away
        from (
          select low_id as account_id, high_id as other_id, id as alliance_id from alliance
            where ended_at is not null and closed_at is null
          union all select high_id, low_id, id from alliance where ended_at is not null and closed_at is null) y
          join channel c on c.alliance_id = y.alliance_id
          join channel_reader r on r.channel_id = c.id and r.account_id = y.account_id
        where not exists (
          select 1 from hidden_pair h where h.account_id = y.account_id and h.other_id = y.other_id);`);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
