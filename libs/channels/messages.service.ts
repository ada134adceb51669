import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { FormerAllies } from './former-allies.service.js';
import { Live } from './live.js';
import { Message, type MessageShown } from './message.entity.js';
import { shownColumns, type ShownRow, toShown } from './shown.js';

/** Changes of messages that are there. Each takes the channel's next number, and goes out after COMMIT. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly live: Live,
    private readonly former: FormerAllies,
  ) {}

  async read(viewer: Viewer, id: string): Promise<MessageShown> {
    const { channelId } = await this.access.load(Message, id, viewer, 'read');
    const shown = await this.shown(id, viewer.accountId);
    return (await this.former.signed(viewer, channelId, [shown]))[0]!;
  }

  edit(viewer: Viewer, id: string, body: string): Promise<MessageShown> {
    return this.change(viewer, id, 'edit', () => ({ body, editedAt: this.clock.now() }));
  }

  /** Takes back one's own: its text is gone at once, for everybody. */
  delete(viewer: Viewer, id: string): Promise<MessageShown> {
    return this.change(viewer, id, 'delete', () => this.emptied());
  }

  /** A steward, or moderation as the system, takes away what another wrote. */
  remove(viewer: Viewer, id: string): Promise<MessageShown> {
    return this.change(viewer, id, 'remove', () => this.emptied());
  }

  private emptied(): Partial<Message> {
    return { body: '', deletedAt: this.clock.now() };
  }

  private change(
    viewer: Viewer,
    id: string,
    action: string,
    part: () => Partial<Message>,
  ): Promise<MessageShown> {
    return this.db.write(async () => {
      const { channelId } = await this.access.load(Message, id, viewer, action);
      const version = await this.nextVersion(channelId);
      await this.db.repo(Message).update(id, { ...part(), version });
      const changed = await this.shown(id, viewer.accountId);
      this.db.afterCommit(() => this.live.tellChange(changed));
      return changed;
    });
  }

  private async nextVersion(channelId: string): Promise<number> {
    const [row] = await this.db.named<{ last_version: number }>(
      'channel-next-version',
      'update channel set last_version = last_version + 1 where id = $1 returning last_version',
      [channelId],
    );
    if (!row) throw new Conflict();
    return row.last_version;
  }

  private async shown(id: string, accountId: string): Promise<MessageShown> {
    const text = `select ${shownColumns('s', '$2')} from message_shown s where s.id = $1`;
    const [row] = await this.db.named<ShownRow>('message-shown', text, [id, accountId]);
    return toShown(row!);
  }
}
