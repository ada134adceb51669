import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Job, On } from '#events/on.decorator.js';
import { Clock } from '#kernel/clock.js';
import { RetentionService } from '#retention/retention.service.js';
import { MaxRetentionChanged } from '#settings/settings.events.js';
import { ExpiredMessages } from './expired-messages.data-classes.js';
import { MessageRetentionService } from './message-retention.service.js';

@Injectable()
export class MessageRetentionJobs {
  constructor(
    private readonly db: Database,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly retention: RetentionService,
    private readonly expired: ExpiredMessages,
    private readonly timers: MessageRetentionService,
  ) {}

  /**
   * Deletes expired messages every three minutes, because the daily run of all data classes is too rare for a retention
   * of one hour.
   */
  @Job({ name: 'channels.purge', destroys: true, cron: '*/3 * * * *', isLong: true })
  async purge(): Promise<void> {
    const until = this.clock.now();
    while (await this.expired.isDue(until)) {
      if (!(await this.retention.runByClock('message'))) return;
    }
  }

  /** Starts one job per channel, because each channel is locked while its messages change. */
  @On(MaxRetentionChanged, { id: 'TimersJobs.followTheInstance' })
  async followTheInstance(): Promise<void> {
    const channels = await this.db.query<{ id: string }>(
      'select id from channel where case_id is null order by id',
    );
    for (const { id } of channels) {
      await this.events.ask('channels.follow', { id }, { key: `channels.follow:${id}` });
    }
  }

  @Job({ name: 'channels.follow', isLong: true })
  follow({ id }: { id: string }): Promise<void> {
    return this.timers.followInstance(id);
  }
}
