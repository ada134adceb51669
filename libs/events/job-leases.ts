import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { MINUTE, SECOND } from '#kernel/clock.js';
import { Job } from './on.decorator.js';

const RENEW_EVERY_MS = 15 * SECOND;
/** A process whose renewal is a minute late is assumed to have ended. */
const OVER_AFTER_MS = RENEW_EVERY_MS + MINUTE;

const RENEW = `
  with renewed as (
    update graphile_worker._private_jobs set locked_at = clock_timestamp()
    where id = $1 and locked_at is not null returning job_queue_id)
  update graphile_worker._private_job_queues q set locked_at = clock_timestamp()
  from renewed where q.id = renewed.job_queue_id`;

const OVER = `locked_at < clock_timestamp() - $1 * interval '1 millisecond'`;
const RELEASE = `
  with released as (
    update graphile_worker._private_jobs set locked_at = null, locked_by = null,
      run_at = greatest(run_at, now())
    where ${OVER} returning 1)
  update graphile_worker._private_job_queues set locked_at = null, locked_by = null where ${OVER}`;

/**
 * Renews the locks of running jobs as leases. Without leases graphile-worker would free the jobs of a crashed process
 * only after four hours.
 */
@Injectable()
export class JobLeases {
  constructor(private readonly db: Database) {}

  /** Renews the lease of a job while `work` runs. */
  async during<T>(jobId: string, work: () => Promise<T>): Promise<T> {
    const renew = () => void this.db.query(RENEW, [jobId]).catch(() => undefined);
    const timer = setInterval(renew, RENEW_EVERY_MS).unref();
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  }

  /** Releases jobs whose process has ended. */
  @Job({ name: 'jobs.release', cron: '* * * * *' })
  async release(): Promise<void> {
    await this.db.query(RELEASE, [OVER_AFTER_MS]);
  }
}
