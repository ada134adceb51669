import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Channel } from '#channels/channel.entity.js';
import { ReadingPositionsService } from '#channels/inbox/reading-positions.service.js';
import type { Viewer } from '#policy/viewer.js';
import type { CaseThread } from './case-thread.view.js';

/** Maximum number of threads in the list. A supporter reads two of each case, and one of each outside helper. */
const MAX_LISTED = 200;

/** Lists the threads of the viewer. */
@Injectable()
export class CaseThreadViewsService {
  constructor(
    private readonly access: AccessService,
    private readonly reading: ReadingPositionsService,
  ) {}

  async list(viewer: Viewer): Promise<CaseThread[]> {
    const channels = await this.access
      .list(Channel, viewer)
      .andWhere('it.case_id is not null')
      .orderBy('it.last_message_at', 'DESC', 'NULLS LAST')
      .addOrderBy('it.id')
      .take(MAX_LISTED)
      .getMany();
    return Promise.all(
      channels.map(async (channel) => ({
        channelId: channel.id,
        requestId: channel.caseId!,
        kind: channel.thread!,
        unreadCount: (await this.reading.of(viewer, channel)).unreadCount,
      })),
    );
  }
}
