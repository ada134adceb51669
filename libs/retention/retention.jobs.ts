import { Injectable } from '@nestjs/common';
import { EventsService } from '#events/events.service.js';
import { Job } from '#events/on.decorator.js';
import { DataClasses } from './data-classes.service.js';
import { RELEASE, RetentionService } from './retention.service.js';

/** The clock of all data classes. */
@Injectable()
export class RetentionJobs {
  constructor(
    private readonly events: EventsService,
    private readonly classes: DataClasses,
    private readonly retention: RetentionService,
  ) {}

  /** Once a day, and each class by itself: one that fails stops no other, is tried again, and is parked in the end. */
  @Job({ name: 'retention.run', cron: '23 4 * * *' })
  async run(): Promise<void> {
    for (const { name } of this.classes.all()) {
      await this.events.ask('retention.destroy', { name }, { key: `retention:${name}` });
    }
  }

  @Job({ name: 'retention.destroy', destroys: true, isLong: true })
  async destroy({ name }: { name: string }): Promise<void> {
    await this.retention.runByClock(name);
  }

  /** Offered to administrators while the class is held. */
  @Job({ name: RELEASE, destroys: true, isLong: true })
  release({ name }: { name: string }): Promise<void> {
    return this.retention.run(name);
  }
}
