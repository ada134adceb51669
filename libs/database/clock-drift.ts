import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { SECOND, systemTime } from '#kernel/clock.js';
import { Database } from './database.js';

const MOST_MS = 30 * SECOND;
const CHECK_EVERY_MS = 10 * SECOND;

/**
 * Compares the clock of this machine with PostgreSQL's: expired data is deleted for good, and the time of a message
 * decides when it expires. It does not use `Clock`, which tests and the demo world move.
 */
@Injectable()
export class ClockDrift implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Clock');
  private timer: NodeJS.Timeout | undefined;
  private isFar = false;

  constructor(private readonly db: Database) {}

  /** Whether the clocks differed by less than 30 seconds at the last comparison. */
  get isSmall(): boolean {
    return !this.isFar;
  }

  /** Compares the clocks now. If the query fails, throws and keeps the last result. */
  async measure(): Promise<boolean> {
    const before = systemTime();
    const [row] = await this.db.query<{ at: Date }>('select clock_timestamp() as at');
    const [at, after] = [row!.at.getTime(), systemTime()];
    this.note(at < before ? before - at : Math.max(0, at - after));
    return this.isSmall;
  }

  async onApplicationBootstrap() {
    const again = () => this.measure().catch(() => this.isSmall);
    await again();
    this.timer = setInterval(() => void again(), CHECK_EVERY_MS).unref();
  }

  beforeApplicationShutdown() {
    clearInterval(this.timer);
  }

  private note(driftMs: number): void {
    const wasFar = this.isFar;
    this.isFar = driftMs > MOST_MS;
    if (this.isFar === wasFar) return;
    const seconds = Math.round(driftMs / SECOND);
    if (this.isFar) {
      this.logger.error(
        `this machine's clock and PostgreSQL's differ by ${seconds} s: nothing is destroyed or posted here`,
      );
    } else this.logger.warn(`this machine's clock and PostgreSQL's agree again`);
  }
}
