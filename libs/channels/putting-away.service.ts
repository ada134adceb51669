import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { Channel } from './channel.entity.js';

/** A conversation that is over goes from one's own list and comes back to it. The other learns of neither. */
@Injectable()
export class PuttingAway {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly realtime: RealtimeService,
  ) {}

  putAway(viewer: Viewer, channelId: string): Promise<boolean> {
    return this.mark(viewer, channelId, 'putAway', this.clock.now());
  }

  bringBack(viewer: Viewer, channelId: string): Promise<boolean> {
    return this.mark(viewer, channelId, 'bringBack', null);
  }

  private mark(viewer: Viewer, id: string, action: string, at: Date | null): Promise<boolean> {
    const { accountId } = viewer;
    return this.db.write(async () => {
      const { id: channelId } = await this.access.load(Channel, id, viewer, action);
      await this.db.query(
        'update channel_reader set put_away_at = $3 where channel_id = $1 and account_id = $2',
        [channelId, accountId, at],
      );
      const news = { subject: 'channels', id: channelId };
      this.db.afterCommit(async () => this.realtime.tell([accountId], news));
      return true;
    });
  }
}
