import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { EventsService } from '#events/events.service.js';
import { Job } from '#events/on.decorator.js';
import { MessageIndexService } from './message-index.service.js';

const JOB = 'words.follow';
const SOON_MS = 600;
/** Pause after a run, as a multiple of its duration, so that posting and reading have priority at high load. */
const RESTS = 3;
const MOST_REST_MS = 2_000;

/**
 * Indexes new messages for search. Posting adds nothing to the index: a job runs within a second after a message, and
 * another job every minute.
 */
@Injectable()
export class MessageIndexJobs implements OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private rested = 0;

  constructor(
    private readonly events: EventsService,
    private readonly words: MessageIndexService,
  ) {}

  /** Requests a run after a message was posted. Call after COMMIT. */
  soon(): void {
    this.timer ??= setTimeout(
      () => {
        this.timer = undefined;
        if (performance.now() < this.rested) return this.soon(); // Wait again, because another run ended during the delay.
        void this.ask(0).catch(() => undefined);
      },
      Math.max(SOON_MS, this.rested - performance.now()),
    ).unref();
  }

  @Job({ name: JOB, cron: '* * * * *', isLong: true })
  async follow(): Promise<void> {
    const began = performance.now();
    const hasMore = await this.words.follow();
    const ended = performance.now();
    const restMs = Math.min(MOST_REST_MS, RESTS * (ended - began));
    this.rested = ended + restMs;
    if (hasMore) await this.ask(restMs);
  }

  /**
   * Removes deleted words from the index each night, after the daily job that deletes expired data (`retention.run`).
   */
  @Job({ name: 'words.tidy', cron: '47 4 * * *' })
  async tidy(): Promise<void> {
    await this.words.tidy();
  }

  onApplicationShutdown() {
    clearTimeout(this.timer);
  }

  private ask(delayMs: number): Promise<void> {
    return this.events.ask(JOB, {}, { key: JOB, delayMs });
  }
}
