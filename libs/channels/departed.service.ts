import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Live } from './live.js';

/** What happens in channels when an account ends: its messages stay as gaps without text. */
@Injectable()
export class DepartedService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly live: Live,
  ) {}

  /**
   * Empties every message of the account, each with the next number of its channel, so that whoever catches up hears of
   * it. Inside write().
   */
  async takeBackEverything(accountId: string): Promise<void> {
    const channels = await this.db.query<{ id: string; base: number }>(
      `with mine as (
         select channel_id, count(*)::int as count from message
         where account_id = $1 and deleted_at is null group by channel_id),
       moved as (
         update channel c set last_version = c.last_version + mine.count from mine where c.id = mine.channel_id
         returning c.id, c.last_version - mine.count as base)
       select id, base from moved order by id`,
      [accountId],
    );
    for (const { id, base } of channels) {
      await this.db.query(
        `update message m set body = '', deleted_at = $3, version = $4 + n.place from (
           select id, row_number() over (order by seq)::int as place from message
           where account_id = $1 and channel_id = $2 and deleted_at is null) n
         where m.id = n.id`,
        [accountId, id, this.clock.now(), base],
      );
      this.db.afterCommit(async () => this.live.tellNews(id));
    }
  }
}
