import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Clock } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { EarlierTexts } from './earlier-texts.service.js';
import { FormerAllies } from './former-allies.service.js';
import { Message, type MessageShown } from './message.entity.js';
import { MessageChanges } from './message-changes.service.js';
import { ReactionsService } from './reactions.service.js';

/** Reading one message, and what its author or a steward does to it. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly former: FormerAllies,
    private readonly changes: MessageChanges,
    private readonly earlier: EarlierTexts,
    private readonly reactions: ReactionsService,
  ) {}

  async read(viewer: Viewer, id: string): Promise<MessageShown> {
    const { channelId } = await this.access.load(Message, id, viewer, 'read');
    const shown = await this.changes.shown(id, viewer.accountId);
    return (await this.former.signed(viewer, channelId, [shown]))[0]!;
  }

  /** The same text again changes nothing, so that a repeat leaves no trace in the history. */
  edit(viewer: Viewer, id: string, body: string): Promise<MessageShown> {
    return this.changes.change(viewer, id, 'edit', async (message) => {
      if (message.body === body) return null;
      await this.earlier.keep(message);
      return { body, editedAt: this.clock.now() };
    });
  }

  /** Takes back one's own: its text is gone at once, for everybody. */
  delete(viewer: Viewer, id: string): Promise<MessageShown> {
    return this.changes.change(viewer, id, 'delete', (message) => this.emptied(message));
  }

  /** A steward, or moderation as the system, takes away what another wrote. */
  remove(viewer: Viewer, id: string): Promise<MessageShown> {
    return this.changes.change(viewer, id, 'remove', (message) => this.emptied(message));
  }

  private async emptied({ id }: Message): Promise<Partial<Message>> {
    await this.earlier.forget(id);
    await this.reactions.forget(id);
    const nothing = { body: '', replyToId: null, reactions: null, pinnedAt: null };
    return { ...nothing, deletedAt: this.clock.now() };
  }
}
