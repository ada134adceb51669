import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Job } from '#events/on.decorator.js';
import { InboxEntries } from './inbox-entries.service.js';
import type { MessageShown } from '../messages/message.entity.js';

const EVERY_MS = 1_000;
const NAME = 'channels.inbox';

/**
 * A message records no event: what it brings into inboxes is read by one job of its channel, at most once a second. Only
 * what names or answers somebody, or may have, asks for it; what a process did not live to ask for is found by the clock.
 */
@Injectable()
export class InboxJobs {
  private readonly asked = new Set<string>();

  constructor(
    private readonly db: Database,
    private readonly events: EventsService,
    private readonly entries: InboxEntries,
  ) {}

  /** Call after COMMIT, with what a message became. */
  soon(message: MessageShown): void {
    const { channelId, mentionIds, mentionsAll, replyToId, editedAt, isDeleted } = message;
    const isAny = mentionIds.length > 0 || mentionsAll || replyToId || editedAt || isDeleted;
    if (!isAny || this.asked.has(channelId)) return;
    this.asked.add(channelId);
    setTimeout(() => this.asked.delete(channelId), EVERY_MS).unref();
    const options = { key: `inbox:${channelId}`, delayMs: EVERY_MS };
    // A lost one is made good by the clock; there is nobody to tell of a failure.
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
