import {
  type BeforeApplicationShutdown,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock, SECOND } from '#kernel/clock.js';
import { hangUpOn, isTooSlow } from './limits.js';
import { Listeners } from './listeners.js';

const SESSIONS_EVERY = 10 * SECOND;
const READERS_EVERY = SECOND / 4;

/** Closes sockets whose session expired and sockets whose client reads too slowly. No event reports either. */
@Injectable()
export class Sweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly listeners: Listeners,
  ) {}

  onApplicationBootstrap() {
    const sessions = () => void this.closeEnded().catch(() => undefined);
    this.timers = [
      setInterval(sessions, SESSIONS_EVERY).unref(),
      setInterval(() => this.closeSlow(), READERS_EVERY).unref(),
    ];
  }

  beforeApplicationShutdown() {
    for (const timer of this.timers) clearInterval(timer);
  }

  /** Closes the sockets of expired sessions. An open socket does not extend its session. */
  async closeEnded(): Promise<void> {
    const listeners = this.listeners.all();
    if (listeners.length === 0) return;
    const ids = [...new Set(listeners.map((listener) => listener.sessionId))];
    const rows = await this.db.named<{ id: string }>(
      'living-sessions',
      `select id from session where id = any($1) and idle_ends_at > $2 and ends_at > $2`,
      [ids, this.clock.now()],
    );
    const living = new Set(rows.map((row) => row.id));
    for (const listener of listeners) {
      if (!living.has(listener.sessionId)) this.listeners.end(listener, 'session-ended');
    }
  }

  private closeSlow(): void {
    for (const { socket } of this.listeners.all()) {
      if (isTooSlow(socket.conn)) hangUpOn(socket.conn);
    }
  }
}
