import { setTimeout as wait } from 'node:timers/promises';
import { callbackify } from 'node:util';
import { Client, type ClientConfig, Pool, type PoolClient, type PoolConfig } from 'pg';
import { isDatabaseOutage } from './postgres-error-codes.js';

/** Connection timeout, in milliseconds. */
export const CONNECT_TIMEOUT_MS = 3_000;

const RECONNECT_DELAY_MS = 250;
const UNUSED_CHECK_MS = 10;
/** PostgreSQL's code `serialization_failure`, after which the job queue retries. */
const TRY_AGAIN = '40001';

// oxlint-disable-next-line typescript/no-explicit-any -- the result has a type for each form of the arguments
type Method = (...args: unknown[]) => any;
type Done = Parameters<Pool['connect']>[0];

/**
 * A connection of the job queue. graphile-worker records the end of a job without waiting for the result, and retries
 * only after certain error codes. Any other error, such as a lost connection, would be an unhandled rejection and end
 * the process. An outage therefore gets a code after which graphile-worker retries.
 */
class QueueClient extends Client {
  constructor(config?: ClientConfig) {
    super({ ...config, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
    // `query` has a callback form and a promise form; the pool and graphile-worker use both.
    const query = this.query as Method;
    this.query = (...args: unknown[]) => {
      const answer = query.apply(this, args);
      return answer instanceof Promise ? answer.catch(throwTryAgain) : answer;
    };
  }
}

const tryAgain = (error: unknown): Error =>
  Object.assign(new Error('PostgreSQL is away', { cause: error }), { code: TRY_AGAIN });

function throwTryAgain(error: unknown): never {
  throw isDatabaseOutage(error) ? tryAgain(error) : error;
}

/**
 * The connection pool of the job queue. During an outage `connect()` retries until it succeeds or `closing` is aborted.
 * graphile-worker's own retry delays grow to two minutes and cannot be aborted.
 *
 * graphile-worker does not wait until the end of a job is recorded, so `end()` first waits for all connections. After
 * that `connect()` never settles: a rejection would be retried a hundred times and then end the process. The job then
 * runs again after its lease.
 */
export class JobQueuePool extends Pool {
  constructor(
    options: PoolConfig,
    private readonly closing: AbortSignal,
  ) {
    super({ ...options, Client: QueueClient });
  }

  override connect(): Promise<PoolClient>;
  override connect(done: Done): void;
  override connect(done?: Done): Promise<PoolClient> | void {
    if (!done) return this.untilConnected();
    callbackify(() => this.untilConnected())((error, client) =>
      done(error ?? undefined, client, (reason) => client.release(reason)),
    );
  }

  override end(): Promise<void>;
  override end(done: () => void): void;
  override end(done?: () => void): Promise<void> | void {
    const ended = this.untilUnused().then(() => super.end());
    if (!done) return ended;
    callbackify(() => ended)(() => done());
  }

  private async untilUnused(): Promise<void> {
    while (this.waitingCount > 0 || this.idleCount < this.totalCount) await wait(UNUSED_CHECK_MS);
  }

  private async untilConnected(): Promise<PoolClient> {
    const { closing } = this;
    for (;;) {
      if (this.ending) return new Promise<never>(() => undefined);
      try {
        return await super.connect();
      } catch (error) {
        if (closing.aborted) throw tryAgain(error);
        if (!isDatabaseOutage(error)) throw error;
      }
      await wait(RECONNECT_DELAY_MS, undefined, { ref: false, signal: closing }).catch(
        () => undefined,
      );
    }
  }
}
