import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { EarlierTexts } from './earlier-texts.service.js';
import { FormerAllies } from './former-allies.service.js';
import { Live } from './live.js';
import { Message, type MessageShown } from './message.entity.js';
import { PinnedService } from './pinned.service.js';
import { ReactionsService } from './reactions.service.js';
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
    private readonly earlier: EarlierTexts,
    private readonly pinned: PinnedService,
    private readonly reactions: ReactionsService,
  ) {}

  async read(viewer: Viewer, id: string): Promise<MessageShown> {
    const { channelId } = await this.access.load(Message, id, viewer, 'read');
    const shown = await this.shown(id, viewer.accountId);
    return (await this.former.signed(viewer, channelId, [shown]))[0]!;
  }

  /** The same text again changes nothing, so that a repeat leaves no trace in the history. */
  edit(viewer: Viewer, id: string, body: string): Promise<MessageShown> {
    return this.change(viewer, id, 'edit', async (message) => {
      if (message.body === body) return null;
      await this.earlier.keep(message);
      return { body, editedAt: this.clock.now() };
    });
  }

  /** Takes back one's own: its text is gone at once, for everybody. */
  delete(viewer: Viewer, id: string): Promise<MessageShown> {
    return this.change(viewer, id, 'delete', (message) => this.emptied(message));
  }

  /** A steward, or moderation as the system, takes away what another wrote. */
  remove(viewer: Viewer, id: string): Promise<MessageShown> {
    return this.change(viewer, id, 'remove', (message) => this.emptied(message));
  }

  /** Whoever reads the channel finds it among the pinned ones. */
  pin(viewer: Viewer, id: string, isPinned: boolean): Promise<MessageShown> {
    return this.change(viewer, id, 'pin', async ({ channelId, pinnedAt }) => {
      if ((pinnedAt !== null) === isPinned) return null;
      if (isPinned) await this.pinned.makeRoom(channelId);
      return { pinnedAt: isPinned ? this.clock.now() : null };
    });
  }

  /** One of each emoji from each person. */
  react(viewer: Viewer, id: string, emoji: string, isOn: boolean): Promise<MessageShown> {
    return this.change(viewer, id, 'react', async (message) => {
      const reactions = await this.reactions.set(viewer, message, emoji, isOn);
      return reactions && { reactions: reactions.length > 0 ? reactions : null };
    });
  }

  private async emptied({ id }: Message): Promise<Partial<Message>> {
    await this.earlier.forget(id);
    await this.reactions.forget(id);
    const nothing = { body: '', replyToId: null, reactions: null, pinnedAt: null };
    return { ...nothing, deletedAt: this.clock.now() };
  }

  /** What `part` gives is written with the channel's next number; nothing, where it gives null. */
  private change(
    viewer: Viewer,
    id: string,
    action: string,
    part: (message: Message) => Promise<Partial<Message> | null>,
  ): Promise<MessageShown> {
    return this.db.write(async () => {
      const message = await this.access.load(Message, id, viewer, action);
      const changes = await part(message);
      if (changes) {
        const version = await this.nextVersion(message.channelId);
        await this.db.repo(Message).update(id, { ...changes, version });
      }
      const shown = await this.shown(id, viewer.accountId);
      if (changes) this.db.afterCommit(() => this.live.tellChange(shown));
      return shown;
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
