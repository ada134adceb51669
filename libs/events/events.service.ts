import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { newId } from '#kernel/ids.js';
import type { EventType } from './event-type.js';
import { HandlerRegistry } from './handler-registry.js';

/** Number of attempts, over some hours in all, before a delivery is parked for staff. */
const MAX_ATTEMPTS = 10;
/**
 * Maximum number of attempts for jobs in a named queue. Such jobs depend on another server, which may be down for a
 * day.
 */
const MAX_ATTEMPTS_IN_QUEUE = 14;

/** Priorities of graphile-worker: lower ones run first. */
const [FIRST, LAST] = [0, 10];

/** Adds all deliveries of an event in one statement. */
const DELIVER = `select graphile_worker.add_jobs(array(
  select row('deliver', delivery, null, clock_timestamp(), $2, null, $3, null)::graphile_worker.job_spec
  from json_array_elements($1::json) delivery))`;

export interface EventDelivery {
  readonly eventId: string;
  readonly event: string;
  readonly handler: string;
  readonly payload: object;
}

interface AskOptions {
  /** Until the job runs, further requests with the same key are merged into it. */
  readonly key?: string;
  readonly delayMs?: number;
  /** Runs the job only when no other job is due. */
  readonly isLast?: boolean;
}

@Injectable()
export class EventsService {
  constructor(
    private readonly db: Database,
    private readonly handlers: HandlerRegistry,
  ) {}

  /** Records an event in the open transaction; it is delivered after COMMIT. Throws outside write(). */
  async record<P extends object>(event: EventType<P>, payload: P): Promise<void> {
    if (!this.db.isWriting) throw new Error(`${event.name} recorded outside write()`);
    const eventId = newId();
    const deliveries = this.handlers.events
      .filter((handler) => handler.event.name === event.name)
      .map(({ name }): EventDelivery => ({ eventId, event: event.name, handler: name, payload }));
    if (deliveries.length === 0) return;
    await this.db.query(DELIVER, [JSON.stringify(deliveries), MAX_ATTEMPTS, FIRST]);
  }

  /** Adds a job, in the open transaction if there is one. */
  async ask(name: string, payload: object, options: AskOptions = {}): Promise<void> {
    const queue = this.handlers.jobs.find((job) => job.name === name)?.queue;
    await this.addJob(`job:${name}`, payload, options, queue);
  }

  private async addJob(
    task: string,
    payload: object,
    { key, delayMs = 0, isLast = false }: AskOptions,
    queue?: string,
  ) {
    const sql = `select graphile_worker.add_job($1, $2::json, max_attempts := $3, job_key := $4,
      job_key_mode := 'preserve_run_at', run_at := clock_timestamp() + $5 * interval '1 millisecond',
      queue_name := $6, priority := $7)`;
    const attempts = queue ? MAX_ATTEMPTS_IN_QUEUE : MAX_ATTEMPTS;
    const [ofQueue, priority] = [queue ?? null, isLast ? LAST : FIRST];
    const values = [
      task,
      JSON.stringify(payload),
      attempts,
      key ?? null,
      delayMs,
      ofQueue,
      priority,
    ];
    await this.db.query(sql, values);
  }
}
