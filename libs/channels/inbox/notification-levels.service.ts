import { Injectable } from '@nestjs/common';
import { registerEnumType } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { Channel } from '../channel.entity.js';

/** Which messages of a channel notify a reader. */
export enum ChannelLevel {
  all = 'all',
  mentions = 'mentions',
  none = 'none',
}
registerEnumType(ChannelLevel, {
  name: 'ChannelLevel',
  description: 'Every message, what names or answers one, or nothing.',
});

/** SQL of the reader's level. The default is `mentions` in a group and `all` in a conversation. */
export const notificationLevelSql = (reader: string, channel: string): string =>
  `coalesce(${reader}.level, case when ${channel}.group_id is null then 'all' else 'mentions' end)`;

/** Each reader's notification level of a channel. It affects unread counts and mails, never the right to read. */
@Injectable()
export class NotificationLevelsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
  ) {}

  async set(viewer: Viewer, channelId: string, level: ChannelLevel): Promise<Channel> {
    const channel = await this.access.load(Channel, channelId, viewer, 'read');
    await this.db.query(
      'update channel_reader set level = $3 where channel_id = $1 and account_id = $2',
      [channelId, viewer.accountId, level],
    );
    return channel;
  }
}
