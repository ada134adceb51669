import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '#database/database.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { Elsewhere } from './elsewhere.js';
import { InboxJobs } from '../inbox/inbox.jobs.js';
import type { MessageShown } from '../messages/message.entity.js';
import { WordsOfMessagesJobs } from '../search/words-of-messages.jobs.js';
import { toFrame } from '../messages/shown.js';

const NEWS_EVERY_MS = 1_000;

/**
 * Delivery while it happens: the message to whoever watches the channel, and at most once a second the news of it to
 * whoever may read it. Nothing depends on it: a client that missed some asks for the changes.
 */
@Injectable()
export class Live implements OnApplicationShutdown {
  private readonly waiting = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly db: Database,
    private readonly realtime: RealtimeService,
    private readonly elsewhere: Elsewhere,
    private readonly inbox: InboxJobs,
    private readonly words: WordsOfMessagesJobs,
  ) {}

  /** Sends a new message. Call after COMMIT. */
  tell(message: MessageShown): void {
    this.send(message);
    this.inbox.soon(message);
    this.words.soon();
    this.tellNews(message.channelId);
  }

  /** Sends what became of an older message, but not to those whose history begins after it. Call after COMMIT. */
  async tellChange(message: MessageShown): Promise<void> {
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

  /** Tells whoever may read the channel that something changed in it, at most once a second. Call after COMMIT. */
  tellNews(channelId: string): void {
    if (this.waiting.has(channelId)) return;
    const tell = () => {
      this.waiting.delete(channelId);
      const since = this.realtime.mark();
      // A lost notice is made good by the next one; there is nobody to tell of a failure.
      void this.readersOf(channelId).then(
        (ids) => this.tellThem(ids, channelId, since),
        () => undefined,
      );
    };
    this.waiting.set(channelId, setTimeout(tell, NEWS_EVERY_MS).unref());
  }

  /** Of changes that go out as no frames, as many at once do: whoever watches asks for them. Call after COMMIT. */
  tellGaps(channelId: string): void {
    this.realtime.tellWatchers({ subject: 'channel', id: channelId });
    this.tellNews(channelId);
  }

  private send(message: MessageShown, exceptAccountIds: readonly string[] = []): void {
    const { channelId, version } = message;
    if (!this.elsewhere.isNext(channelId, version)) return;
    this.realtime.send('channel', channelId, toFrame(message), exceptAccountIds);
  }

  /** Whoever watches has the message itself; a notice beside it would only make them ask. */
  private tellThem(accountIds: readonly string[], id: string, since: number): void {
    this.realtime.tell(accountIds, { subject: 'channel', id }, { key: 'channel', id }, since);
  }

  /** Those who may read the channel now: a notice is a read. */
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
        select 1 from hidden_pair h where h.account_id = y.account_id and h.other_id = y.other_id)`;
    const rows = await this.db.named<{ account_id: string }>('channel-readers', text, [channelId]);
    return rows.map((row) => row.account_id);
  }
}
