import { AsyncLocalStorage } from 'node:async_hooks';
import type { Client, ClientConfig } from 'pg';
import { isAnswerDue, isOutsideTransaction, socketOf } from './pg-client.patch.js';

/** TCP keep-alive, which detects lost connections in addition to `ConnectionWatch`. */
export const TCP_KEEP_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 };

const TICKS = 5;
/** PostgreSQL ends a transaction that has been idle for this time, and releases its locks. */
const IDLE_TRANSACTION_MS = 30_000;

/** Statement time limit of the current asynchronous context, if it is not the default. */
const patience = new AsyncLocalStorage<number>();

/** Statements of `work` may take up to `ms` milliseconds, inside and outside of transactions that it opens. */
export const withStatementTimeout = <T>(ms: number, work: () => T): T => patience.run(ms, work);

/** Shorter than the silence limit, so that PostgreSQL cancels a slow statement before its connection counts as lost. */
const statementTimeout = (silenceMs: number): number => Math.floor(silenceMs * 0.8);

interface Watched {
  readonly client: Client;
  /** A connection on which an answer is due counts as lost after this time without a byte. */
  silenceMs: number;
  bytes: number;
  /** Ticks since the last byte arrived. */
  quiet: number;
  /** Number of consecutive ticks without a byte while an answer was due. */
  owed: number;
}

/**
 * Closes connections to PostgreSQL that were lost silently: an answer is due and nothing arrives for `silenceMs`. Any
 * received byte resets the deadline, so a slow statement does not fail the ones queued behind it.
 */
export class ConnectionWatch {
  private readonly connections = new Set<Watched>();
  private timer: NodeJS.Timeout | undefined;
  private unansweredSince: number | undefined;

  constructor(readonly silenceMs: number) {}

  /** Settings for connections that are passed to `add`. */
  get settings(): ClientConfig {
    return {
      statement_timeout: statementTimeout(this.silenceMs),
      idle_in_transaction_session_timeout: IDLE_TRANSACTION_MS,
    };
  }

  /** Milliseconds since `ask` was called, if no connection has answered since then; else 0. */
  get silentFor(): number {
    return this.unansweredSince === undefined ? 0 : performance.now() - this.unansweredSince;
  }

  /** Starts to expect an answer on any of the connections. */
  ask(): void {
    this.unansweredSince ??= performance.now();
  }

  /**
   * Watches an open connection until it ends. With `hasPatience` its statements get the time limit of `withStatementTimeout`.
   */
  add(client: Client, hasPatience = false): void {
    const bytes = socketOf(client).bytesRead;
    const watched = { client, silenceMs: this.silenceMs, bytes, quiet: 0, owed: 0 };
    this.connections.add(watched);
    this.timer ??= setInterval(() => this.look(), this.silenceMs / TICKS).unref();
    client.once('end', () => this.remove(watched));
    this.unansweredSince = undefined;
    if (hasPatience) this.fitStatements(watched);
  }

  private remove(watched: Watched): void {
    this.connections.delete(watched);
    if (this.connections.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** Counts ticks of the event loop, not time: after the process was paused, answers may be waiting to be read. */
  private look(): void {
    let isLost = false;
    for (const watched of this.connections) {
      this.count(watched);
      const ticks = (watched.silenceMs / this.silenceMs) * TICKS;
      if (watched.owed >= ticks) isLost = end(watched);
    }
    // If one connection was lost, idle connections were probably lost too: ends those without traffic, so that the next
    // request does not fail on one.
    if (isLost) for (const watched of this.connections) if (isIdle(watched)) end(watched);
  }

  private count(watched: Watched): void {
    const { bytesRead } = socketOf(watched.client);
    if (bytesRead !== watched.bytes) {
      watched.bytes = bytesRead;
      watched.quiet = 0;
      watched.owed = 0;
      this.unansweredSince = undefined;
      return;
    }
    watched.quiet += 1;
    watched.owed = isAnswerDue(watched.client) ? watched.owed + 1 : 0;
  }

  /** Sets statement_timeout when the caller's limit differs from that of the previous statement. Never inside a transaction. */
  private fitStatements(watched: Watched): void {
    const { client } = watched;
    const query = (client.query as (...args: unknown[]) => unknown).bind(client);
    const fitted = (...args: unknown[]) => {
      const silenceMs = patience.getStore() ?? this.silenceMs;
      if (silenceMs !== watched.silenceMs && isOutsideTransaction(client)) {
        watched.silenceMs = silenceMs;
        query(`set statement_timeout = ${statementTimeout(silenceMs)}`, () => undefined);
      }
      return query(...args);
    };
    client.query = fitted as typeof client.query;
  }
}

const isIdle = ({ client, quiet }: Watched): boolean =>
  quiet >= TICKS && !isAnswerDue(client) && isOutsideTransaction(client);

/** Creates an error that `isDatabaseOutage` recognises. */
export const noAnswerError = (what = 'PostgreSQL does not answer'): Error =>
  Object.assign(new Error(what), { code: 'ETIMEDOUT' });

function end({ client }: Watched): true {
  socketOf(client).destroy(noAnswerError());
  return true;
}
