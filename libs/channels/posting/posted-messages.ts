import { Injectable } from '@nestjs/common';
import { Invalid } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { MessageBroadcaster } from '../delivery/message-broadcaster.js';
import type { MessageView } from '../messages/message.entity.js';
import type { MessageViewRow } from '../messages/message-view.js';
import { SealedMessagesService } from '../sealed/sealed-messages.service.js';
import { ThreadCallbacksService } from '../sealed/thread-callbacks.service.js';
import type { MentionInput } from './mentions.js';
import type { MessageToPost } from './post-messages-statement.js';

interface BodyToPost extends MentionInput {
  readonly channelId: string;
  readonly clientId: string;
  readonly body: string;
}

/** A written message and whether it is in a thread of a case. */
interface WrittenMessage {
  readonly view: MessageView;
  readonly isInThread: boolean;
}

/** Prepares the text of a message before it is written, and shows and announces the written rows. */
@Injectable()
export class PostedMessages {
  constructor(
    private readonly live: MessageBroadcaster,
    private readonly sealed: SealedMessagesService,
    private readonly callbacks: ThreadCallbacksService,
  ) {}

  /**
   * Returns the text as it is stored: in a thread of a case sealed, together with the opened one for the receivers. Throws
   * Invalid for what a thread does not have.
   */
  async bodyToStore(
    viewer: Viewer,
    { clientId: clientKey, ...message }: BodyToPost,
  ): Promise<Pick<MessageToPost, 'body' | 'opened'>> {
    const { channelId, body, mentionIds } = message;
    if (!this.sealed.isThread(viewer, channelId)) return { body, opened: null };
    if (mentionIds?.length) throw new Invalid('input', { mentionIds: 'notInThreads' });
    return this.sealed.sealToPost(viewer.accountId, { channelId, clientKey, body });
  }

  /** Broadcasts a written batch, messages of threads last. Call after COMMIT. Does no query, so that it cannot fail. */
  announce(written: readonly WrittenMessage[]): void {
    const inThreads = written.filter(({ isInThread }) => isInThread);
    for (const { view, isInThread } of written) if (!isInThread) this.live.tell(view);
    for (const { view } of inThreads) this.live.tell(view);
    for (const { view } of inThreads) this.callbacks.posted(view.channelId);
  }

  /** Shows a message that was written before to its author; null if its case was destroyed meanwhile. */
  async shown(row: MessageViewRow): Promise<MessageView | null> {
    const [view] = await this.sealed.viewsOf([row]);
    return view ?? null;
  }
}
