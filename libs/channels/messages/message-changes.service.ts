import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { Database } from '#database/database.js';
import { Conflict, NotFound, Refusal } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { Channel } from '../channel.entity.js';
import { MessageBroadcaster } from '../delivery/message-broadcaster.js';
import { Message, type MessageView } from './message.entity.js';
import { messageViewColumns, type MessageViewRow } from './message-view.js';
import { SealedMessagesService } from '../sealed/sealed-messages.service.js';
import { MessageIndexService } from '../search/message-index.service.js';

/** Changes existing messages. Each change takes the next number of the channel and is broadcast after COMMIT. */
@Injectable()
export class MessageChangesService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly viewers: ViewerLoader,
    private readonly live: MessageBroadcaster,
    private readonly words: MessageIndexService,
    private readonly sealed: SealedMessagesService,
  ) {}

  /**
   * Runs `part` and writes the changes that it returns; null means no change. Locks the message and then the channel.
   * Since either lock may take long (shortening the retention of a big channel), the permission is checked again with
   * both locks held. A refusal by `part` is thrown only after that check. Any error rolls back what `part` did.
   */
  change(
    viewer: Viewer,
    id: string,
    action: string,
    part: (message: Message) => Promise<Partial<Message> | null>,
  ): Promise<MessageView> {
    return this.db.write(async () => {
      const message = await this.access.load(Message, id, viewer, action);
      const changes = await part(message).catch(refusalIn);
      const isChange = changes !== null && !(changes instanceof Refusal);
      const version = isChange ? await this.nextVersion(message.channelId) : message.version;
      await this.access.recheck(Message, id, await this.viewers.reload(viewer), action);
      if (changes instanceof Refusal) throw changes;
      if (changes) await this.write(id, changes, version);
      const shown = await this.shown(id, viewer.accountId);
      if (changes) this.db.afterCommit(() => this.live.tellChange(shown));
      return shown;
    });
  }

  /** Checks a permission on the channel from inside `part`. Locks the channel and checks with the current rights. */
  async askChannel(viewer: Viewer, channelId: string, action: string): Promise<void> {
    await this.access.load(Channel, channelId, viewer, 'read');
    await this.access.recheck(Channel, channelId, await this.viewers.reload(viewer), action);
  }

  private async write(id: string, changes: Partial<Message>, version: number): Promise<void> {
    const named = changes.mentionIds && { namedVersion: version };
    await this.db.repo(Message).update(id, { ...changes, ...named, version });
    if (changes.body) await this.words.put(id);
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

  /** Returns a message as one account sees it. */
  async shown(id: string, accountId: string): Promise<MessageView> {
    const text = `select ${messageViewColumns('s', '$2')} from message_shown s where s.id = $1`;
    const [row] = await this.db.named<MessageViewRow>('message-shown', text, [id, accountId]);
    const [view] = await this.sealed.viewsOf([row!]);
    if (!view) throw new NotFound();
    return view;
  }

  async allShown(ids: readonly string[], accountId: string): Promise<MessageView[]> {
    const text = `select ${messageViewColumns('s', '$2')} from message_shown s where s.id = any($1)`;
    const rows = await this.db.named<MessageViewRow>('messages-shown', text, [ids, accountId]);
    return this.sealed.viewsOf(rows);
  }
}

/** Returns a refusal, to be thrown later if the requester still has access; throws any other error. */
function refusalIn(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}
