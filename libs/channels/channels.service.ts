import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { LockedAccessService } from '#access/locked-access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import { Group } from '#groups/group.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { SettingsService } from '#settings/settings.service.js';
import { Channel, ChannelHistory, ChannelKind } from './channel.entity.js';
import {
  effectiveRetentionSeconds,
  ChannelRetention,
  THREAD_RETENTION_SECONDS,
} from './message-retention/channel-retention.js';
import { ChannelArchived, ChannelCreated } from './channels.events.js';

export interface NewChannel {
  readonly groupId: string;
  readonly name: string;
  readonly history: ChannelHistory;
  /** Defaults to the maximum retention of the instance. */
  readonly retention?: ChannelRetention;
}

/** Maximum number of channels of a group that are not archived. */
const MOST_OPEN = 100;
/** Maximum number of channels in a list. A person may be in several groups, and a group archives any number of channels. */
const MOST_LISTED = 1_000;

@Injectable()
export class ChannelsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly locked: LockedAccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly settings: SettingsService,
  ) {}

  read(viewer: Viewer, id: string): Promise<Channel> {
    return this.access.load(Channel, id, viewer, 'read');
  }

  /**
   * Lists the channels that the viewer may read and that are not archived, the most recently active first. Threads are
   * shown with their cases instead.
   */
  list(viewer: Viewer): Promise<Channel[]> {
    return this.access
      .list(Channel, viewer)
      .andWhere('it.archived_at is null and it.case_id is null')
      .orderBy('it.last_message_at', 'DESC', 'NULLS LAST')
      .addOrderBy('it.created_at', 'DESC')
      .addOrderBy('it.id')
      .take(MOST_LISTED)
      .getMany();
  }

  /** Lists the channels of a group in the order of their creation. */
  ofGroup(viewer: Viewer, groupId: string): Promise<Channel[]> {
    return this.access
      .list(Channel, viewer)
      .andWhere('it.group_id = :groupId and it.archived_at is null', { groupId })
      .orderBy('it.created_at')
      .addOrderBy('it.id')
      .take(MOST_LISTED)
      .getMany();
  }

  /** Lists the archived channels of a group, the most recently archived first. */
  archivedOfGroup(viewer: Viewer, groupId: string): Promise<Channel[]> {
    return this.access
      .list(Channel, viewer)
      .andWhere('it.group_id = :groupId and it.archived_at is not null', { groupId })
      .orderBy('it.archived_at', 'DESC')
      .addOrderBy('it.id')
      .take(MOST_LISTED)
      .getMany();
  }

  /** Lists the groups, and after them the coalitions, in which the viewer may create a channel, each by name. */
  async groupsForNew(viewer: Viewer): Promise<Group[]> {
    // The channel list asks this of everybody, so a viewer who facilitates nothing costs no statement.
    if (viewer.groups.facilitator.length === 0) return [];
    return this.access
      .list(Group, viewer, 'createChannel')
      .orderBy('it.kind', 'DESC')
      .addOrderBy('it.name')
      .addOrderBy('it.id')
      .getMany();
  }

  /**
   * A history or retention other than the default needs the right to edit the group, which facilitators lack. Throws
   * Conflict `channel.tooMany` if the group has the maximum number of channels.
   */
  create(
    viewer: Viewer,
    { groupId, name, history, retention = ChannelRetention.longest }: NewChannel,
  ): Promise<Channel> {
    return this.db.write(async () => {
      await this.locked.load(Group, groupId, viewer, 'createChannel');
      const hasDefaults =
        history === ChannelHistory.joining && retention === ChannelRetention.longest;
      if (!hasDefaults) await this.locked.load(Group, groupId, viewer, 'edit');
      await this.makeRoom(groupId);
      return this.insert({ groupId, name, history, retention });
    });
  }

  /** Throws if the group has the maximum number of channels. Call with the group locked. */
  private async makeRoom(groupId: string): Promise<void> {
    const open = await this.db.repo(Channel).countBy({ groupId, archivedAt: IsNull() });
    if (open >= MOST_OPEN) throw new Conflict('channel.tooMany');
  }

  /** Creates a channel without a permission check, because the first channel of a new group or alliance needs none. */
  async insert(part: Partial<Channel>): Promise<Channel> {
    this.db.assertWriting();
    const channels = this.db.repo(Channel);
    const made = channels.create({
      createdAt: this.clock.now(),
      kind: ChannelKind.standard,
      retention: ChannelRetention.longest,
      ...part,
    });
    made.keptSeconds = part.caseId
      ? THREAD_RETENTION_SECONDS
      : effectiveRetentionSeconds(made.retention, await this.settings.holdLongestRetention());
    const channel = await channels.save(made);
    const { id: channelId, groupId } = channel;
    await this.events.record(ChannelCreated, { channelId, groupId });
    return channel;
  }

  rename(viewer: Viewer, id: string, name: string): Promise<Channel> {
    return this.db.write(async () => {
      const channel = await this.locked.load(Channel, id, viewer, 'rename');
      channel.name = name;
      return this.db.repo(Channel).save(channel);
    });
  }

  archive(viewer: Viewer, id: string): Promise<Channel> {
    return this.db.write(async () => {
      const channel = await this.locked.load(Channel, id, viewer, 'archive');
      channel.archivedAt = this.clock.now();
      await this.db.repo(Channel).save(channel);
      await this.events.record(ChannelArchived, { channelId: id, groupId: channel.groupId });
      return channel;
    });
  }
}
