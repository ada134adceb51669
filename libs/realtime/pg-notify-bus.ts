import { setTimeout as wait } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Client, QueryResult, QueryResultRow } from 'pg';
import { noAnswerError } from '#database/connection-watch.js';
import { Database } from '#database/database.js';
import { newId } from '#kernel/ids.js';

/**
 * How long after the start of a successful round trip this node may send. A successful round trip proves that the node
 * received every notice sent before it.
 */
export const BUS_LEASE_MS = 450;
const BEAT_MS = 150;
/** After this time without a response the connection counts as lost: the sockets are closed and new ones refused. */
const LOST_AFTER_MS = 5_000;
const TOUCH_EVERY_MS = 2_000;
const RETRY_MS = 250;
/** A node whose row is older than this has no open sockets any more. */
export const NODE_TIMEOUT_MS = 15_000;

const CHANNEL = 'trama_nodes';
const SAY = 'select pg_notify($1, word) from unnest($2::text[]) as word';

export interface BusListener {
  /**
   * Called when any node, including this one, sent a message. The calls are synchronous and in the order of the
   * COMMITs.
   */
  onWord(word: string): void;
  /** Called when the connection was lost. Nothing may be sent until the connection is back. */
  onLost(): void;
  /** Called when the connection is back. This node missed the messages sent while the connection was lost. */
  onBack(): void;
  /** Called when a round trip succeeded. All messages sent before the round trip have been received. */
  onSure(): void;
}

/**
 * This node's own connection to PostgreSQL, on which it receives the NOTIFY messages of all nodes. PostgreSQL delivers
 * a notice that was committed before a statement no later than the response to that statement. A successful round trip
 * therefore proves that this node received all earlier notices, and renews its lease. A disconnected node cannot renew
 * its lease and stops sending by itself.
 */
@Injectable()
export class PgNotifyBus implements OnModuleInit, BeforeApplicationShutdown {
  readonly nodeId = newId();
  private listener: BusListener | undefined;
  private client: Client | undefined;
  private loop: Promise<void> = Promise.resolve();
  private sureSince = -Infinity;
  /** Settles when the last statement queued on this connection has finished. */
  private asked: Promise<unknown> = Promise.resolve();
  private readonly closing = new AbortController();

  constructor(private readonly db: Database) {}

  /** Whether this node receives messages of other nodes. Otherwise this node accepts no sockets. */
  get isOpen(): boolean {
    return this.client !== undefined;
  }

  /**
   * Whether the lease is valid, that is, whether this node has received all messages older than the lease. This node
   * sends only while the lease is valid.
   */
  get isSure(): boolean {
    return this.isOpen && performance.now() - this.sureSince < BUS_LEASE_MS;
  }

  private get isClosing(): boolean {
    return this.closing.signal.aborted;
  }

  listen(listener: BusListener): void {
    this.listener = listener;
  }

  /**
   * Sends messages of at most 8,000 bytes to every node, including this one. Calls `take` once a connection of the pool
   * is available, which may take seconds. Sends outside the caller's transaction. Inside, NOTIFY would wait for the
   * COMMIT, and a caller that waits for a response would never get the response.
   */
  async say(take: () => readonly string[]): Promise<void> {
    const client = await this.db.pool.connect();
    try {
      await client.query(SAY, [CHANNEL, take()]);
      client.release();
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /**
   * Sends a message that a request waits for. Uses this node's own connection, because requests that wait for locks may
   * occupy the whole pool. Uses the pool if the lease is not valid.
   */
  async sayFirst(word: string): Promise<void> {
    await this.first(SAY, [CHANNEL, [word]]);
  }

  /** Returns the ids of the other nodes that may have open sockets. */
  async others(): Promise<string[]> {
    const { rows } = await this.first<{ id: string }>(
      `select id from node where id <> $1 and seen_at > clock_timestamp() - $2 * interval '1 millisecond'`,
      [this.nodeId, NODE_TIMEOUT_MS],
    );
    return rows.map((row) => row.id);
  }

  async onModuleInit() {
    this.loop = this.keepOpen(await this.open());
  }

  async beforeApplicationShutdown() {
    this.closing.abort();
    await this.loop;
  }

  private async keepOpen(first: Client): Promise<void> {
    let client: Client | undefined = first;
    while (!this.isClosing) {
      if (client) await this.beat(client).catch(() => undefined);
      this.lose();
      // Do not await: the server may be unreachable.
      client?.end().catch(() => undefined);
      await this.pause(RETRY_MS);
      client = this.isClosing ? undefined : await this.open().catch(() => undefined);
      if (client) this.listener?.onBack();
    }
    client?.end().catch(() => undefined);
  }

  private async open(): Promise<Client> {
    const client = await this.db.connect();
    client.on('notification', ({ payload }) => this.listener?.onWord(payload ?? ''));
    // An earlier connection may end after a new one was opened. Ignore that end.
    client.once('end', () => this.client === client && this.lose());
    this.asked = Promise.resolve(); // Do not wait for statements of an earlier connection.
    try {
      await this.ask(client, `set synchronous_commit = off; listen ${CHANNEL}`);
      await this.touch(client);
    } catch (error) {
      client.end().catch(() => undefined); // Otherwise this connection would stay open beside its replacement.
      throw error;
    }
    this.client = client;
    this.sureSince = performance.now();
    return client;
  }

  /** Renews the lease until the connection fails or the process ends. */
  private async beat(client: Client): Promise<void> {
    let touchedAt = performance.now();
    while (!this.isClosing) {
      await this.pause(BEAT_MS);
      const beganAt = performance.now();
      if (beganAt - this.sureSince > LOST_AFTER_MS || this.client !== client) return;
      const isTouch = beganAt - touchedAt > TOUCH_EVERY_MS;
      await (isTouch ? this.touch(client) : this.ask(client, 'select 1'));
      if (isTouch) touchedAt = beganAt;
      this.sureSince = beganAt;
      this.listener?.onSure();
    }
    await this.ask(client, 'delete from node where id = $1', [this.nodeId]);
  }

  private async touch(client: Client): Promise<void> {
    const sql = `insert into node (id, seen_at) values ($1, clock_timestamp())
      on conflict (id) do update set seen_at = excluded.seen_at`;
    await this.ask(client, sql, [this.nodeId]);
    await this.ask(client, `delete from node where seen_at < now() - interval '1 hour'`);
  }

  private first<R extends QueryResultRow>(sql: string, values: unknown[]): Promise<QueryResult<R>> {
    const own = this.isSure ? this.client : undefined;
    return own ? this.ask<R>(own, sql, values) : inTime(this.db.pool.query<R>(sql, values));
  }

  /** Runs statements one after another, because the connection handles one at a time. */
  private ask<R extends QueryResultRow>(
    client: Client,
    sql: string,
    values: unknown[] = [],
  ): Promise<QueryResult<R>> {
    const answer = this.asked.then(() => client.query<R>(sql, values));
    this.asked = answer.catch(() => undefined);
    return inTime(answer);
  }

  private pause(ms: number): Promise<void> {
    const { signal } = this.closing;
    return wait(ms, undefined, { ref: false, signal }).catch(() => undefined);
  }

  private lose(): void {
    if (!this.client) return;
    this.client = undefined;
    this.sureSince = -Infinity;
    this.listener?.onLost();
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_done, fail) => {
    timer = setTimeout(() => fail(noAnswerError()), LOST_AFTER_MS);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
