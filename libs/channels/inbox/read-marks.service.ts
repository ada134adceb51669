import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Invalid, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { Channel } from '../channel.entity.js';
import { InboxEntriesService } from './inbox-entries.service.js';
import { Message } from '../messages/message.entity.js';
import { SealedMessagesService } from '../sealed/sealed-messages.service.js';
import { Topic } from '../topics/topic.entity.js';
import { TopicReadingPositionsService } from '../topics/topic-reading-positions.service.js';

interface ReadUpTo {
  readonly channelId: string;
  readonly seq: number;
  readonly topicId?: string | null;
}

/** Stores how far a reader has read each feed of a channel. */
@Injectable()
export class ReadMarksService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly topics: TopicReadingPositionsService,
    private readonly inbox: InboxEntriesService,
    private readonly realtime: RealtimeService,
    private readonly sealed: SealedMessagesService,
  ) {}

  /** Marks a feed as read up to `seq`. The read mark never moves back, nor beyond the last number of the channel. */
  async markRead(viewer: Viewer, { channelId, topicId, seq }: ReadUpTo): Promise<Channel> {
    if (!isId(channelId)) throw new NotFound();
    if (seq < 0) throw new Invalid('input', { seq: 'range' });
    const channel = await this.access.load(Channel, channelId, viewer, 'read');
    // An open page receives messages for days without asking for them, but marks them as read.
    await this.sealed.beforeRead(viewer, channelId);
    const topic = topicId ? await this.access.load(Topic, topicId, viewer, 'read') : null;
    if (topic && topic.channelId !== channel.id) throw new NotFound();
    const feed = { channelId, topicId: topic?.id ?? null };
    await this.db.write(async () => {
      await this.inbox.hold(channelId);
      if (await this.inbox.read(viewer, { ...feed, upTo: seq })) this.tellInbox(viewer, channelId);
      if (topic) return this.topics.markRead(viewer, topic.id, seq);
      await this.db.query(
        `update channel_reader r set read_version = greatest(r.read_version, least($3::int, c.last_version))
         from channel c where c.id = r.channel_id and r.channel_id = $1 and r.account_id = $2`,
        [channelId, viewer.accountId, seq],
      );
    });
    return channel;
  }

  /** Marks a message and all later ones of its feed as unread. */
  async markUnread(viewer: Viewer, messageId: string): Promise<Channel> {
    const message = await this.access.load(Message, messageId, viewer, 'read');
    const { channelId, topicId, seq } = message;
    await this.db.write(async () => {
      await this.inbox.hold(channelId);
      await this.inbox.unread(viewer, { channelId, topicId, from: seq });
      if (topicId) return this.topics.markUnread(viewer, topicId, seq);
      await this.db.query(
        `update channel_reader set read_version = least(read_version, $3::int)
         where channel_id = $1 and account_id = $2`,
        [channelId, viewer.accountId, seq - 1],
      );
    });
    return this.access.load(Channel, channelId, viewer, 'read');
  }

  /** Notifies the viewer's other pages after COMMIT. */
  private tellInbox({ accountId }: Viewer, id: string): void {
    this.db.afterCommit(async () => this.realtime.tell([accountId], { subject: 'inbox', id }));
  }
}
