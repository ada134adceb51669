import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { ParkedJobsService } from '#events/parked-jobs.service.js';
import { Clock, DAY } from '#kernel/clock.js';
import { DataClassRun } from './data-class-run.entity.js';
import { type DataClass, DataClassesService } from './data-classes.service.js';
import { RetentionFailed } from './retention.events.js';

const WEEK = 7 * DAY;

/** The job that runs a data class whose scheduled runs are held back. */
export const RELEASE_HELD_RUN_JOB = 'retention.release';
const releaseOf = (name: string): string => `${RELEASE_HELD_RUN_JOB}:${name}`;

/** Destroys expired data of the data classes. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly classes: DataClassesService,
    private readonly parked: ParkedJobsService,
  ) {}

  /**
   * Destroys the expired data of one class in one transaction. A failure is recorded, reported to administrators and
   * thrown again.
   */
  async run(name: string): Promise<void> {
    const dataClass = this.classes.named(name);
    try {
      await this.db.write(() => this.destroy(dataClass));
    } catch (error) {
      await this.db.write(() => this.fail(name));
      throw error;
    }
  }

  /**
   * Runs a class on schedule and returns whether it ran. If the last run, successful or failed, was more than a week
   * ago, the clock may have jumped. The run is then held back for one day, and administrators are notified. They can
   * start the run from the parked jobs.
   */
  async runByClock(name: string): Promise<boolean> {
    if (await this.db.write(() => this.isHeld(name))) return false;
    await this.run(name);
    return true;
  }

  /** The last run of each class, without classes that never ran. */
  async runs(): Promise<Map<string, DataClassRun>> {
    const runs = await this.db.repo(DataClassRun).find();
    return new Map(runs.map((run) => [run.name, run]));
  }

  private async destroy({ name, lasts, destroy }: DataClass): Promise<void> {
    await this.lock(name);
    const count = await destroy(this.clock.in(-lasts));
    const now = this.clock.now();
    const change = { ranAt: now, triedAt: now, count, failingSince: null, heldSince: null };
    await this.db.repo(DataClassRun).update(name, change);
    await this.parked.withdraw(releaseOf(name));
  }

  private async isHeld(name: string): Promise<boolean> {
    const { ranAt, triedAt, heldSince } = await this.lock(name);
    const last = triedAt ?? ranAt;
    if (!last || last >= this.clock.in(-WEEK)) return false;
    if (heldSince && heldSince <= this.clock.in(-DAY)) return false;
    // A `heldSince` in the future was stored before the clock was set back, so it counts as missing.
    if (!heldSince || heldSince > this.clock.now()) {
      await this.db.repo(DataClassRun).update(name, { heldSince: this.clock.now() });
      await this.alarm(name);
      await this.parked.offer(RELEASE_HELD_RUN_JOB, { name }, releaseOf(name));
    }
    return true;
  }

  private async fail(name: string): Promise<void> {
    const { failingSince } = await this.lock(name);
    const change = { triedAt: this.clock.now(), heldSince: null };
    await this.db.repo(DataClassRun).update(name, change);
    if (!failingSince) await this.alarm(name);
  }

  private async alarm(name: string): Promise<void> {
    await this.db.repo(DataClassRun).update(name, { failingSince: this.clock.now() });
    await this.events.record(RetentionFailed, { dataClass: name });
  }

  /** Locks the run, so that of two concurrent runs the second waits and finds nothing to do. */
  private async lock(name: string): Promise<DataClassRun> {
    const runs = this.db.repo(DataClassRun);
    await runs.createQueryBuilder().insert().values({ name }).orIgnore().execute();
    return runs.findOneOrFail({ where: { name }, lock: { mode: 'pessimistic_write' } });
  }
}
