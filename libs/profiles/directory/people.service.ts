import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Invalid } from '#kernel/errors.js';
import { effectivePageSize } from '#kernel/pagination.js';
import { isBlank, wordsOf } from '#kernel/text.js';
import type { Viewer } from '#policy/viewer.js';
import { LexiconService } from '#taxonomy/words/lexicon.service.js';
import { type SimilarWord, similarWordsStatement } from './directory-similar-words.js';
import {
  type PrefixTerm,
  prefixTermsStatement,
  withPrefixTerms,
} from './directory-prefix-terms.js';
import type { DirectorySearcher } from './directory-sql.js';
import {
  parseConditionCounts,
  conditionCountStatement,
  type FoundProfile,
  type DirectorySearch,
  directorySearchStatement,
} from './directory-search.js';
import {
  matchesSearchCondition,
  type SearchCondition,
  allowsFuzzyMatch,
  termSearchCondition,
  wordSearchCondition,
  withTermPrefix,
  wantedTermsOf,
  WORD_TERM_PREFIX,
} from './directory-terms.js';
import { PeopleCursorsService } from './people-cursors.service.js';
import { PeopleOrder, type PeopleArgs } from './people.inputs.js';
import type { PersonPage } from './person-page.view.js';
import type { Person, VisibleFields } from '../persons/person.view.js';
import { PersonsService } from '../persons/persons.service.js';
import { DailyProfileViewsService } from '../persons/daily-profile-views.service.js';

const MOST_WORDS = 8;

/** A language-neutral collation without accents and case, so that everybody gets the same order. */
const byFoldedName = new Intl.Collator('und', { sensitivity: 'base', numeric: true });

/** Searches the directory. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly db: Database,
    private readonly persons: PersonsService,
    private readonly views: DailyProfileViewsService,
    private readonly cursors: PeopleCursorsService,
    private readonly vocabulary: LexiconService,
  ) {}

  /**
   * One page of the people who match every chip and every word, judged by data that the viewer may see. All pages
   * together show at most 50 people. Only the people on this page count towards the viewer's daily limit.
   */
  async find(viewer: Viewer, args: PeopleArgs): Promise<PersonPage> {
    const limit = effectivePageSize(args.first);
    const order = args.order ?? PeopleOrder.overlap;
    const typed = typedIn(args);
    const asked = JSON.stringify([viewer.accountId, order, args.chips ?? [], typed]);
    const place = typeof args.after === 'string' ? this.cursors.read(asked, args.after) : undefined;

    const searcher = await this.searcher(viewer);
    const words = await this.ofWords(typed, searcher);
    const conditions = await this.placed(
      [...(args.chips ?? []).map(termSearchCondition), ...words],
      searcher,
    );
    const all = await this.inOrder(viewer, order, await this.best({ ...searcher, conditions }));
    const start = place ? all.indexOf(place.profileId) + 1 || place.next : 0;
    const end = start + limit;
    const ids = all.slice(start, end);
    const [persons, shown] = await Promise.all([
      this.persons.many(viewer, ids),
      this.views.see(viewer, ids),
    ]);
    const last = all[end - 1];
    const hasMore = last !== undefined && end < all.length;
    return {
      // The directory rows may be slightly out of date, so `isAnswer` checks each person again with the current fields.
      items: persons.filter((one) => shown.has(one.id) && isAnswer(one, conditions)),
      nextCursor: hasMore ? this.cursors.make(asked, { profileId: last, next: end }) : null,
      isWithheld: shown.size < ids.length,
    };
  }

  /** The best matches, at most 50, ordered by overlap. */
  private async best(search: DirectorySearch): Promise<FoundProfile[]> {
    const { text, values } = directorySearchStatement(search, await this.counts(search));
    return this.db.query<FoundProfile>(text, values);
  }

  private async ofWords(
    typed: readonly string[],
    searcher: DirectorySearcher,
  ): Promise<SearchCondition[]> {
    const lexicon = await this.vocabulary.lexicon();
    const doubtful = typed.filter((word) => allowsFuzzyMatch(word, lexicon));
    const near: SimilarWord[] = [];
    if (doubtful.length > 0) {
      const { text, values } = similarWordsStatement(doubtful, searcher);
      near.push(...(await this.db.query<SimilarWord>(text, values)));
    }
    const nearTo = (word: string) => near.filter((one) => one.word === word).map((one) => one.near);
    return typed.map((word) => wordSearchCondition(word, lexicon, nearTo(word)));
  }

  /** Adds the few words that begin with a typed prefix, so that their lists can be walked in order. */
  private async placed(
    conditions: readonly SearchCondition[],
    searcher: DirectorySearcher,
  ): Promise<SearchCondition[]> {
    const prefixes = conditions.flatMap(({ prefix }) => prefix ?? []);
    if (prefixes.length === 0) return [...conditions];
    const { text, values } = prefixTermsStatement(prefixes, searcher);
    return withPrefixTerms(conditions, await this.db.query<PrefixTerm>(text, values));
  }

  private async counts(search: DirectorySearch) {
    if (search.conditions.length === 0) return [];
    const { text, values } = conditionCountStatement(search);
    const [row] = await this.db.query(text, values);
    return parseConditionCounts(search, row);
  }

  /**
   * The profile ids in the requested order. For the order by name, the same 50 people are sorted in memory by the names
   * that the viewer sees. An index on names could disclose hidden names.
   */
  private async inOrder(
    viewer: Viewer,
    order: PeopleOrder,
    found: FoundProfile[],
  ): Promise<string[]> {
    const ids = found.map((one) => one.profile_id);
    if (order === PeopleOrder.overlap) return ids;
    const names = await this.persons.namesOf(viewer, ids);
    const nameOf = (one: FoundProfile) => names.get(one.profile_id) ?? '';
    return found
      .toSorted(
        (a, b) =>
          Number(b.takes_requests) - Number(a.takes_requests) ||
          byFoldedName.compare(nameOf(a), nameOf(b)) ||
          (a.profile_id < b.profile_id ? -1 : 1),
      )
      .map((one) => one.profile_id);
  }

  private async searcher({ accountId, groups, allies }: Viewer): Promise<DirectorySearcher> {
    const own = await this.db.named<{ profile_id: string; kind: string; terms: string[] }>(
      'searcher',
      'select profile_id, kind, terms from profile_field where account_id = $1',
      [accountId],
    );
    const profileId = own[0]?.profile_id ?? null;
    return {
      accountId,
      profileId,
      near: [...groups.plain, ...allies, accountId, ...(profileId ? [profileId] : [])],
      wanted: wantedTermsOf(
        own.flatMap(({ kind, terms }) => terms.map((one) => withTermPrefix(kind, one))),
      ),
    };
  }
}

/** Splits the input into words. Input without letters becomes one empty word, which matches nobody. */
function typedIn({ words }: PeopleArgs): string[] {
  const typed = [...new Set(wordsOf(words ?? ''))];
  if (typed.length === 0 && !isBlank(words ?? '')) return [''];
  if (typed.length > MOST_WORDS) throw new Invalid('input', { words: 'tooMany' });
  return typed;
}

function isAnswer({ fields }: Person, conditions: readonly SearchCondition[]): boolean {
  const has = termsIn(fields ?? new Map());
  return conditions.every((condition) => matchesSearchCondition(condition, has));
}

const termsIn = (fields: VisibleFields): string[] =>
  [...fields.values()].flatMap(({ kind, terms, words }) => [
    ...terms.map((term) => withTermPrefix(kind, term)),
    ...words.map((one) => WORD_TERM_PREFIX + one),
  ]);
