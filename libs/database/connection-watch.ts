import { AsyncLocalStorage } from 'node:async_hooks';
import type { Socket } from 'node:net';
import { Client, type ClientConfig } from 'pg';

/** Beside the watch the network is asked whether the other side is still there. */
export const KEEP_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 };

const TICKS = 5;
/** A transaction whose client asks nothing for so long is ended by PostgreSQL, with the locks that it holds. */
const IDLE_TRANSACTION_MS = 30_000;

/** How long the statements of the running work may take, where that is not the usual time. */
const patience = new AsyncLocalStorage<number>();

/** Statements of `work` may take up to `ms` milliseconds, inside and outside of transactions that it opens. */
export const withPatience = <T>(ms: number, work: () => T): T => patience.run(ms, work);

/** PostgreSQL ends a statement before its connection counts as lost, so that a slow one is told from a lost one. */
const statementTimeout = (silenceMs: number): number => Math.floor(silenceMs * 0.8);

interface Watched {
  readonly client: Client;
  /** Silence after which it counts as lost while it owes an answer. */
  silenceMs: number;
  bytes: number;
  /** Ticks since the last byte came. */
  quiet: number;
  /** Ticks since then in each of which an answer was owed. */
  owed: number;
}

/** What `pg` knows of a connection and does not declare. */
interface Inside {
  readonly readyForQuery?: boolean;
  readonly connection: { readonly stream: Socket };
  getTransactionStatus(): string | null;
}
const inside = (client: Client): Inside => client as unknown as Inside;

/**
 * Ends connections to PostgreSQL that were lost without a word: those that owe an answer and receive nothing for
 * `silenceMs`. The deadline is silence and not age, so a slow statement does not fail those sent behind it.
 */
export class ConnectionWatch {
  private readonly connections = new Set<Watched>();
  private timer: NodeJS.Timeout | undefined;
  private unansweredSince: number | undefined;

  constructor(readonly silenceMs: number) {}

  /** Settings of a connection that `add` watches. */
  get settings(): ClientConfig {
    return {
      statement_timeout: statementTimeout(this.silenceMs),
      idle_in_transaction_session_timeout: IDLE_TRANSACTION_MS,
    };
  }

  /** Milliseconds since `ask` was called without any answer on any connection since then. */
  get silentFor(): number {
    return this.unansweredSince === undefined ? 0 : performance.now() - this.unansweredSince;
  }

  /** From now on an answer is expected on one of the connections. */
  ask(): void {
    this.unansweredSince ??= performance.now();
  }

  /** Watches a connection that is open, until it ends. `hasPatience`: its statements may take as long as `withPatience` says. */
  add(client: Client, hasPatience = false): void {
    const bytes = inside(client).connection.stream.bytesRead;
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

  /** Counts turns of the event loop and not time: after a pause of the process answers may wait to be read. */
  private look(): void {
    let isLost = false;
    for (const watched of this.connections) {
      this.count(watched);
      const ticks = (watched.silenceMs / this.silenceMs) * TICKS;
      if (watched.owed >= ticks) isLost = end(watched);
    }
    // Those that nobody uses now were lost with it, if they were: the next request should not find that out.
    if (isLost) for (const watched of this.connections) if (isIdle(watched)) end(watched);
  }

  private count(watched: Watched): void {
    const { connection, readyForQuery } = inside(watched.client);
    const { bytesRead } = connection.stream;
    if (bytesRead !== watched.bytes) {
      watched.bytes = bytesRead;
      watched.quiet = 0;
      watched.owed = 0;
      this.unansweredSince = undefined;
      return;
    }
    watched.quiet += 1;
    watched.owed = readyForQuery === false ? watched.owed + 1 : 0;
  }

  /** Sets statement_timeout when the caller's limit differs from that of the previous statement. Never inside a transaction. */
  private fitStatements(watched: Watched): void {
    const { client } = watched;
    // Looked up at each call: what is put around the method of the class later is called, too.
    const query = (...args: unknown[]) =>
      (Client.prototype.query as (...args: unknown[]) => unknown).apply(client, args);
    const fitted = (...args: unknown[]) => {
      const silenceMs = patience.getStore() ?? this.silenceMs;
      if (silenceMs !== watched.silenceMs && inside(client).getTransactionStatus() === 'I') {
        watched.silenceMs = silenceMs;
        query(`set statement_timeout = ${statementTimeout(silenceMs)}`, () => undefined);
      }
      return query(...args);
    };
    client.query = fitted as typeof client.query;
  }
}

const isIdle = ({ client, quiet }: Watched): boolean =>
  quiet >= TICKS &&
  inside(client).readyForQuery !== false &&
  inside(client).getTransactionStatus() === 'I';

/** An error that `isOutage` recognises. */
export const noAnswer = (what = 'PostgreSQL does not answer'): Error =>
  Object.assign(new Error(what), { code: 'ETIMEDOUT' });

function end({ client }: Watched): true {
  inside(client).connection.stream.destroy(noAnswer());
  return true;
}
