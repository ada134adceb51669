import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { Invalid, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { Group } from '#groups/group.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { Channel, ChannelHistory, ChannelKind } from './channel.entity.js';
import { InboxEntries } from './inbox-entries.service.js';
import { Message } from './message.entity.js';
import { ChannelArchived, ChannelCreated } from './channels.events.js';

export interface NewChannel {
  readonly groupId: string;
  readonly name: string;
  readonly history: ChannelHistory;
}

@Injectable()
export class ChannelsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly inbox: InboxEntries,
    private readonly realtime: RealtimeService,
  ) {}

  read(viewer: Viewer, id: string): Promise<Channel> {
    return this.access.load(Channel, id, viewer, 'read');
  }

  /** All that the viewer may read and that are not archived, the last spoken in first. */
  list(viewer: Viewer): Promise<Channel[]> {
    return this.access
      .list(Channel, viewer)
      .andWhere('it.archived_at is null')
      .orderBy('it.last_message_at', 'DESC', 'NULLS LAST')
      .addOrderBy('it.created_at', 'DESC')
      .addOrderBy('it.id')
      .take(200)
      .getMany();
  }

  /** Those of one group, in the order in which they were made. */
  ofGroup(viewer: Viewer, groupId: string): Promise<Channel[]> {
    return this.access
      .list(Channel, viewer)
      .andWhere('it.group_id = :groupId and it.archived_at is null', { groupId })
      .orderBy('it.created_at')
      .addOrderBy('it.id')
      .take(100)
      .getMany();
  }

  /** The archived ones of a group, the last archived first. */
  archivedOfGroup(viewer: Viewer, groupId: string): Promise<Channel[]> {
    return this.access
      .list(Channel, viewer)
      .andWhere('it.group_id = :groupId and it.archived_at is not null', { groupId })
      .orderBy('it.archived_at', 'DESC')
      .addOrderBy('it.id')
      .take(100)
      .getMany();
  }

  create(viewer: Viewer, { groupId, name, history }: NewChannel): Promise<Channel> {
    return this.db.write(async () => {
      await this.access.load(Group, groupId, viewer, 'createChannel');
      return this.insert({ groupId, name, history });
    });
  }

  /** A group's channel without asking, for what the group itself starts with. Inside write(). */
  async insert(part: Partial<Channel>): Promise<Channel> {
    const channels = this.db.repo(Channel);
    const channel = await channels.save(channels.create({ kind: ChannelKind.standard, ...part }));
    const { id: channelId, groupId } = channel;
    await this.events.record(ChannelCreated, { channelId, groupId });
    return channel;
  }

  rename(viewer: Viewer, id: string, name: string): Promise<Channel> {
    return this.db.write(async () => {
      const channel = await this.access.load(Channel, id, viewer, 'rename');
      channel.name = name;
      return this.db.repo(Channel).save(channel);
    });
  }

  archive(viewer: Viewer, id: string): Promise<Channel> {
    return this.db.write(async () => {
      const channel = await this.access.load(Channel, id, viewer, 'archive');
      channel.archivedAt = this.clock.now();
      await this.db.repo(Channel).save(channel);
      await this.events.record(ChannelArchived, { channelId: id, groupId: channel.groupId });
      return channel;
    });
  }

  /** Everything up to `seq` is read; earlier numbers change nothing, later ones than the channel's are its last. */
  async markRead(viewer: Viewer, channelId: string, seq: number): Promise<Channel> {
    if (!isId(channelId)) throw new NotFound();
    if (seq < 0) throw new Invalid('input', { seq: 'range' });
    const channel = await this.read(viewer, channelId);
    await this.db.write(async () => {
      await this.inbox.hold(channelId);
      if (await this.inbox.read(viewer, { channelId, upTo: seq }))
        this.tellInbox(viewer, channelId);
      await this.db.query(
        `update channel_reader r set read_version = greatest(r.read_version, least($3::int, c.last_version))
         from channel c where c.id = r.channel_id and r.channel_id = $1 and r.account_id = $2`,
        [channelId, viewer.accountId, seq],
      );
    });
    return channel;
  }

  /** From this message on nothing counts as read any more. */
  async markUnread(viewer: Viewer, messageId: string): Promise<Channel> {
    const { channelId, seq } = await this.access.load(Message, messageId, viewer, 'read');
    await this.db.write(async () => {
      await this.inbox.hold(channelId);
      await this.inbox.unread(viewer, channelId, seq);
      await this.db.query(
        `update channel_reader set read_version = least(read_version, $3::int)
         where channel_id = $1 and account_id = $2`,
        [channelId, viewer.accountId, seq - 1],
      );
    });
    return this.read(viewer, channelId);
  }

  /** The viewer's other pages hear of it after COMMIT. */
  private tellInbox({ accountId }: Viewer, id: string): void {
    this.db.afterCommit(async () => this.realtime.tell([accountId], { subject: 'inbox', id }));
  }
}
