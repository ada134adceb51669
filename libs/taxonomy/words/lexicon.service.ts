import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database/database.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { Lexicon } from './lexicon.js';
import { TermWord } from './term-word.entity.js';

const CACHE_NAME = 'vocabulary';

/** The lexicon with the synonyms of the instance, cached on every node. */
@Injectable()
export class LexiconService implements OnModuleInit {
  private cached: Promise<Lexicon> | undefined;

  constructor(
    private readonly db: Database,
    private readonly realtime: RealtimeService,
  ) {}

  async onModuleInit() {
    this.realtime.keeps(CACHE_NAME, () => this.reload());
    await this.lexicon();
  }

  lexicon(): Promise<Lexicon> {
    this.cached ??= this.load().catch((error: unknown) => {
      // The next call loads the synonyms again.
      this.cached = undefined;
      throw error;
    });
    return this.cached;
  }

  /** Makes every node reload the synonyms after COMMIT. The write that calls this waits for the reload. */
  invalidate(): void {
    this.db.afterCommit(() => this.realtime.changed(CACHE_NAME));
  }

  private async reload(): Promise<void> {
    this.cached = undefined;
    await this.lexicon().catch(() => undefined);
  }

  private async load(): Promise<Lexicon> {
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    return new Lexicon(await this.db.repo(TermWord).find({ order }));
  }
}
