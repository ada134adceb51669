import { Injectable } from '@nestjs/common';
import { messageAttachmentsSql } from '#attachments/attachment.entity.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { MessageBroadcaster } from '../delivery/message-broadcaster.js';
import { DeletedMessagesService } from './deleted-messages.service.js';
import { reactionCountsSql } from './reactions.service.js';

/** Maximum number of messages that one statement empties, because an account may have written any number of them. */
const BATCH = 5_000;
/** Maximum number of messages that one transaction changes after a membership ended. They stay locked meanwhile. */
const MEMBERSHIP_BATCH = 1_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** The author whose content is removed: an account, or an account under one membership. */
interface Author {
  readonly column: 'account_id' | 'membership_id';
  readonly id: string;
}

interface LockedMessage {
  readonly id: string;
  readonly channelId: string;
}

/** The messages of a membership that ended to which a batch of changes applies. */
export interface MembershipBatch {
  readonly membershipId: string;
  /** The id of the last message of the batch before. */
  readonly after?: string;
  /** Leaves out messages that are deleted already and lines, so that clients do not fetch them once more. */
  readonly skipsDeleted?: boolean;
  /** Only messages that were being posted while the membership ended. */
  readonly isLate?: boolean;
  /** The channels that the batches before changed. Clients learn of all batches together, so that feeds move once. */
  readonly channelIds?: readonly string[];
}

const LATE = `created_at > (select ended_at - interval '1 minute' from membership where id = $1)`;

/**
 * The next messages that show the author, or those to which the author reacted. Locked in the order of their ids, with a
 * lock that lets others post answers to them meanwhile.
 */
const nextOf = ({ skipsDeleted, isLate }: MembershipBatch, withReactions: boolean) => `
  select m.id, m.channel_id as "channelId" from message m where m.id in (
    select id from message where membership_id = $1 and id > $2
      ${skipsDeleted ? 'and deleted_at is null and retention is null' : ''} ${isLate ? `and ${LATE}` : ''}
    ${withReactions ? 'union select message_id from reaction where membership_id = $1 and message_id > $2' : ''}
    order by 1 limit ${MEMBERSHIP_BATCH})
  order by m.id for no key update of m`;

/**
 * Removes an author's content from channels when the account ends, or hides the author, or removes the content, when a
 * membership ended. The messages stay as entries without text.
 */
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
   * the account can no longer be undone. Messages that it wrote as a supporter of a case stay for the requester, under the name of
   * its participation.
   */
  async takeBackEverything(accountId: string): Promise<void> {
    this.db.assertWriting();
    await this.deleted.forgetAccount(accountId);
    const channels = await this.db.query<{ id: string; base: number; ids: string[] }>(
      `with touched as (
         select id, channel_id, seq from message
         where account_id = $1 and deleted_at is null and participation_id is null
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
    const ofTheirs =
      'message_id in (select id from message where account_id = $1 and participation_id is null)';
    await this.db.query(`delete from earlier_text where ${ofTheirs}`, [accountId]);
    await this.db.query(`delete from reaction where account_id = $1 or ${ofTheirs}`, [accountId]);
    await this.db.query(
      `update attachment set text = '', described_by_id = null where described_by_id = $1`,
      [accountId],
    );
    // Files that were sent in threads stay with their messages; the others are deleted with the account.
    await this.db.query(
      'update attachment set account_id = null where account_id = $1 and channel_id is not null and message_id is not null',
      [accountId],
    );
    for (const { id, base, ids } of channels) {
      for (let at = 0; at < ids.length; at += BATCH) {
        const author = { column: 'account_id', id: accountId } as const;
        await this.empty(author, ids.slice(at, at + BATCH), base + at);
      }
      this.db.afterCommit(async () => this.live.tellGaps(id));
    }
  }

  /**
   * Changes the next messages of a membership that ended. Each gets the next number of its channel, so that clients fetch
   * it without its author. If the former member deleted their messages, empties them and deletes their reactions; else
   * does nothing in a group without members, where nobody has a copy. Returns the next batch, or null after the last one.
   */
  async nextOfMembership(batch: MembershipBatch): Promise<MembershipBatch | null> {
    const { membershipId, after = FIRST_ID } = batch;
    this.db.assertWriting();
    const [found] = await this.db.query<{ isDeleted: boolean; hasReaders: boolean }>(
      `select m.messages_deleted_at is not null as "isDeleted", exists (
         select from membership o where o.group_id = m.group_id and o.ended_at is null) as "hasReaders"
       from membership m where m.id = $1 and m.ended_at is not null`,
      [membershipId],
    );
    if (!found || !(found.isDeleted || found.hasReaders)) return null;
    const values = [membershipId, after];
    const messages = await this.db.query<LockedMessage>(nextOf(batch, found.isDeleted), values);
    if (found.isDeleted)
      await this.deleteAddedBy(
        membershipId,
        messages.map(({ id }) => id),
      );
    for (const [channelId, some] of byChannel(messages)) {
      const ids = some.map(({ id }) => id);
      const base = await this.takeNumbers(channelId, ids.length);
      if (found.isDeleted)
        await this.empty({ column: 'membership_id', id: membershipId }, ids, base);
      else await this.renumber(ids, base);
    }
    const changed = messages.map(({ channelId }) => channelId);
    const channelIds = [...new Set([...(batch.channelIds ?? []), ...changed])];
    if (messages.length === MEMBERSHIP_BATCH)
      return { ...batch, after: messages.at(-1)!.id, channelIds };
    for (const id of channelIds) this.db.afterCommit(async () => this.live.tellGaps(id));
    return null;
  }

  private async deleteAddedBy(membershipId: string, ids: readonly string[]): Promise<void> {
    const ofTheirs =
      'message_id in (select id from message where membership_id = $1 and id = any($2))';
    await this.db.query(`delete from earlier_text where ${ofTheirs}`, [membershipId, ids]);
    await this.db.query(
      `delete from reaction where message_id = any($2) and membership_id = $1 or ${ofTheirs}`,
      [membershipId, ids],
    );
  }

  /** Takes the next numbers of a channel, which stays locked. Returns the number before the first one. */
  private async takeNumbers(channelId: string, count: number): Promise<number> {
    const [row] = await this.db.query<{ base: number }>(
      'update channel set last_version = last_version + $2 where id = $1 returning last_version - $2 as base',
      [channelId, count],
    );
    return row!.base;
  }

  private async renumber(ids: readonly string[], base: number): Promise<void> {
    await this.db.query(
      `update message m set version = $2 + n.place
       from unnest($1::uuid[]) with ordinality as n (id, place) where m.id = n.id`,
      [ids, base],
    );
  }

  /**
   * Empties the messages of the author, and refreshes the reactions and file descriptions shown with messages of others. A
   * former member's lines about the retention of a channel stay, because they tell the others why messages are gone.
   */
  private async empty({ column, id }: Author, ids: readonly string[], base: number): Promise<void> {
    const isLine = column === 'membership_id' ? 'm.retention is not null' : 'false';
    const isTheirs = `(m.${column} = $1 and not ${isLine})`;
    const kept = (name: string) => `${name} = case when ${isTheirs} then null else m.${name} end`;
    await this.db.query(
      `update message m set version = $4 + n.place, reactions = ${reactionCountsSql('m.id')},
         attachments = case when m.attachments is not null then ${messageAttachmentsSql('m.id')} end,
         body = case when ${isTheirs} then '' else m.body end,
         deleted_at = case when ${isTheirs} then coalesce(m.deleted_at, $3) else m.deleted_at end,
         is_answer = m.is_answer and ${isTheirs} is not true,
         ${kept('reply_to_id')}, ${kept('pinned_at')},
         mention_ids = case when ${isTheirs} then '{}' else m.mention_ids end,
         mentions_all = case when ${isTheirs} then false else m.mentions_all end
       from unnest($2::uuid[]) with ordinality as n (id, place) where m.id = n.id`,
      [id, ids, this.clock.now(), base],
    );
  }
}

/** The messages of each channel. Channels are locked in the order of their ids. */
const byChannel = (messages: readonly LockedMessage[]) =>
  [...Map.groupBy(messages, ({ channelId }) => channelId)].toSorted(([a], [b]) => (a < b ? -1 : 1));
