import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import type { Permitted } from '#access/permitted.js';
import { Database } from '#database/database.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { SettingsService } from '#settings/settings.service.js';
import { Channel } from '../channel.entity.js';
import { MessageBroadcaster } from '../delivery/message-broadcaster.js';
import {
  isLongerRetention,
  effectiveRetentionSeconds,
  type ChannelRetention,
} from './channel-retention.js';
import { type RetentionChange, RetentionRecords } from './retention-records.js';

/** Statement timeout for shortening a channel with many messages. */
const SHORTEN_MS = 60_000;

/** `from` is the current retention that the approver was shown; it must not have changed. */
interface Lengthening {
  readonly from?: ChannelRetention;
  readonly to: ChannelRetention;
}

/** Changes the retention of a channel. The expiry of an existing message is never extended. */
@Injectable()
export class MessageRetentionService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly settings: SettingsService,
    private readonly records: RetentionRecords,
    private readonly live: MessageBroadcaster,
  ) {}

  /**
   * Shortens the retention at once, also for existing messages. Throws Conflict `channel.notShorter` if the new
   * retention is not shorter.
   */
  shorten(viewer: Viewer, channelId: string, retention: ChannelRetention): Promise<Channel> {
    return this.writePatiently(async () => {
      const seconds = effectiveRetentionSeconds(
        retention,
        await this.settings.holdLongestRetention(),
      );
      const may = await this.access.may('Channel', channelId, viewer, 'shorten');
      const done = may ? await this.records.endSooner(channelId, seconds) : 0;
      const channel = await this.access.load(Channel, channelId, viewer, 'shorten');
      if (!isLongerRetention(channel.retention, retention))
        throw new Conflict('channel.notShorter');
      await this.set(viewer, channel, { retention, seconds, done });
      await this.records.audited(viewer, channel, 'shorten');
      return this.access.load(Channel, channelId, viewer, 'read');
    });
  }

  /** Lengthens the retention for new messages, after both people agreed. Throws the same errors as `mayLengthen`. */
  async lengthen(asker: Viewer, approver: Viewer, channelId: string, change: Lengthening) {
    this.db.assertWriting();
    const channel = await this.mayLengthen(asker, channelId, change);
    const { to: retention } = change;
    const seconds = effectiveRetentionSeconds(
      retention,
      await this.settings.holdLongestRetention(),
    );
    await this.set(asker, channel, { retention, seconds });
    await this.records.audited(approver, channel, 'lengthen');
  }

  /**
   * Throws Conflict `twoPerson.changed` if the retention is no longer `from`, and `channel.notLonger` if `to` is not
   * longer.
   */
  async mayLengthen(
    viewer: Viewer,
    channelId: string,
    { from, to }: Lengthening,
  ): Promise<Permitted<Channel, 'lengthen'>> {
    const channel = await this.access.load(Channel, channelId, viewer, 'lengthen');
    if (from && from !== channel.retention) throw new Conflict('twoPerson.changed');
    if (!isLongerRetention(to, channel.retention)) throw new Conflict('channel.notLonger');
    return channel;
  }

  /** Applies the current maximum of the instance to a channel. */
  followInstance(channelId: string): Promise<void> {
    return this.db.write(async () => {
      const longest = await this.settings.holdLongestRetention();
      const lock = { mode: 'for_no_key_update' } as const;
      const channels = this.db.repo(Channel);
      const before = await channels.findOneBy({ id: channelId });
      if (!before) return;
      const sooner = effectiveRetentionSeconds(before.retention, longest);
      const isSooner = sooner < before.keptSeconds;
      const done = isSooner ? await this.records.endSooner(channelId, sooner) : 0;
      const channel = await channels.findOne({ where: { id: channelId }, lock });
      if (!channel) return;
      const { retention, lastVersion: upTo } = channel;
      const seconds = effectiveRetentionSeconds(retention, longest);
      if (seconds === channel.keptSeconds) return;
      await this.records.keep(channel, { retention, seconds, upTo, done });
      this.db.afterCommit(async () => this.live.tellGaps(channelId));
    });
  }

  /** Allows more time than usual, because one statement updates every message of the channel. */
  private writePatiently<T>(work: () => Promise<T>): Promise<T> {
    return this.db.patiently(SHORTEN_MS, () => this.db.write(work));
  }

  private async set(
    viewer: Viewer,
    channel: Channel,
    to: Omit<RetentionChange, 'upTo'>,
  ): Promise<void> {
    await this.records.keep(channel, { ...to, upTo: channel.lastVersion + 1 });
    await this.records.addLine(viewer, channel.id, to.retention);
  }
}
