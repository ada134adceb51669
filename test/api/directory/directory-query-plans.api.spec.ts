import { Client } from 'pg';
import {
  similarWordsStatement,
  type SimilarWord,
} from '#profiles/directory/directory-similar-words.js';
import {
  type PrefixTerm,
  prefixTermsStatement,
  withPrefixTerms,
} from '#profiles/directory/directory-prefix-terms.js';
import type { DirectorySearcher, DirectoryStatement } from '#profiles/directory/directory-sql.js';
import {
  parseConditionCounts,
  conditionCountStatement,
  DIRECTORY_SEARCH_LIMITS,
  type DirectorySearch,
  directorySearchStatement,
} from '#profiles/directory/directory-search.js';
import {
  MEMBERS_SCOPE,
  termSearchCondition,
  wordSearchCondition,
  wantedTermsOf,
} from '#profiles/directory/directory-terms.js';
import { fillDatabase } from '../../../apps/cli/seed/fill-database.js';
import { type FreshDatabase, freshDatabase } from '../../support/app/database.js';
import { queryPlans, planStatistics } from '../../support/app/query-plans.js';
import { RUNS_WHOLE_SWEEPS } from '../../support/sampled-sweeps.js';

/** Number of members: the largest expected instance in `npm run test:long`, fewer with the same plans in `npm test`. */
const SIZE = RUNS_WHOLE_SWEEPS ? 100_000 : 25_000;
const BIG = SIZE / 10;
const READ_PER_ANSWER = 20;
/** Maximum rows counted per condition when choosing which condition drives the search. */
const COUNTED = 1_500;

interface Asked {
  readonly chips: readonly string[];
  readonly words: readonly string[];
}

/** Every search uses an index and reads a bounded number of rows per result, whichever plan PostgreSQL takes. */
describe('query plans of the directory', () => {
  let database: FreshDatabase;
  let db: Client;
  let viewers: DirectorySearcher[];
  let sizes: Map<string, number>;
  let often: Record<'issue' | 'language' | 'practice' | 'skill', string[]>;
  beforeAll(async () => {
    database = await freshDatabase();
    await fillDatabase(database.url, { members: SIZE, messages: 0 }, () => undefined);
    db = new Client({ connectionString: database.url });
    await db.connect();
    viewers = await viewersOf(db);
    const counted = await db.query<{ name: string; rows: number }>(
      'select relname as name, reltuples::int as rows from pg_class where relkind = $1',
      ['r'],
    );
    sizes = new Map(counted.rows.map(({ name, rows }) => [name, rows]));
    often = {
      issue: await termsOf('issue'),
      language: await termsOf('language'),
      practice: await termsOf('practice'),
      skill: await termsOf('skill'),
    };
  }, 300_000);
  afterAll(async () => {
    await db.end();
    await database.drop();
  });

  async function termsOf(kind: string): Promise<string[]> {
    const sql = `select term from directory_term where scope = $1 and term like $2 || ':%'
      group by 1 order by count(*) desc, 1`;
    return (await db.query<{ term: string }>(sql, [MEMBERS_SCOPE, kind])).rows.map(
      ({ term }) => term,
    );
  }

  const shapes = (): Record<string, Asked> => {
    const { issue, language, practice, skill } = often;
    const last = (list: readonly string[]) => list.at(-1)!;
    const three = [issue[0]!, language[0]!, practice[0]!];
    return {
      everybody: { chips: [], words: [] },
      'a chip of many': { chips: issue.slice(0, 1), words: [] },
      'a chip of few': { chips: [last(language)], words: [] },
      'three chips': { chips: three, words: [] },
      'three chips, one of few': { chips: [...three.slice(1), last(skill)], words: [] },
      'chips and a word': { chips: three.slice(0, 2), words: ['radio'] },
      'a word of many': { chips: [], words: ['radio'] },
      'a word of some': { chips: [], words: ['nota'] },
      'a name': { chips: [], words: ['marisol'] },
      'a name of two words': { chips: [], words: ['marisol', 'lima'] },
      'two words of many': { chips: [], words: ['radio', 'datos'] },
      'a beginning': { chips: [], words: ['com'] },
      'a word with a slip': { chips: [], words: ['comunidat'] },
      'a word of nobody': { chips: three, words: ['zyxwvutsr'] },
    };
  };

  async function statementsOf(asked: Asked, searcher: DirectorySearcher) {
    const near = similarWordsStatement([...asked.words, 'zyxwvutsr'], searcher);
    const { rows } = await db.query<SimilarWord>(near.text, near.values);
    const nearTo = (word: string) => rows.filter((one) => one.word === word).map((one) => one.near);
    const bare = [
      ...asked.chips.map(termSearchCondition),
      ...asked.words.map((word) => wordSearchCondition(word, undefined, nearTo(word))),
    ];
    const places = prefixTermsStatement(
      bare.flatMap(({ prefix }) => prefix ?? []),
      searcher,
    );
    const begun = await db.query<PrefixTerm>(places.text, places.values);
    const conditions = withPrefixTerms(bare, begun.rows);
    const search: DirectorySearch = { ...searcher, conditions };
    if (conditions.length === 0)
      return { near, places, find: directorySearchStatement(search, []) };
    const count = conditionCountStatement(search);
    const [row] = (await db.query(count.text, count.values)).rows;
    return {
      near,
      places,
      count,
      find: directorySearchStatement(search, parseConditionCounts(search, row)),
    };
  }

  it('read no large table sequentially, and read at most twenty rows per result', async () => {
    const offenders: object[] = [];
    for (const [shape, asked] of Object.entries(shapes())) {
      const conditions = asked.chips.length + asked.words.length;
      const times = Math.max(1, asked.words.length + Math.min(1, asked.chips.length));
      for (const viewer of viewers) {
        const parts = await statementsOf(asked, viewer);
        for (const [part, statement] of Object.entries(parts) as [string, DirectoryStatement][]) {
          for (const plan of await queryPlans(db, statement)) {
            const { scans, read, answered } = planStatistics(plan);
            // The rows of one word are spread over the table. The search looks them up for each person of the driving
            // list.
            const room = Math.max(answered, DIRECTORY_SEARCH_LIMITS.fresh) * times;
            const most = part === 'count' ? COUNTED * conditions : READ_PER_ANSWER * room;
            const big = scans.filter((table) => sizes.get(table)! > BIG);
            if (big.length > 0 || read > most) offenders.push({ shape, part, big, read, answered });
          }
        }
      }
    }
    expect(offenders).toEqual([]);
  }, 120_000);

  it('are checked by functions that detect a table scan and needlessly read rows', async () => {
    const all = await queryPlans(db, {
      text: `select profile_id from directory_term where scope <> $1::uuid order by md5(term) limit 5`,
      values: [MEMBERS_SCOPE],
    });
    for (const plan of all) {
      expect(planStatistics(plan)).toMatchObject({ scans: ['directory_term'] });
      expect(planStatistics(plan).read).toBeGreaterThan(SIZE);
    }
  });
});

/** Returns members with their groups, allies and search profile. */
async function viewersOf(db: Client): Promise<DirectorySearcher[]> {
  const { rows } = await db.query<{
    id: string;
    profile: string;
    groups: string[];
    terms: string[];
  }>(
    `select a.id, p.id as profile,
        array(select m.group_id from membership m where m.account_id = a.id) as groups,
        array(select t from profile_field f, unnest(f.terms) t where f.profile_id = p.id) as terms
      from account a join profile p on p.account_id = a.id order by a.email limit 2`,
  );
  return rows.map(({ id, profile, groups, terms }) => ({
    accountId: id,
    profileId: profile,
    near: [...groups, id, profile],
    wanted: wantedTermsOf(terms),
  }));
}
