import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database/database.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { Lexicon } from './lexicon.js';
import { TermWord } from './term-word.entity.js';

const KEPT = 'vocabulary';

/** The words that name terms, with those of the instance, in the memory of every node. */
@Injectable()
export class Vocabulary implements OnModuleInit {
  private kept: Promise<Lexicon> | undefined;

  constructor(
    private readonly db: Database,
    private readonly realtime: RealtimeService,
  ) {}

  async onModuleInit() {
    this.realtime.keeps(KEPT, () => this.reread());
    await this.now();
  }

  now(): Promise<Lexicon> {
    this.kept ??= this.read().catch((error: unknown) => {
      // Whoever asks next reads again.
      this.kept = undefined;
      throw error;
    });
    return this.kept;
  }

  /** Has every node read the words again once what is written now is there; the write waits for them. */
  changes(): void {
    this.db.afterCommit(() => this.realtime.changed(KEPT));
  }

  private async reread(): Promise<void> {
    this.kept = undefined;
    await this.now().catch(() => undefined);
  }

  private async read(): Promise<Lexicon> {
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    return new Lexicon(await this.db.repo(TermWord).find({ order }));
  }
}
