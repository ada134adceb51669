import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { Channel } from '../channel.entity.js';
import type { ConversationPutAway } from './conversation-put-away.view.js';
import { FormerAlliesService } from './former-allies.service.js';

const MOST_LISTED = 200;

/** Archives an ended conversation for one reader and restores it. The other person is not notified. */
@Injectable()
export class ConversationArchivingService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly realtime: RealtimeService,
    private readonly former: FormerAlliesService,
  ) {}

  /** Lists the viewer's archived conversations that can be restored, the most recently archived first. */
  async list(viewer: Viewer): Promise<ConversationPutAway[]> {
    const rows = await this.access
      .list(Channel, viewer, 'bringBack')
      .select('it.id', 'id')
      .addSelect('r.put_away_at', 'at')
      .innerJoin('channel_reader', 'r', 'r.channel_id = it.id and r.account_id = :me', {
        me: viewer.accountId,
      })
      .orderBy('r.put_away_at', 'DESC')
      .addOrderBy('it.id')
      .limit(MOST_LISTED)
      .getRawMany<{ id: string; at: Date }>();
    return Promise.all(
      rows.map(async ({ id, at }) => {
        const other = await this.former.in(viewer, id);
        return { id, allyId: other?.id ?? null, name: other?.name ?? '', putAwayAt: at };
      }),
    );
  }

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
