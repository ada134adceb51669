import { Injectable } from '@nestjs/common';
import { registerEnumType } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { Channel } from '../channel.entity.js';

/** What of a channel one hears about. */
export enum ChannelLevel {
  all = 'all',
  mentions = 'mentions',
  none = 'none',
}
registerEnumType(ChannelLevel, {
  name: 'ChannelLevel',
  description: 'Every message, what names or answers one, or nothing.',
});

/** What holds where nobody chose: in a group what names one, between two everything. */
export const levelSql = (reader: string, channel: string): string =>
  `coalesce(${reader}.level, case when ${channel}.group_id is null then 'all' else 'mentions' end)`;

/** Each reader's own choice of what they hear of a channel: it changes numbers and mails, never what is read. */
@Injectable()
export class LevelsService {
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
