import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Clock } from '#kernel/clock.js';
import { Invalid } from '#kernel/errors.js';
import { isBlank } from '#kernel/text.js';
import type { Viewer } from '#policy/viewer.js';
import { MessageRevisionsService } from './message-revisions.service.js';
import { FormerAlliesService } from '../conversations/former-allies.service.js';
import { changedMentions, type MentionInput } from '../posting/mentions.js';
import { Message, type MessageView } from './message.entity.js';
import { MessageChangesService } from './message-changes.service.js';
import { SealedMessagesService } from '../sealed/sealed-messages.service.js';

export interface EditedMessage extends MentionInput {
  readonly messageId: string;
  readonly body: string;
}

/** Reads a single message, and edits the viewer's own messages. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly former: FormerAlliesService,
    private readonly changes: MessageChangesService,
    private readonly earlier: MessageRevisionsService,
    private readonly sealed: SealedMessagesService,
  ) {}

  async read(viewer: Viewer, id: string): Promise<MessageView> {
    const { channelId } = await this.access.load(Message, id, viewer, 'read');
    await this.sealed.beforeRead(viewer, channelId);
    const shown = await this.changes.shown(id, viewer.accountId);
    return (await this.former.signed(viewer, channelId, [shown]))[0]!;
  }

  /** Returns messages as the viewer sees them. Call only with ids loaded through access. */
  async shownTo(viewer: Viewer, ids: readonly string[]): Promise<Map<string, MessageView>> {
    const all = await this.changes.allShown(ids, viewer.accountId);
    const signed = all.map(async (one) => this.former.signed(viewer, one.channelId, [one]));
    return new Map((await Promise.all(signed)).flat().map((one) => [one.id, one]));
  }

  /** Edits a message. If the text does not change, nothing is written, so a repeated request adds no revision. */
  edit(viewer: Viewer, { messageId, body, ...input }: EditedMessage): Promise<MessageView> {
    return this.changes.change(viewer, messageId, 'edit', async (message) => {
      if (isBlank(body) && !message.attachments) throw new Invalid('input', { body: 'blank' });
      const mentions = changedMentions(message, input);
      if (mentions?.mentionsAll && !message.mentionsAll)
        await this.changes.askChannel(viewer, message.channelId, 'mentionAll');
      if (message.participationId) return this.editSealed(message, body, mentions !== null);
      if (message.body === body) return mentions && { ...mentions, editedAt: this.clock.now() };
      await this.earlier.keep(message);
      return { ...mentions, body, editedAt: this.clock.now() };
    });
  }

  /** Edits a message of a thread, which mentions nobody. */
  private async editSealed(
    message: Message,
    text: string,
    hasMentions: boolean,
  ): Promise<Partial<Message> | null> {
    if (hasMentions) throw new Invalid('input', { mentionIds: 'notInThreads' });
    const [opened] = await this.sealed.open([message]);
    if (opened!.body === text) return null;
    await this.earlier.keep(message);
    const body = await this.sealed.sealText({ ...message, body: text });
    return { body, editedAt: this.clock.now() };
  }
}
