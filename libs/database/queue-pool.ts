import { setTimeout as wait } from 'node:timers/promises';
import { callbackify } from 'node:util';
import { Client, type ClientConfig, Pool, type PoolClient, type PoolConfig } from 'pg';
import { isOutage } from './error-codes.js';

/** Connection timeout, in milliseconds. */
export const CONNECT_MS = 3_000;

const RECONNECT_DELAY_MS = 250;
/** Tells the job queue to try again a moment later: `serialization_failure`. */
const TRY_AGAIN = '40001';

// oxlint-disable-next-line typescript/no-explicit-any -- the result has a type for each form of the arguments
type Method = (...args: unknown[]) => any;
type Done = Parameters<Pool['connect']>[0];

/**
 * A connection of the job queue. The queue writes down that a job ended without waiting for it, and tries that again only
 * after errors with some codes. Any other one, like that of a lost connection, would be a rejection that nobody handles
 * and end the process. So every such error gets a code that the queue knows.
 */
class QueueClient extends Client {
  constructor(config?: ClientConfig) {
    super({ ...config, connectionTimeoutMillis: CONNECT_MS });
    // It has a form with a callback and one with a promise; the pool and the queue use both.
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
  throw isOutage(error) ? tryAgain(error) : error;
}

/**
 * The connections of the job queue. `connect()` tries again during an outage until it succeeds or `closing` is aborted:
 * the queue's own pauses grow to two minutes, and nothing ends them.
 */
export class QueuePool extends Pool {
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

  private async untilConnected(): Promise<PoolClient> {
    const { closing } = this;
    for (;;) {
      try {
        return await super.connect();
      } catch (error) {
        // Also when the pool has ended, which has no code.
        if (closing.aborted) throw tryAgain(error);
        if (!isOutage(error)) throw error;
      }
      await wait(RECONNECT_DELAY_MS, undefined, { ref: false, signal: closing }).catch(
        () => undefined,
      );
    }
  }
}
