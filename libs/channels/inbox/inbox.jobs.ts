import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Job } from '#events/on.decorator.js';
import { InboxEntriesService } from './inbox-entries.service.js';
import type { MessageView } from '../messages/message.entity.js';

const EVERY_MS = 1_000;
const NAME = 'channels.inbox';

/**
 * Updates the inboxes after messages were posted, because posting records no event. One job per channel runs at most
 * once a second. It is requested only by messages that mention or answer a person, or may have done so before an edit
 * or deletion. A job every minute finds channels whose request was lost, for example in a crash.
 */
@Injectable()
export class InboxJobs {
  private readonly asked = new Set<string>();

  constructor(
    private readonly db: Database,
    private readonly events: EventsService,
    private readonly entries: InboxEntriesService,
  ) {}

  /** Requests the inbox job of the message's channel, if needed. Call after COMMIT. */
  soon(message: MessageView): void {
    const { channelId, mentionIds, mentionsAll, replyToId, editedAt, isDeleted } = message;
    const isAny = mentionIds.length > 0 || mentionsAll || replyToId || editedAt || isDeleted;
    if (!isAny || this.asked.has(channelId)) return;
    this.asked.add(channelId);
    setTimeout(() => this.asked.delete(channelId), EVERY_MS).unref();
    const options = { key: `inbox:${channelId}`, delayMs: EVERY_MS };
    // Ignore failures: the job that runs every minute processes the channel later.
    void this.db
      .outside(() => this.events.ask(NAME, { channelId }, options))
      .catch(() => undefined);
  }

  @Job({ name: NAME })
  readOne(payload: unknown): Promise<void> {
    return this.entries.catchUp((payload as { channelId: string }).channelId);
  }

  @Job({ name: 'channels.inboxBehind', cron: '* * * * *' })
  async readWhatIsBehind(): Promise<void> {
    for (const channelId of await this.entries.behind()) await this.entries.catchUp(channelId);
  }
}
