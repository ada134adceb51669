import { setTimeout as wait } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Client, QueryResult, QueryResultRow } from 'pg';
import { noAnswer } from '#database/connection-watch.js';
import { Database } from '#database/database.js';
import { newId } from '#kernel/ids.js';

/** For so long after a round trip began this node may send; then it must have heard whatever was told before. */
export const LEASE_MS = 450;
const BEAT_MS = 150;
/** Silence after which the line counts as lost: the sockets close and no new ones are taken. */
const LOST_AFTER_MS = 5_000;
const TOUCH_EVERY_MS = 2_000;
const RETRY_MS = 250;
/** A node whose row is older than this holds no socket any more. */
export const NODE_LIVES_MS = 15_000;

const CHANNEL = 'trama_nodes';
const SAY = 'select pg_notify($1, word) from unnest($2::text[]) as word';

export interface LineListener {
  /** Another node, or this one, said something. Runs synchronously, in the order of COMMITs. */
  onWord(word: string): void;
  /** The line is gone: nothing may be sent until it is back. */
  onLost(): void;
  /** The line is back: what was said meanwhile was not heard. */
  onBack(): void;
  /** A round trip came back: what was said before it began has been heard. */
  onSure(): void;
}

/**
 * This node's own connection to PostgreSQL, on which it hears what the others tell by NOTIFY. PostgreSQL hands over the
 * notices that were committed before a statement no later than the statement's answer, so a round trip that began after
 * a notice proves that it was heard: a lease. A node that is cut off cannot renew it, and knows that by itself.
 */
@Injectable()
export class Line implements OnModuleInit, BeforeApplicationShutdown {
  readonly nodeId = newId();
  private listener: LineListener | undefined;
  private client: Client | undefined;
  private loop: Promise<void> = Promise.resolve();
  private sureSince = -Infinity;
  /** Settles with the last statement that the connection was asked for. */
  private asked: Promise<unknown> = Promise.resolve();
  private readonly closing = new AbortController();

  constructor(private readonly db: Database) {}

  /** Whether this node listens: only then it takes sockets. */
  get isOpen(): boolean {
    return this.client !== undefined;
  }

  /** Whether everything told more than a lease ago has been heard: only then it sends. */
  get isSure(): boolean {
    return this.isOpen && performance.now() - this.sureSince < LEASE_MS;
  }

  private get isClosing(): boolean {
    return this.closing.signal.aborted;
  }

  listen(listener: LineListener): void {
    this.listener = listener;
  }

  /**
   * Tells every node, this one too, the words that `take` gives, each in at most 8,000 bytes. It is called once there is
   * a connection, which may be after seconds. At once, also for whoever is in a transaction: else they would wait for an
   * answer to what is not said before their COMMIT.
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
   * As `say`, for what somebody waits for: on this node's own connection, where it waits for a beat at most, since
   * requests that wait for locks may hold all of the pool. A connection that hangs is not sure; then by the pool.
   */
  async sayFirst(word: string): Promise<void> {
    await this.first(SAY, [CHANNEL, [word]]);
  }

  /** The ids of the other nodes that may hold sockets now. */
  async others(): Promise<string[]> {
    const { rows } = await this.first<{ id: string }>(
      `select id from node where id <> $1 and seen_at > clock_timestamp() - $2 * interval '1 millisecond'`,
      [this.nodeId, NODE_LIVES_MS],
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
      // Not awaited: the other side may be out of reach.
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
    // An earlier one may end late, when there is another.
    client.once('end', () => this.client === client && this.lose());
    this.asked = Promise.resolve(); // nothing waits for what an earlier connection owes
    try {
      await this.ask(client, `set synchronous_commit = off; listen ${CHANNEL}`);
      await this.touch(client);
    } catch (error) {
      client.end().catch(() => undefined); // another one is tried, and this one would stay
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

  /** One statement after another, since a connection carries one at a time. */
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
    timer = setTimeout(() => fail(noAnswer()), LOST_AFTER_MS);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
