import {
  type BeforeApplicationShutdown,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock, SECOND } from '#kernel/clock.js';
import { isReadingTooSlowly, terminateConnection } from './send-buffer.patch.js';
import { SocketRegistry } from './socket-registry.js';

const SESSIONS_EVERY = 10 * SECOND;
const READERS_EVERY = SECOND / 4;

/**
 * Closes sockets whose session expired and sockets whose client reads too slowly. It polls, because no event reports
 * either case.
 */
@Injectable()
export class StaleSocketCloser implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly registry: SocketRegistry,
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
    const listeners = this.registry.all();
    if (listeners.length === 0) return;
    const ids = [...new Set(listeners.map((listener) => listener.sessionId))];
    const rows = await this.db.named<{ id: string }>(
      'living-sessions',
      `select id from session where id = any($1) and idle_ends_at > $2 and ends_at > $2`,
      [ids, this.clock.now()],
    );
    const living = new Set(rows.map((row) => row.id));
    for (const listener of listeners) {
      if (!living.has(listener.sessionId)) this.registry.end(listener, 'session-ended');
    }
  }

  private closeSlow(): void {
    for (const { socket } of this.registry.all()) {
      if (isReadingTooSlowly(socket.conn)) terminateConnection(socket.conn);
    }
  }
}
