import { Injectable } from '@nestjs/common';
import { Invalid } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { MessageBroadcaster } from '../delivery/message-broadcaster.js';
import type { MessageView } from '../messages/message.entity.js';
import type { MessageViewRow } from '../messages/message-view.js';
import { SealedMessagesService } from '../sealed/sealed-messages.service.js';
import { ThreadCallbacksService } from '../sealed/thread-callbacks.service.js';
import type { MentionInput } from './mentions.js';

interface BodyToPost extends MentionInput {
  readonly channelId: string;
  readonly clientId: string;
  readonly body: string;
  readonly attachmentIds?: readonly string[] | null;
}

/** Prepares the text of a message before it is written, and shows and announces the written rows. */
@Injectable()
export class PostedMessages {
  constructor(
    private readonly live: MessageBroadcaster,
    private readonly sealed: SealedMessagesService,
    private readonly callbacks: ThreadCallbacksService,
  ) {}

  /** Returns the text as it is stored: in a thread of a case sealed. Throws Invalid for what a thread does not have. */
  async bodyToStore(viewer: Viewer, { clientId: clientKey, ...message }: BodyToPost) {
    const { channelId, body, mentionIds, attachmentIds } = message;
    if (!this.sealed.isThread(viewer, channelId)) return body;
    if (mentionIds?.length) throw new Invalid('input', { mentionIds: 'notInThreads' });
    if (attachmentIds?.length) throw new Invalid('input', { attachmentIds: 'notInThreads' });
    return this.sealed.seal({ channelId, clientKey, body });
  }

  /** The written messages as their author sees them. Call after COMMIT. */
  async viewsOf(rows: readonly MessageViewRow[]): Promise<MessageView[]> {
    for (const row of rows) if (row.sealed_as !== null) this.callbacks.posted(row.channel_id);
    return this.sealed.viewsOf(rows);
  }

  /** Broadcasts written messages. Call after COMMIT. */
  announce(written: readonly MessageView[]): void {
    for (const one of written) this.live.tell(one);
  }
}
