import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { DeletedMessagesService } from './deleted-messages.service.js';
import { MessageRevisionsService } from './message-revisions.service.js';
import { Message, type MessageView } from './message.entity.js';
import { MessageChangesService } from './message-changes.service.js';
import { PinnedMessagesService } from './pinned-messages.service.js';
import { ReactionsService } from './reactions.service.js';

/** Deletes messages. The content is hidden from everybody at once. Only a deletion by the author can be undone. */
@Injectable()
export class MessageDeletionService {
  constructor(
    private readonly clock: Clock,
    private readonly changes: MessageChangesService,
    private readonly deleted: DeletedMessagesService,
    private readonly earlier: MessageRevisionsService,
    private readonly pinned: PinnedMessagesService,
    private readonly reactions: ReactionsService,
  ) {}

  /** Deletes the viewer's own message. */
  delete(viewer: Viewer, id: string): Promise<MessageView> {
    return this.changes.change(viewer, id, 'delete', async (message) => {
      await this.deleted.store(message);
      return this.emptied(message);
    });
  }

  /** Undoes a deletion. A message that is not deleted stays as it is, so a second tab gets the same answer. */
  undoDelete(viewer: Viewer, id: string): Promise<MessageView> {
    return this.changes.change(viewer, id, 'undoDelete', (message) =>
      message.deletedAt ? this.restored(message) : Promise.resolve(null),
    );
  }

  /** Removes another person's message, as a steward or, for moderation, as the system. */
  remove(viewer: Viewer, id: string): Promise<MessageView> {
    return this.changes.change(viewer, id, 'remove', async (message) => {
      await this.deleted.forget(id);
      return this.emptied(message);
    });
  }

  private async restored(message: Message): Promise<Partial<Message> | null> {
    const content = await this.deleted.restore(message);
    if (!content) return null;
    const canPin = content.pinnedAt && (await this.pinned.hasRoom(message.channelId));
    return { ...content, pinnedAt: canPin ? content.pinnedAt! : null, deletedAt: null };
  }

  private async emptied({ id }: Message): Promise<Partial<Message>> {
    await this.earlier.forget(id);
    await this.reactions.forget(id);
    const nothing = { body: '', replyToId: null, isAnswer: false, reactions: null, pinnedAt: null };
    return { ...nothing, mentionIds: [], mentionsAll: false, deletedAt: this.clock.now() };
  }
}
