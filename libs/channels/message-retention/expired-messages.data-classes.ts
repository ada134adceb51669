import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { FilesService } from '#files/files.service.js';
import { DAY } from '#kernel/clock.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClassesService } from '#retention/data-classes.service.js';
import { DestructionReceiptsService } from '#retention/destruction-receipts.service.js';

/** Maximum number of messages deleted in one transaction. */
export const MESSAGE_PURGE_BATCH_SIZE = 2_000;
/**
 * How long the client keys of expired messages are stored. If the client retries later than that, the message is posted
 * as a new one.
 */
const KEYS_LAST = 30 * DAY;

/** Deletes expired messages. They are already hidden from every reader. */
@Injectable()
export class ExpiredMessages {
  constructor(
    private readonly db: Database,
    private readonly receipts: DestructionReceiptsService,
    private readonly files: FilesService,
    classes: DataClassesService,
  ) {
    classes.define({
      ...{ name: 'message', owner: DataOwner.person, purpose: DataPurpose.talking },
      lasts: 0,
      destroy: (before) => this.messages(before),
    });
    classes.define({
      ...{ name: 'spentKey', owner: DataOwner.person, purpose: DataPurpose.delivery },
      lasts: KEYS_LAST,
      destroy: (before) => this.keys(before),
    });
  }

  /** Returns whether there are expired messages to delete. Locked messages are left for the next run. */
  async isDue(before: Date): Promise<boolean> {
    const sql = 'select from message where expires_at <= $1 limit 1 for update skip locked';
    return (await this.db.query(sql, [before])).length > 0;
  }

  /**
   * Deletes expired messages. Foreign keys delete dependent rows, and the files are deleted after COMMIT. Client keys
   * are kept for a while, so that a client that never received the answer does not post the message again. Writes one
   * receipt per channel and day: a receipt per message would reveal who wrote when.
   */
  private async messages(before: Date): Promise<number> {
    const gone = await this.db.query<{ channel_id: string; count: number; files: string[] }>(
      `with due as (
         select id from message where expires_at <= $1 order by expires_at limit ${MESSAGE_PURGE_BATCH_SIZE} for update skip locked),
       gone as (delete from message m using due where m.id = due.id
         returning m.channel_id, m.account_id, m.client_key,
           array(select f.file from attachment f where f.message_id = m.id) as files),
       kept as (
         insert into spent_key (account_id, client_key, spent_on)
         select account_id, client_key, $1::timestamptz::date from gone where account_id is not null
         on conflict do nothing)
       select channel_id, count(*)::int as count, array(
         select f from gone g cross join lateral unnest(g.files) f where g.channel_id = gone.channel_id) as files
       from gone group by channel_id`,
      [before],
    );
    for (const file of gone.flatMap(({ files }) => files)) this.files.dropAfterCommit(file);
    await this.db.query(
      'update channel set last_message_at = null where last_message_at is not null and last_expires_at <= $1',
      [before],
    );
    const channels = gone.map(({ channel_id: subjectId }) => ({ subjectId, aboutId: null }));
    await this.receipts.recordDaily('message', 'Channel', channels);
    return gone.reduce((sum, { count }) => sum + count, 0);
  }

  private async keys(before: Date): Promise<number> {
    const gone = await this.db.query(
      'with gone as (delete from spent_key where spent_on < $1::timestamptz::date returning 1) select 1 from gone',
      [before],
    );
    return gone.length;
  }
}
