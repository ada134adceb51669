import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { foldText } from '#kernel/text.js';
import type { StemLookup } from './search-vector.js';

const MOST_KEPT = 50_000;

/** Finds the stems of words in Spanish, Portuguese and English with the Snowball dictionaries of PostgreSQL. */
@Injectable()
export class StemmerService {
  private readonly kept = new Map<string, readonly string[]>();

  constructor(private readonly db: Database) {}

  /**
   * Returns the stems of the words in a query. Uses no cache: the response time would reveal whether a word occurs in a
   * message.
   */
  async asked(words: readonly string[]): Promise<StemLookup> {
    const found = new Map(await this.find(words));
    return (word) => found.get(word) ?? [];
  }

  /** Returns the stems of the words in messages, for indexing. Caches them, because words repeat often. */
  async written(words: readonly string[]): Promise<StemLookup> {
    if (this.kept.size > MOST_KEPT) this.kept.clear();
    const fresh = words.filter((word) => !this.kept.has(word));
    for (const [word, stems] of await this.find(fresh)) this.kept.set(word, stems);
    return (word) => this.kept.get(word) ?? [];
  }

  private async find(words: readonly string[]): Promise<[string, readonly string[]][]> {
    if (words.length === 0) return [];
    const rows = await this.db.query<{ word: string; stems: string[] }>(
      `select word, ts_lexize('spanish_stem', word) || ts_lexize('portuguese_stem', word)
         || ts_lexize('english_stem', word) as stems from unnest($1::text[]) word`,
      [words],
    );
    return rows.map(({ word, stems }) => [word, [...new Set(stems.map(foldText))].filter(Boolean)]);
  }
}
