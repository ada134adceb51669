import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { Message } from '#channels/messages/message.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { InboxService } from './inbox.service.js';

/** What somebody wants to hear of and has not read. A notification is a read: asked with their own rights, now. */
@Injectable()
export class Unread {
  constructor(
    private readonly access: AccessService,
    private readonly viewers: ViewerLoader,
    private readonly inbox: InboxService,
  ) {}

  /** Since when something is that came after the last mail. */
  async since(accountId: string, mailedAt: Date = new Date(0)): Promise<Date | undefined> {
    const viewer = await this.viewers.byAccount(accountId);
    if (!viewer) return undefined;
    const named = await this.inbox.unreadSince(viewer, mailedAt);
    const heard = await this.heardSince(viewer, mailedAt);
    return named && heard && heard < named ? heard : (named ?? heard);
  }

  /** In channels of which they want to hear every message. */
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
