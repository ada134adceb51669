import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { NotFound } from '#kernel/errors.js';

/**
 * A job that used up its attempts. Contains neither payload nor error text, because both may contain data that staff
 * may not see.
 */
export interface ParkedJob {
  readonly id: string;
  readonly task: string;
  readonly attempts: number;
  readonly failedAt: Date;
}

@Injectable()
export class ParkedJobsService {
  constructor(private readonly db: Database) {}

  /**
   * Returns parked deliveries and jobs, newest first, at most 100. Skips locked jobs, whose last attempt is still
   * running.
   */
  list(): Promise<ParkedJob[]> {
    return this.db.query<ParkedJob>(`
      select j.id::text as id, j.attempts, j.updated_at as "failedAt",
        coalesce(p.payload ->> 'handler', j.task_identifier) as task
      from graphile_worker.jobs j join graphile_worker._private_jobs p using (id)
      where j.attempts >= j.max_attempts and j.locked_at is null order by j.updated_at desc limit 100`);
  }

  /** Adds a job in the parked state; administrators can start it. */
  async offer(name: string, payload: object, key: string): Promise<void> {
    this.db.assertWriting();
    await this.withdraw(key); // Otherwise `add_job` would leave an earlier job without a key.
    const add = 'select graphile_worker.add_job($1, $2::json, job_key := $3, max_attempts := 10)';
    await this.db.query(add, [`job:${name}`, JSON.stringify(payload), key]);
    const park = 'update graphile_worker._private_jobs set attempts = max_attempts where key = $1';
    await this.db.query(park, [key]);
  }

  /** Removes an offered job, if it exists. */
  async withdraw(key: string): Promise<void> {
    await this.db.query('select graphile_worker.remove_job($1)', [key]);
  }

  /** Deletes jobs that were parked before the given time, and returns their number. */
  async removeBefore(before: Date): Promise<number> {
    const removed = await this.db.query(
      `delete from graphile_worker._private_jobs
       where attempts >= max_attempts and locked_at is null and updated_at < $1 returning 1`,
      [before],
    );
    return removed.length;
  }

  /** Resets the attempts of a parked job. Throws NotFound if there is none. */
  async retry(id: string): Promise<void> {
    if (!/^\d{1,18}$/.test(id)) throw new NotFound();
    const rows = await this.db.query(
      `select 1 from graphile_worker.jobs j, graphile_worker.reschedule_jobs(array[j.id], run_at := now(), attempts := 0)
       where j.id = $1 and j.attempts >= j.max_attempts`,
      [id],
    );
    if (rows.length === 0) throw new NotFound();
  }
}
