import { Injectable } from '@nestjs/common';
import { messageAttachmentsSql } from '#attachments/attachment.entity.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { MessageBroadcaster } from '../delivery/message-broadcaster.js';
import { DeletedMessagesService } from './deleted-messages.service.js';
import { reactionCountsSql } from './reactions.service.js';

/** Maximum number of messages that one statement empties, because an account may have written any number of them. */
const BATCH = 5_000;

/** Removes an account's content from channels when the account ends. Its messages stay as entries without text. */
@Injectable()
export class MessageErasureService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly live: MessageBroadcaster,
    private readonly deleted: DeletedMessagesService,
  ) {}

  /**
   * Empties all messages of the account and deletes its reactions and its descriptions of others' files. Each changed
   * message gets the next number of its channel, so that clients learn of it when they catch up. Pending deletions of
   * the account can no longer be undone.
   */
  async takeBackEverything(accountId: string): Promise<void> {
    this.db.assertWriting();
    await this.deleted.forgetAccount(accountId);
    const channels = await this.db.query<{ id: string; base: number; ids: string[] }>(
      `with touched as (
         select id, channel_id, seq from message where account_id = $1 and deleted_at is null
         union select m.id, m.channel_id, m.seq from reaction r join message m on m.id = r.message_id
         where r.account_id = $1
         union select m.id, m.channel_id, m.seq from attachment f join message m on m.id = f.message_id
         where f.described_by_id = $1),
       counted as (
         select channel_id, array_agg(id order by seq) as ids, count(*)::int as count from touched group by channel_id),
       moved as (
         update channel c set last_version = c.last_version + counted.count from counted
         where c.id = counted.channel_id returning c.id, c.last_version - counted.count as base, counted.ids)
       select id, base, ids from moved order by id`,
      [accountId],
    );
    const ofTheirs = 'message_id in (select id from message where account_id = $1)';
    await this.db.query(`delete from earlier_text where ${ofTheirs}`, [accountId]);
    await this.db.query(`delete from reaction where account_id = $1 or ${ofTheirs}`, [accountId]);
    await this.db.query(
      `update attachment set text = '', described_by_id = null where described_by_id = $1`,
      [accountId],
    );
    for (const { id, base, ids } of channels) {
      for (let at = 0; at < ids.length; at += BATCH) {
        await this.empty(accountId, ids.slice(at, at + BATCH), base + at);
      }
      this.db.afterCommit(async () => this.live.tellGaps(id));
    }
  }

  /**
   * Empties the messages of the account, and refreshes the reactions and file descriptions shown with messages of
   * others.
   */
  private async empty(accountId: string, ids: readonly string[], base: number): Promise<void> {
    const kept = (column: string) =>
      `${column} = case when m.account_id = $1 then null else m.${column} end`;
    await this.db.query(
      `update message m set version = $4 + n.place, reactions = ${reactionCountsSql('m.id')},
         attachments = case when m.attachments is not null then ${messageAttachmentsSql('m.id')} end,
         body = case when m.account_id = $1 then '' else m.body end,
         deleted_at = case when m.account_id = $1 then coalesce(m.deleted_at, $3) else m.deleted_at end,
         is_answer = m.is_answer and m.account_id is distinct from $1,
         ${kept('reply_to_id')}, ${kept('pinned_at')},
         mention_ids = case when m.account_id = $1 then '{}' else m.mention_ids end,
         mentions_all = case when m.account_id = $1 then false else m.mentions_all end
       from unnest($2::uuid[]) with ordinality as n (id, place) where m.id = n.id`,
      [accountId, ids, this.clock.now(), base],
    );
  }
}
