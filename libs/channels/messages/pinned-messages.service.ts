import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { Channel } from '../channel.entity.js';
import { FormerAlliesService } from '../conversations/former-allies.service.js';
import { Message, type MessageView } from './message.entity.js';
import { MessageChangesService } from './message-changes.service.js';
import { messageViewColumns, type MessageViewRow, toMessageView } from './message-view.js';

/** Maximum number of pinned messages per channel. */
const MOST = 30;

/** Pins messages of a channel. */
@Injectable()
export class PinnedMessagesService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly former: FormerAlliesService,
    private readonly changes: MessageChangesService,
  ) {}

  /** Returns the pinned messages that the viewer may read, the most recently pinned first. */
  async in(viewer: Viewer, channelId: string): Promise<MessageView[]> {
    const { id } = await this.access.load(Channel, channelId, viewer, 'read');
    const readable = await this.access
      .list(Message, viewer)
      .andWhere('it.channel_id = :id and it.pinned_at is not null', { id })
      .orderBy('it.pinned_at', 'DESC')
      .take(MOST)
      .getMany();
    const rows = await this.db.query<MessageViewRow>(
      `select ${messageViewColumns('s', '$2')} from message_shown s where s.id = any($1) order by s.pinned_at desc`,
      [readable.map((message) => message.id), viewer.accountId],
    );
    return this.former.signed(viewer, id, rows.map(toMessageView));
  }

  pin(viewer: Viewer, id: string, isPinned: boolean): Promise<MessageView> {
    return this.changes.change(viewer, id, 'pin', async ({ channelId, pinnedAt }) => {
      if ((pinnedAt !== null) === isPinned) return null;
      if (isPinned) await this.makeRoom(channelId);
      return { pinnedAt: isPinned ? this.clock.now() : null };
    });
  }

  /** Locks the channel before counting, so that concurrent pins cannot exceed the maximum. */
  private async makeRoom(channelId: string): Promise<void> {
    await this.db.query('select 1 from channel where id = $1 for no key update', [channelId]);
    if (!(await this.hasRoom(channelId))) throw new Conflict('message.tooManyPinned');
  }

  async hasRoom(channelId: string): Promise<boolean> {
    const [row] = await this.db.query<{ count: number }>(
      `select count(*)::int as count from message
       where channel_id = $1 and pinned_at is not null and expires_at > $2`,
      [channelId, this.clock.now()],
    );
    return row!.count < MOST;
  }
}
