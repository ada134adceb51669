import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Job, On } from '#events/on.decorator.js';
import { Clock } from '#kernel/clock.js';
import { RetentionService } from '#retention/retention.service.js';
import { LongestRetentionChanged } from '#settings/settings.events.js';
import { ExpiredMessages } from './expired.data-classes.js';
import { Timers } from './timers.service.js';

@Injectable()
export class TimersJobs {
  constructor(
    private readonly db: Database,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly retention: RetentionService,
    private readonly expired: ExpiredMessages,
    private readonly timers: Timers,
  ) {}

  /** The shortest time is an hour, so a day is too long to wait for the run of all data classes. */
  @Job({ name: 'channels.purge', destroys: true, cron: '*/3 * * * *', isLong: true })
  async purge(): Promise<void> {
    const until = this.clock.now();
    while (await this.expired.isDue(until)) {
      if (!(await this.retention.runByClock('message'))) return;
    }
  }

  /** Channel by channel, since each is locked while what is said in it gets its new time. */
  @On(LongestRetentionChanged)
  async followTheInstance(): Promise<void> {
    const channels = await this.db.query<{ id: string }>('select id from channel order by id');
    for (const { id } of channels) {
      await this.events.ask('channels.follow', { id }, { key: `channels.follow:${id}` });
    }
  }

  @Job({ name: 'channels.follow', isLong: true })
  follow({ id }: { id: string }): Promise<void> {
    return this.timers.followInstance(id);
  }
}
