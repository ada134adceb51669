import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { Message } from '#channels/messages/message.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { InboxService } from './inbox.service.js';

/** Finds unread items of an account with its current rights. */
@Injectable()
export class UnreadItems {
  constructor(
    private readonly access: AccessService,
    private readonly viewers: ViewerLoader,
    private readonly inbox: InboxService,
  ) {}

  /** The time of the oldest unread item after the last mail; undefined if there is none. */
  async since(accountId: string, mailedAt: Date = new Date(0)): Promise<Date | undefined> {
    const viewer = await this.viewers.byAccount(accountId);
    if (!viewer) return undefined;
    const named = await this.inbox.unreadSince(viewer, mailedAt);
    const heard = await this.heardSince(viewer, mailedAt);
    return named && heard && heard < named ? heard : (named ?? heard);
  }

  /** Unread messages in channels with notification level `all`. */
  private async heardSince(viewer: Viewer, after: Date): Promise<Date | undefined> {
    const row = await this.access
      .list(Message, viewer)
      .innerJoin('heard_message', 'h', 'h.message_id = it.id and h.account_id = :me', {
        me: viewer.accountId,
      })
      .andWhere(`h.level = 'all' and h.is_unread and h.created_at > :after`, { after })
      .andWhere('h.channel_spoken_at > :after', { after })
      .select('min(h.created_at)', 'at')
      .getRawOne<{ at: Date | null }>();
    return row?.at ?? undefined;
  }
}
