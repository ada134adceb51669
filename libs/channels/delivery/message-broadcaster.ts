import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '#database/database.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { RemoteMessageDelivery } from './remote-message-delivery.js';
import { InboxJobs } from '../inbox/inbox.jobs.js';
import type { MessageView } from '../messages/message.entity.js';
import { MessageIndexJobs } from '../search/message-index.jobs.js';
import { toMessageFrame } from '../messages/message-view.js';

const NEWS_EVERY_MS = 1_000;

/**
 * Broadcasts messages. Sockets that watch the channel get the message; all its readers get a change notice, at most
 * once a second. Delivery is best effort: a client that missed a message fetches the changes.
 */
@Injectable()
export class MessageBroadcaster implements OnApplicationShutdown {
  private readonly waiting = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly db: Database,
    private readonly realtime: RealtimeService,
    private readonly elsewhere: RemoteMessageDelivery,
    private readonly inbox: InboxJobs,
    private readonly words: MessageIndexJobs,
  ) {}

  /** Broadcasts a new message. Call after COMMIT. */
  tell(message: MessageView): void {
    this.send(message);
    this.inbox.soon(message);
    this.words.soon();
    this.tellNews(message.channelId);
  }

  /**
   * Broadcasts a changed message to all readers except those whose history begins after the message. Call after COMMIT.
   */
  async tellChange(message: MessageView): Promise<void> {
    const { channelId, seq } = message;
    const rows = await this.db.named<{ account_id: string }>(
      'channel-readers-after',
      'select account_id from channel_reader where channel_id = $1 and joined_version >= $2',
      [channelId, seq],
    );
    const except = rows.map((row) => row.account_id);
    this.send(message, except);
    this.inbox.soon(message);
    this.tellNews(channelId);
  }

  onApplicationShutdown() {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
  }

  /** Notifies the readers of the channel that something changed, at most once a second. Call after COMMIT. */
  tellNews(channelId: string): void {
    if (this.waiting.has(channelId)) return;
    const tell = () => {
      this.waiting.delete(channelId);
      const since = this.realtime.mark();
      // Ignore failures: the next notice replaces a lost one.
      void this.readersOf(channelId).then(
        (ids) => this.tellThem(ids, channelId, since),
        () => undefined,
      );
    };
    this.waiting.set(channelId, setTimeout(tell, NEWS_EVERY_MS).unref());
  }

  /**
   * Asks the watchers of a channel to fetch its changes, for bulk changes that are not broadcast one by one. Call after
   * COMMIT.
   */
  tellGaps(channelId: string): void {
    this.realtime.tellWatchers({ subject: 'channel', id: channelId });
    this.tellNews(channelId);
  }

  private send(message: MessageView, exceptAccountIds: readonly string[] = []): void {
    const { channelId, version } = message;
    if (!this.elsewhere.isNext(channelId, version)) return;
    this.realtime.send('channel', channelId, toMessageFrame(message), exceptAccountIds);
  }

  /**
   * Skips sockets that watch the channel: they receive the message itself, and a notice would only cause a needless
   * request.
   */
  private tellThem(accountIds: readonly string[], id: string, since: number): void {
    this.realtime.tell(accountIds, { subject: 'channel', id }, { key: 'channel', id }, since);
  }

  /**
   * Returns the accounts that may read the channel now. Only they may get a notice, because a notice discloses activity
   * in the channel.
   */
  private async readersOf(channelId: string): Promise<string[]> {
    const text = `
      select m.account_id from channel c
        join membership m on m.group_id = c.group_id and m.ended_at is null
        join account a on a.id = m.account_id and a.standing = 'member'
      where c.id = $1
      union all
      select y.account_id from channel c
        join ally y on y.alliance_id = c.alliance_id
        join account a on a.id = y.account_id and a.standing = 'member'
      where c.id = $1 and not exists (
        select 1 from hidden_pair h where h.account_id = y.account_id and h.other_id = y.other_id)
      union all
      select t.account_id from case_thread_reader t
        join account a on a.id = t.account_id and a.standing in ('applicant', 'member', 'guest')
      where t.channel_id = $1`;
    const rows = await this.db.named<{ account_id: string }>('channel-readers', text, [channelId]);
    return rows.map((row) => row.account_id);
  }
}
