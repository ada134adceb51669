import { EventEmitter } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import {
  type Job,
  Logger as QueueLogger,
  parseCronItems,
  type Runner,
  type RunnerOptions,
  run,
  runOnce,
  type Task,
  type TaskList,
} from 'graphile-worker';
import type { Pool, PoolClient } from 'pg';
import { ClockDrift } from '#database/clock-drift.js';
import { errorCodeOf, Database } from '#database/database.js';
import type { Config } from '#kernel/config.js';
import { InjectConfig } from '#kernel/kernel.module.js';
import type { EventDelivery } from './events.service.js';
import { HandlerRegistry } from './handler-registry.js';
import { JobLeases } from './job-leases.js';

/** Number of concurrent jobs. Graphile-worker needs two more connections: one to listen and one to fetch jobs. */
const CONCURRENCY = 3;
const SILENT = new QueueLogger(() => () => undefined);

/** Statement timeout of long jobs. */
const LONG_STATEMENT_MS = 60_000;
/**
 * Interval of keep-alive statements. The connection that listens for jobs is otherwise idle, so its loss would go
 * unnoticed.
 */
const ASK_LISTENER_EVERY_MS = 5_000;
const START_AGAIN_MS = 1_000;

/** SQL of the notification that graphile-worker sends when a job is added. */
const WAKE = `select pg_notify('jobs:insert', '{"count":1}')`;
const RELEASED_WITHIN_MS = 20;

type Run = (payload: unknown, jobId: string) => Promise<void>;

/** SQL that finds a job that is ready to run. */
const DUE =
  'select 1 from graphile_worker._private_jobs j where j.is_available and j.run_at <= now() limit 1';

/**
 * Removes the references that the options of a runner hold: graphile-worker keeps the options until the process ends.
 */
function forget(options: RunnerOptions): void {
  const { events, taskList = {} } = options;
  events?.removeAllListeners();
  for (const name of Object.keys(taskList)) delete taskList[name];
  delete options.pgPool;
}

/** Delivers events and runs jobs: in the api process if there is one node, else in a process of its own. */
@Injectable()
export class EventsWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly closing = new AbortController();
  private runner: Runner | undefined;
  private pool: Pool | undefined;
  private loop: Promise<void> | undefined;
  private readonly given: RunnerOptions[] = [];

  constructor(
    private readonly db: Database,
    private readonly handlers: HandlerRegistry,
    private readonly leases: JobLeases,
    private readonly drift: ClockDrift,
    @InjectConfig() private readonly config: Config,
  ) {}

  /** Whether this process takes jobs, or is configured not to take any. */
  get isReady(): boolean {
    return !this.config.hasWorker || this.runner !== undefined;
  }

  async onApplicationBootstrap() {
    if (!this.config.hasWorker) return;
    this.pool = this.db.queuePool(CONCURRENCY + 2, this.closing.signal);
    this.runner = await this.start(this.pool);
    this.loop = this.keepRunning(this.pool);
  }

  async onApplicationShutdown() {
    // graphile-worker never frees its options, which hold this signal; the stack of an error would hold the application.
    this.closing.abort('closing');
    await this.runner?.stop().catch(() => undefined);
    await this.loop;
    await this.pool?.end();
    this.given.forEach(forget);
  }

  /**
   * Runs all due jobs, and the jobs that they add, until none is left. Rejects in a process that takes jobs: it would not
   * wait for a job that the process has taken already.
   */
  async drain(): Promise<void> {
    if (this.config.hasWorker) throw new Error('drain: this process takes jobs by itself');
    const taskList = this.tasks();
    // `runOnce` can end too early: a finished job may still hold its named queue while the next job of that queue is
    // due.
    const options = { pgPool: this.db.pool, noHandleSignals: true, logger: SILENT, taskList };
    this.given.push(options);
    do await runOnce(options);
    while ((await this.db.query(DUE)).length > 0);
  }

  /** Runs one delivery in its own transaction. Does nothing if a receipt exists. */
  async deliver({ eventId, handler: name, payload }: EventDelivery): Promise<void> {
    const handler = this.handlers.events.find((one) => one.name === name);
    if (!handler)
      throw new Error(`No handler has the identifier ${name}; a renamed one needs its old id`);
    await this.db.write(async () => {
      const receipt = await this.db.query(
        'insert into event_receipt (event_id, handler) values ($1, $2) on conflict do nothing returning 1',
        [eventId, name],
      );
      if (receipt.length > 0) await handler.run(payload, eventId);
    });
  }

  /** Restarts graphile-worker whenever it stops. It stops completely if it cannot record the end of a job. */
  private async keepRunning(pool: Pool): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      const wasRunning = this.runner !== undefined;
      await this.runner?.promise.catch(() => undefined);
      this.runner = undefined;
      if (signal.aborted) return;
      if (wasRunning) this.logger.error('the job queue stopped; it is started again');
      await this.pause(START_AGAIN_MS);
      this.runner = await this.start(pool).catch(() => undefined);
    }
    await this.runner?.stop().catch(() => undefined);
  }

  private async start(pool: Pool): Promise<Runner> {
    const events = new EventEmitter();
    events.on('pool:listen:success', ({ client }: { client: PoolClient }) => void this.ask(client));
    events.on('job:complete', ({ job }: { job: Job }) => this.lookAgain(job));
    const options: RunnerOptions = {
      ...{ pgPool: pool, concurrency: CONCURRENCY, noHandleSignals: true, logger: SILENT, events },
      taskList: this.tasks(),
      parsedCronItems: parseCronItems(this.schedule()),
    };
    this.given.push(options);
    return run(options);
  }

  /**
   * Makes graphile-worker look for jobs again. A worker looks for its next job before the finished job releases its
   * named queue, so a job that waits in that queue would otherwise wait for the next poll.
   */
  private lookAgain({ job_queue_id: queueId }: Job): void {
    if (queueId === null) return;
    const wake = () => void this.db.query(WAKE).catch(() => undefined);
    setTimeout(wake, RELEASED_WITHIN_MS).unref();
  }

  /** Sends keep-alive statements until one fails; graphile-worker notices the failure by itself. */
  private async ask(listener: PoolClient): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      await this.pause(Math.min(ASK_LISTENER_EVERY_MS, this.config.databaseSilenceMs));
      if (signal.aborted) return;
      const isThere = await listener.query('select 1').catch(() => false);
      if (!isThere) return;
    }
  }

  private tasks(): TaskList {
    const tasks: TaskList = {
      deliver: this.task((payload) => this.deliver(payload as EventDelivery)),
    };
    for (const job of this.handlers.jobs) {
      const run: Run = (payload, id) => job.run(payload, id);
      const patiently: Run = (payload, id) =>
        this.db.patiently(LONG_STATEMENT_MS, () => job.run(payload, id));
      const work = job.isLong ? patiently : run;
      tasks[`job:${job.name}`] = this.task(job.destroys ? this.whileClocksAgree(work) : work);
    }
    return tasks;
  }

  private task(run: Run): Task {
    return async (payload, { job }) => {
      try {
        await this.leases.during(job.id, () => run(payload, job.id));
      } catch (error) {
        this.report(job, payload, error);
        throw error;
      }
    };
  }

  /** Wraps a job so that it rejects while the clocks of this node and of PostgreSQL differ; it is then retried. */
  private whileClocksAgree(run: Run): Run {
    return async (payload, id) => {
      if (!(await this.drift.measure()))
        throw new Error('the clocks of this node and of PostgreSQL differ');
      await run(payload, id);
    };
  }

  /** Logs neither the payload nor the error message: both may contain names and personal data. */
  private report(job: Job, payload: unknown, error: unknown): void {
    const name = (payload as Partial<EventDelivery> | null)?.handler ?? job.task_identifier;
    const { name: kind, stack } = error instanceof Error ? error : new Error('not an error');
    const attempt = `attempt ${job.attempts} of ${job.max_attempts}`;
    this.logger.error(`${name} failed, ${attempt}: ${kind} ${errorCodeOf(error)}`.trimEnd(), stack);
  }

  private pause(ms: number): Promise<void> {
    const { signal } = this.closing;
    return wait(ms, undefined, { ref: false, signal }).catch(() => undefined);
  }

  private schedule() {
    return this.handlers.jobs.flatMap((job) =>
      job.cron ? [{ task: `job:${job.name}`, match: job.cron, identifier: job.name }] : [],
    );
  }
}
