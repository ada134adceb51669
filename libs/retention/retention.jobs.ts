import { Injectable } from '@nestjs/common';
import { EventsService } from '#events/events.service.js';
import { Job } from '#events/on.decorator.js';
import { type DataClass, DataClassesService } from './data-classes.service.js';
import { RELEASE_HELD_RUN_JOB, RetentionService } from './retention.service.js';

/** Schedules the runs of all data classes. */
@Injectable()
export class RetentionJobs {
  constructor(
    private readonly events: EventsService,
    private readonly classes: DataClassesService,
    private readonly retention: RetentionService,
  ) {}

  @Job({ name: 'retention.run', cron: '23 4 * * *' })
  run(): Promise<void> {
    return this.ask(this.classes.all());
  }

  @Job({ name: 'retention.runHourly', cron: '53 * * * *' })
  runHourly(): Promise<void> {
    return this.ask(this.classes.all().filter(({ isHourly }) => isHourly));
  }

  /**
   * Queues one job per class, so that a failing class does not stop the others. A failing job is retried and finally
   * parked.
   */
  private async ask(classes: readonly DataClass[]): Promise<void> {
    for (const { name } of classes) {
      await this.events.ask('retention.destroy', { name }, { key: `retention:${name}` });
    }
  }

  @Job({ name: 'retention.destroy', destroys: true, isLong: true })
  async destroy({ name }: { name: string }): Promise<void> {
    await this.retention.runByClock(name);
  }

  /** Runs a class whose scheduled runs are held back, when an administrator starts it from the parked jobs. */
  @Job({ name: RELEASE_HELD_RUN_JOB, destroys: true, isLong: true })
  release({ name }: { name: string }): Promise<void> {
    return this.retention.run(name);
  }
}
