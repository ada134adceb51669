import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Invalid } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { decodeCursor, pageSize, toPage } from '#kernel/page.js';
import { wordsOf } from '#kernel/text.js';
import type { Viewer } from '#policy/viewer.js';
import type { Lexicon } from '#taxonomy/lexicon.js';
import { Vocabulary } from '#taxonomy/vocabulary.service.js';
import { countStatement, type Found, type Search, searchStatement } from './directory-search.js';
import { answers, type Condition, ofTerm, ofWord, underPrefix, WORD } from './directory-terms.js';
import type { PeopleArgs } from './people.inputs.js';
import type { PersonPage } from './person-page.view.js';
import type { Person, VisibleFields } from './person.view.js';
import { PersonsService } from './persons.service.js';
import { ProfilesService } from './profiles.service.js';
import { ViewsOfDay } from './views-of-day.service.js';

const MOST_WORDS = 8;

/** The directory: who can be found by what. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly db: Database,
    private readonly persons: PersonsService,
    private readonly profiles: ProfilesService,
    private readonly views: ViewsOfDay,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** A page of the persons whom the viewer finds by every chip and every word, by nothing that they may not see. */
  async find(viewer: Viewer, args: PeopleArgs): Promise<PersonPage> {
    const limit = pageSize(args.first);
    const conditions = conditionsOf(args, await this.vocabulary.now());
    const search: Search = {
      conditions,
      near: await this.nearScopes(viewer),
      accountId: viewer.accountId,
      limit: limit + 1,
      ...(typeof args.after === 'string' && { after: placeOf(args.after) }),
    };
    const rows = await this.rows(search);
    const page = toPage(rows, limit, (row) => [row.fresh_month, row.profile_id]);
    const ids = page.items.map((row) => row.profile_id);
    const [persons, shown] = await Promise.all([
      this.persons.many(viewer, ids),
      this.views.see(viewer, ids),
    ]);
    // The projection follows a change by a moment; what is answered is what each field says now.
    const items = persons.filter((one) => shown.has(one.id) && isAnswer(one, conditions));
    return { ...page, items, isWithheld: shown.size < ids.length };
  }

  private async rows(search: Search): Promise<Found[]> {
    const { text, values } = searchStatement(search, await this.counts(search));
    return this.db.query<Found>(text, values);
  }

  private async counts(search: Search): Promise<number[]> {
    if (search.conditions.length === 0) return [];
    const { text, values } = countStatement(search);
    const [row] = await this.db.query<Record<string, number>>(text, values);
    return search.conditions.map((_, at) => row?.[`c${at}`] ?? 0);
  }

  private async nearScopes({ groups, allies, accountId }: Viewer): Promise<string[]> {
    const own = await this.profiles.profileIdOf(accountId);
    return [...groups.plain, ...allies, accountId, ...(own ? [own] : [])];
  }
}

function conditionsOf({ chips, words }: PeopleArgs, lexicon: Lexicon): Condition[] {
  const typed = [...new Set(wordsOf(words ?? ''))];
  if (typed.length > MOST_WORDS) throw new Invalid('input', { words: 'tooMany' });
  return [...(chips ?? []).map(ofTerm), ...typed.map((word) => ofWord(word, lexicon))];
}

function placeOf(cursor: string): [freshMonth: number, profileId: string] {
  const [freshMonth, profileId] = decodeCursor(cursor, 2);
  const isMonth = Number.isInteger(freshMonth) && Math.abs(freshMonth as number) < 1_000_000;
  if (isMonth && isId(profileId)) return [freshMonth as number, profileId];
  throw new Invalid('page.cursor');
}

function isAnswer({ fields }: Person, conditions: readonly Condition[]): boolean {
  const has = termsIn(fields ?? new Map());
  return conditions.every((condition) => answers(condition, has));
}

const termsIn = (fields: VisibleFields): string[] =>
  [...fields.values()].flatMap(({ kind, terms, words }) => [
    ...terms.map((term) => underPrefix(kind, term)),
    ...words.map((one) => WORD + one),
  ]);
