import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { EventsService } from '#events/events.service.js';
import { Job } from '#events/on.decorator.js';
import { WordsOfMessages } from './words-of-messages.service.js';

const JOB = 'words.follow';
const SOON_MS = 600;
/** Where much is new at once, sending and reading it come first: a look rests so many times as long as it took. */
const RESTS = 3;
const MOST_REST_MS = 2_000;

/** Posting records nothing: within a second of it one job looks at what is new, and each minute one looks in any case. */
@Injectable()
export class WordsOfMessagesJobs implements OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private rested = 0;

  constructor(
    private readonly events: EventsService,
    private readonly words: WordsOfMessages,
  ) {}

  /** Something was posted. Call after COMMIT. */
  soon(): void {
    this.timer ??= setTimeout(
      () => {
        this.timer = undefined;
        if (performance.now() < this.rested) return this.soon(); // one looked meanwhile
        // When it cannot be asked for now, the look of each minute makes up for it.
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

  /** What was taken away is in no index by morning. After what is over was taken away (`retention.run`). */
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
