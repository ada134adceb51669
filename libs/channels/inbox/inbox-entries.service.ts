import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { InboxChanged } from '../channels.events.js';
import { Message } from '../messages/message.entity.js';

/** Maximum number of channel changes processed in one transaction. */
const AT_ONCE = 1_000;
/** How long "mark everything as read" can be undone. */
const UNDO_MS = 30_000;

interface Place {
  group_id: string | null;
  after: number;
  last_version: number;
}

interface ReadInInbox {
  readonly messageId?: string;
  readonly channelId?: string;
  /** Omitted for the general feed. */
  readonly topicId?: string | null;
  readonly upTo?: number;
}

interface UnreadFrom {
  readonly channelId: string;
  readonly topicId: string | null;
  readonly from: number;
}

interface EntryRow {
  account_id: string;
  message_id: string;
}

/**
 * Brings the inbox entries of changed messages up to date. Parameters: $1 channel, $2 and $3 the range of changes, $4
 * its group, $5 now. Entries are added for readers whom the messages mention or answer; entries that no longer apply
 * are deleted. A message at or below $2 adds entries only if an edit changed its mentions; such entries are unread.
 * Reactions add none. A message that was posted in the range is included even if a later change gave it a version after
 * $3.
 */
const RECONCILE = `
  with touched as (
    select id, seq, topic_id, account_id, mention_ids, mentions_all, reply_to_id, deleted_at, created_at, expires_at,
      seq > $2 or coalesce(named_version > $2, false) as is_new
    from message where channel_id = $1 and version > $2 and (version <= $3 or seq <= $3)
  ), wanted as (
    select distinct on (r.account_id, t.id) r.account_id, t.id as message_id, t.seq, t.is_new, w.kind,
      case when t.seq > $2 then t.created_at else $5::timestamptz end as noticed_at,
      case when t.seq > $2 and t.seq <= case when t.topic_id is null then r.read_version
        else coalesce(tr.read_version, r.arrived_version) end then $5::timestamptz end as read_at
    from touched t cross join lateral (
        select s.account_id, 'mention' as kind from membership s
          where s.group_id = $4::uuid and s.ended_at is null and (t.mentions_all or s.id = any(t.mention_ids)
            and (s.is_listed or s.role = 'steward'
              or exists (select 1 from membership_said a where a.membership_id = s.id)))
        union all select p.account_id, 'mention' from profile p
          where $4::uuid is null and p.id = any(t.mention_ids)
        union all select o.account_id, 'reply' from message o
          where o.id = t.reply_to_id and o.channel_id = $1 and o.expires_at > $5) w
      join channel_reader r on r.channel_id = $1 and r.account_id = w.account_id and r.joined_version < t.seq
      left join topic_reader tr on tr.topic_id = t.topic_id and tr.account_id = r.account_id
    where t.deleted_at is null and t.expires_at > $5 and w.account_id is distinct from t.account_id and (
      exists (select 1 from membership s
        where s.group_id = $4 and s.account_id = r.account_id and s.ended_at is null)
      or exists (select 1 from channel c join ally y on y.alliance_id = c.alliance_id
        where c.id = $1 and y.account_id = r.account_id))
    order by r.account_id, t.id, w.kind
  ), gone as (
    delete from inbox_entry e using touched t
    where e.message_id = t.id and not exists (
      select 1 from wanted w where w.message_id = e.message_id and w.account_id = e.account_id)
    returning e.account_id, e.message_id
  ), added as (
    insert into inbox_entry (account_id, message_id, channel_id, seq, kind, noticed_at, read_at)
      select account_id, message_id, $1, seq, kind, noticed_at, read_at from wanted where is_new
    on conflict (account_id, message_id) do nothing
    returning account_id, message_id, read_at
  )
  select account_id, message_id, true as is_gone from gone
  union all select account_id, message_id, false from added where read_at is null`;

/** The inbox entries of accounts: mentions of them and answers to their messages. */
@Injectable()
export class InboxEntriesService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Processes the changes of a channel after its cursor. Cursor and entries are written in one transaction, so an
   * interrupted run is repeated.
   */
  async catchUp(channelId: string): Promise<void> {
    while (await this.db.write(() => this.step(channelId)));
  }

  /** Returns the channels whose cursor is behind, beginning with the channel that has waited longest. */
  async behind(): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `select c.id from channel c left join inbox_cursor k on k.channel_id = c.id
       where c.last_version > coalesce(k.version, 0) order by c.last_message_at, c.id limit 1000`,
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Deletes the entries of a group that the accounts left. If an account rejoined, keeps entries from after it
   * rejoined. Call inside an event handler.
   */
  async forgetGroup(accountIds: readonly string[], groupId: string): Promise<void> {
    // Waits for a job that is adding entries for these accounts.
    await this.db.query(
      `select from inbox_cursor k join channel c on c.id = k.channel_id where c.group_id = $1
       order by k.channel_id for key share of k`,
      [groupId],
    );
    await this.db.query(
      `delete from inbox_entry e using channel c, channel_reader r
       where c.id = e.channel_id and e.account_id = any($1) and c.group_id = $2
         and r.channel_id = c.id and r.account_id = e.account_id
         and (e.seq <= r.joined_version or not exists (select 1 from membership s
           where s.group_id = $2 and s.account_id = e.account_id and s.ended_at is null))`,
      [accountIds, groupId],
    );
  }

  /** Returns the added entries that are unread in the inbox of their account. */
  async heard(added: readonly { accountId: string; messageId: string }[]) {
    const rows = await this.db.query<EntryRow>(
      `select e.account_id, e.message_id from unnest($1::uuid[], $2::uuid[]) as n (account_id, message_id)
       join inbox_shown e using (account_id, message_id) where e.read_at is null and e.expires_at > $3`,
      [added.map((one) => one.accountId), added.map((one) => one.messageId), this.clock.now()],
    );
    return rows.map(({ account_id: accountId, message_id: messageId }) => ({
      accountId,
      messageId,
    }));
  }

  /** Returns the accounts that may have seen a removed entry, each with the channel of the entry. */
  async missed(gone: readonly { accountId: string; messageId: string }[]) {
    return this.db.query<{ accountId: string; channelId: string }>(
      `select distinct h.account_id as "accountId", h.channel_id as "channelId"
       from unnest($1::uuid[], $2::uuid[]) as n (account_id, message_id)
       join heard_message h using (account_id, message_id) where h.level <> 'none'`,
      [gone.map((one) => one.accountId), gone.map((one) => one.messageId)],
    );
  }

  /**
   * Builds the query of the messages in the viewer's inbox that the viewer may read now. The alias of the inbox entry
   * is `e`.
   */
  list(viewer: Viewer) {
    return this.access
      .list(Message, viewer)
      .innerJoin('inbox_shown', 'e', 'e.message_id = it.id and e.account_id = :me', {
        me: viewer.accountId,
      });
  }

  /** Prevents jobs from adding inbox entries of this channel until COMMIT. */
  async hold(channelId: string): Promise<void> {
    this.db.assertWriting();
    await this.begin(channelId);
    const sql = 'select from inbox_cursor where channel_id = $1 for key share';
    await this.db.query(sql, [channelId]);
  }

  /** Marks all entries as read. Returns whether any entry was unread. */
  async readAll({ accountId }: Viewer): Promise<boolean> {
    const rows = await this.db.query(
      `update inbox_entry set read_at = $2, is_read_with_all = true
       where account_id = $1 and read_at is null returning 1`,
      [accountId, this.clock.now()],
    );
    return rows.length > 0;
  }

  /**
   * Marks as unread the entries that `readAll` marked as read less than 30 s ago. Returns whether there were such
   * entries.
   */
  async undoReadAll({ accountId }: Viewer): Promise<boolean> {
    const rows = await this.db.query(
      `update inbox_entry set read_at = null, is_read_with_all = false
       where account_id = $1 and is_read_with_all and read_at > $2 returning 1`,
      [accountId, this.clock.in(-UNDO_MS)],
    );
    return rows.length > 0;
  }

  /** Marks one message, or a feed up to a number, as read. Returns whether any entry was unread. */
  async read(viewer: Viewer, of: ReadInInbox): Promise<boolean> {
    const rows = await this.db.query(
      `update inbox_entry set read_at = $2, is_read_with_all = false
       where account_id = $1 and (read_at is null or is_read_with_all)
         and ($3::uuid is null or message_id = $3) and ($4::uuid is null or channel_id = $4)
         and ($5::int is null or seq <= $5 and exists (select from message m
           where m.id = message_id and m.topic_id is not distinct from $6)) returning 1`,
      [
        viewer.accountId,
        this.clock.now(),
        of.messageId ?? null,
        of.channelId ?? null,
        of.upTo ?? null,
        of.topicId ?? null,
      ],
    );
    return rows.length > 0;
  }

  /** Marks the entries of a feed from this number on as unread. */
  async unread({ accountId }: Viewer, { channelId, topicId, from }: UnreadFrom): Promise<void> {
    await this.db.query(
      `update inbox_entry set read_at = null where account_id = $1 and channel_id = $2 and seq >= $3
         and exists (select from message m where m.id = message_id and m.topic_id is not distinct from $4)`,
      [accountId, channelId, from, topicId],
    );
  }

  private async step(channelId: string): Promise<boolean> {
    const place = await this.lock(channelId);
    if (!place || place.after >= place.last_version) return false;
    const upTo = Math.min(place.last_version, place.after + AT_ONCE);
    const values = [channelId, place.after, upTo, place.group_id, this.clock.now()];
    const rows = await this.db.query<EntryRow & { is_gone: boolean }>(RECONCILE, values);
    const move = 'update inbox_cursor set version = $2 where channel_id = $1';
    await this.db.query(move, [channelId, upTo]);
    await this.tell(rows);
    return upTo < place.last_version;
  }

  /** Locks the cursor, so that one node at a time processes a channel. */
  private async lock(channelId: string): Promise<Place | undefined> {
    await this.begin(channelId);
    const [row] = await this.db.query<Place>(
      `select c.group_id, c.last_version, k.version as after
       from inbox_cursor k join channel c on c.id = k.channel_id where k.channel_id = $1 for update of k`,
      [channelId],
    );
    return row;
  }

  private async begin(channelId: string): Promise<void> {
    await this.db.query(
      `insert into inbox_cursor (channel_id, version) select id, 0 from channel where id = $1
       on conflict (channel_id) do nothing`,
      [channelId],
    );
  }

  private async tell(rows: readonly (EntryRow & { is_gone: boolean })[]): Promise<void> {
    if (rows.length === 0) return;
    const those = (isGone: boolean) =>
      rows
        .filter((row) => row.is_gone === isGone)
        .map(({ account_id: accountId, message_id: messageId }) => ({ accountId, messageId }));
    await this.events.record(InboxChanged, { added: those(false), gone: those(true) });
  }
}
