import { setTimeout as wait } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnModuleInit,
} from '@nestjs/common';
import { Database } from '#database/database.js';
import type { Config } from '#kernel/config.js';
import { InjectConfig } from '#kernel/kernel.module.js';
import { PgNotifyBus } from './pg-notify-bus.js';

const CHANNEL = 'trama:wake';
const ROOMS_AT_ONCE = 500;
const BEAT_MS = 1_000;
/** After this time without a response Redis counts as unreachable and the connection is closed. */
const SILENT_MS = 3_000;
const MOST_BACKOFF_MS = 2_000;

type Client = ReturnType<(typeof import('@redis/client'))['createClient']>;

/**
 * Signals over Redis that a room has changes, and receives the signals of other nodes. Only names of rooms are sent,
 * and Redis stores none; each node reads the changes from PostgreSQL. Lost signals are harmless, because each node also
 * polls PostgreSQL.
 */
@Injectable()
export class RedisWakeup implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger('Redis');
  private readonly closing = new AbortController();
  private readonly waiting = new Set<string>();
  private onRooms: (rooms: readonly string[]) => void = () => undefined;
  private client: Client | undefined;
  private isSaying = false;
  private answeredAt = performance.now();
  private wasReachable = true;

  constructor(
    private readonly db: Database,
    private readonly bus: PgNotifyBus,
    @InjectConfig() private readonly config: Config,
  ) {}

  /** Whether there may be other nodes, that is, whether Redis is configured. */
  get isOn(): boolean {
    return this.config.redisUrl !== undefined;
  }

  /** Whether Redis responded recently. */
  get isReachable(): boolean {
    return performance.now() - this.answeredAt < SILENT_MS;
  }

  listen(onRooms: (rooms: readonly string[]) => void): void {
    this.onRooms = onRooms;
  }

  /** Queues a signal. Signals that arrive during a send go into the next one. */
  say(room: string): void {
    if (!this.client) return;
    this.waiting.add(room);
    if (!this.isSaying) void this.db.outside(() => this.sayAll());
  }

  async onModuleInit() {
    const { redisUrl } = this.config;
    if (!redisUrl) return;
    const { createClient } = await import('@redis/client'); // A single node does not need the Redis client.
    this.client = createClient({
      url: redisUrl,
      disableOfflineQueue: true,
      commandsQueueMaxLength: 100,
      disableClientInfo: true,
      maintNotifications: 'disabled',
      socket: { connectTimeout: SILENT_MS, socketTimeout: SILENT_MS, reconnectStrategy: backOff },
    });
    this.client.on('error', () => undefined); // `beat` detects failures, so this listener ignores them.
    // The start does not wait for Redis. The client reconnects for ever; `beat` subscribes again after each
    // reconnection.
    this.client.connect().catch(() => undefined);
    void this.beat(this.client);
  }

  async beforeApplicationShutdown() {
    this.closing.abort();
    this.client?.destroy();
  }

  private async sayAll(): Promise<void> {
    this.isSaying = true;
    await Promise.resolve(); // Lets all signals of this tick join one message.
    while (this.waiting.size > 0) {
      const rooms = [...this.waiting].slice(0, ROOMS_AT_ONCE);
      for (const room of rooms) this.waiting.delete(room);
      const text = JSON.stringify({ from: this.bus.nodeId, rooms });
      // A signal that cannot be sent is dropped, because the other nodes poll.
      await this.inTime(this.client!.publish(CHANNEL, text));
    }
    this.isSaying = false;
  }

  private hear(text: string): void {
    const said = parse(text);
    if (said && said.from !== this.bus.nodeId) this.onRooms(said.rooms);
  }

  private async beat(client: Client): Promise<void> {
    while (!this.closing.signal.aborted) {
      if (client.isReady && !client.isPubSubActive) {
        await this.inTime(client.subscribe(CHANNEL, (text) => this.hear(text)));
      }
      await this.inTime(client.ping());
      this.report();
      await this.pause(BEAT_MS);
    }
  }

  /** Waits for Redis for a limited time, and never rejects. */
  private async inTime(answer: Promise<unknown>): Promise<void> {
    const heard = answer.then(
      () => void (this.answeredAt = performance.now()),
      () => undefined,
    );
    await Promise.race([heard, this.pause(BEAT_MS)]);
  }

  private report(): void {
    if (this.isReachable === this.wasReachable) return;
    this.wasReachable = this.isReachable;
    this.logger.warn(this.isReachable ? 'is back' : 'out of reach; PostgreSQL is asked instead');
  }

  private pause(ms: number): Promise<void> {
    const { signal } = this.closing;
    return wait(ms, undefined, { ref: false, signal }).catch(() => undefined);
  }
}

const backOff = (tries: number): number =>
  Math.min(50 * 2 ** Math.min(tries, 10), MOST_BACKOFF_MS) * (0.5 + Math.random() / 2);

/** Validates untrusted input: anyone with access to Redis could publish. */
function parse(text: string): { from: string; rooms: string[] } | undefined {
  try {
    const { from, rooms } = JSON.parse(text) as { from: unknown; rooms: unknown };
    if (typeof from !== 'string' || !Array.isArray(rooms)) return undefined;
    return {
      from,
      rooms: rooms.filter((room) => typeof room === 'string').slice(0, ROOMS_AT_ONCE),
    };
  } catch {
    return undefined;
  }
}
