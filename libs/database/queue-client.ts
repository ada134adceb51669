import { Client, type ClientConfig } from 'pg';
import { noAnswer } from './connection-watch.js';
import { isOutage } from './error-codes.js';

/** A server that does not answer its greeting for so long is given up. */
export const CONNECT_MS = 3_000;

// oxlint-disable-next-line typescript/no-explicit-any -- the result has a type for each form of the arguments
type Method = (...args: unknown[]) => any;

/**
 * A connection of the job queue. The queue writes down that a job ended without waiting for it, and tries that again only
 * after errors with some codes. Any other one, like a refused connection, would be a rejection that nobody handles and
 * end the process. So every error of a lost connection gets a code that it knows.
 */
export class QueueClient extends Client {
  constructor(config?: ClientConfig) {
    super({ ...config, connectionTimeoutMillis: CONNECT_MS });
    // The methods have a form with a callback and one with a promise; the pool and the queue use both.
    const connect = this.connect as Method;
    const query = this.query as Method;
    this.connect = (...args: unknown[]) => told(connect.apply(this, args.map(asCallback)));
    this.query = (...args: unknown[]) => told(query.apply(this, args));
  }
}

const tryAgain = (error: Error): Error =>
  isOutage(error) ? Object.assign(noAnswer(error.message), { cause: error }) : error;

const told: Method = (answer) => (answer instanceof Promise ? answer.catch(throwTryAgain) : answer);

/** The only argument of `connect` is called with the error, or with none. */
const asCallback = (done: unknown) => (error?: Error) =>
  (done as (error?: Error) => void)(error && tryAgain(error));

function throwTryAgain(error: Error): never {
  throw tryAgain(error);
}
