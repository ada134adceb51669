import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Logger, parseCronItems, type Runner, run, runOnce, type TaskList } from 'graphile-worker';
import type { Pool } from 'pg';
import { Database } from '#database/database.js';
import type { Config } from '#kernel/config.js';
import { InjectConfig } from '#kernel/kernel.module.js';
import type { Delivery } from './events.service.js';
import { Handlers } from './handlers.js';

/** Jobs at once; the queue itself needs a connection to listen and one to look. */
const CONCURRENCY = 3;
const SILENT = new Logger(() => () => undefined);

/** Delivers events and runs jobs, inside the api on one node, else in a process of its own. */
@Injectable()
export class EventsWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  private runner: Runner | undefined;
  private pool: Pool | undefined;

  constructor(
    private readonly db: Database,
    private readonly handlers: Handlers,
    @InjectConfig() private readonly config: Config,
  ) {}

  /** Whether this process takes jobs, or need not. */
  get isReady(): boolean {
    return !this.config.hasWorker || this.runner !== undefined;
  }

  async onApplicationBootstrap() {
    if (!this.config.hasWorker) return;
    this.pool = this.db.separatePool(CONCURRENCY + 2);
    this.runner = await run({
      pgPool: this.pool,
      concurrency: CONCURRENCY,
      noHandleSignals: true,
      logger: SILENT,
      taskList: this.tasks(),
      parsedCronItems: parseCronItems(this.schedule()),
    });
  }

  async onApplicationShutdown() {
    await this.runner?.stop();
    this.runner = undefined;
    await this.pool?.end();
    this.pool = undefined;
  }

  /** Runs what is due in this process, and what that brings about, until nothing is left. */
  async drain(): Promise<void> {
    const taskList = this.tasks();
    await runOnce({ pgPool: this.db.pool, noHandleSignals: true, logger: SILENT, taskList });
  }

  /** Runs one delivery in its own transaction. Heard already: nothing happens. */
  async deliver({ eventId, handler: name, payload }: Delivery): Promise<void> {
    const handler = this.handlers.events.find((one) => one.name === name);
    if (!handler) throw new Error(`No handler ${name}`);
    await this.db.write(async () => {
      const receipt = await this.db.query(
        'insert into event_receipt (event_id, handler) values ($1, $2) on conflict do nothing returning 1',
        [eventId, name],
      );
      if (receipt.length > 0) await handler.run(payload, eventId);
    });
  }

  private tasks(): TaskList {
    const tasks: TaskList = { deliver: (payload) => this.deliver(payload as Delivery) };
    for (const job of this.handlers.jobs) tasks[`job:${job.name}`] = (payload) => job.run(payload);
    return tasks;
  }

  private schedule() {
    return this.handlers.jobs.flatMap((job) =>
      job.cron ? [{ task: `job:${job.name}`, match: job.cron, identifier: job.name }] : [],
    );
  }
}
