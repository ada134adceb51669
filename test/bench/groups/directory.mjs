// Measures a directory search by three chips and a word, with an audience on every field of every profile.
import {
  parseConditionCounts,
  conditionCountStatement,
  DIRECTORY_SEARCH_LIMITS,
  directorySearchStatement,
} from '#profiles/directory/directory-search.js';
import { DirectoryService } from '#profiles/directory/directory.service.js';
import {
  prefixTermsStatement,
  withPrefixTerms,
} from '#profiles/directory/directory-prefix-terms.js';
import {
  termSearchCondition,
  wordSearchCondition,
  wantedTermsOf,
} from '#profiles/directory/directory-terms.js';
import { makePlainDirectory, plainDirectoryStatements } from '../baseline/plain-directory.mjs';
import {
  benchmarkFigure,
  formatNumber,
  median,
  percentile,
  printLine,
} from '../support/benchmark-figures.mjs';
import { graphqlRequest, runHttpLoad } from '../support/http.mjs';
import {
  dropDatabase,
  queryRows,
  createSeededDatabase,
  withPostgresClient,
} from '../support/postgres.mjs';
import { startProduct } from '../support/processes.mjs';
import { createSessions } from '../support/benchmark-group.mjs';

export const dataPersistedBeforeResponse = 'nothing (reads)';

const RUNS = 15;
const CHANGED = 500;

export async function runBenchmark({ quick, million }) {
  const large = quick ? 20_000 : 100_000;
  const small = await measure('bench_people_small', large / 10, {});
  const big = await measure('bench_people', large, { isBase: true, isHttp: true });
  const huge = million ? await measure('bench_people_huge', large * 10, {}) : undefined;
  const what = `median of ${big.searches} searches by three chips and a word`;
  const text = ({ ours }) => `${formatNumber(ours, 3)} ms`;
  const figures = [
    benchmarkFigure('audience_ratio', big.ours / big.plain, {
      target: 3,
      how: `${what} at ${large}: ${text(big)} (words, count and search, planned each time) ÷ ${formatNumber(big.plain, 3)} ms`,
    }),
    benchmarkFigure('growth_100k', big.ours / small.ours, {
      target: 4,
      how: `${large}: ${text(big)} ÷ ${large / 10}: ${text(small)}`,
    }),
    benchmarkFigure('p95_ms_100k', big.p95, {
      unit: 'ms',
      how: 'over HTTP, GraphQL, 4 connections',
    }),
    benchmarkFigure('catch_up_per_s', big.caughtUp, {
      unit: 'profiles/s',
      better: 'higher',
      how: `${CHANGED} profiles whose audience changed, one after the other, at ${large} members`,
    }),
  ];
  if (huge) {
    const how = `${large * 10}: ${text(huge)} ÷ ${large}: ${text(big)}`;
    figures.push(benchmarkFigure('growth_1m', huge.ours / big.ours, { target: 3, how }));
  }
  return figures;
}

async function measure(name, members, { isBase, isHttp }) {
  const url = await createSeededDatabase(name, { members });
  try {
    return await withPostgresClient(url, async (db) => {
      if (isBase) await makePlainDirectory(db);
      const viewers = await viewersOf(db);
      const searches = await searchesOf(db);
      const times = [];
      for (const search of searches) times.push(await compare(db, viewers[0], search, isBase));
      if (isBase) await plans(db, viewers[0], searches[0]);
      const caughtUp = isHttp ? await catchUp(db) : undefined;
      const p95 = isHttp ? await overHttp(url, viewers, searches) : undefined;
      const ours = median(times.map((one) => one.ours));
      const plain = isBase ? median(times.map((one) => one.plain)) : undefined;
      return { ours, plain, p95, caughtUp, searches: searches.length };
    });
  } finally {
    await dropDatabase(url);
  }
}

/** Returns members with two groups each, with the scopes of each viewer. */
async function viewersOf(db) {
  const sql = `select a.id, p.id as profile_id, (select array_agg(m.group_id) from membership m
      where m.account_id = a.id) as groups, (select array_agg(t) from profile_field f, unnest(f.terms) t
      where f.profile_id = p.id) as terms
    from account a join profile p on p.account_id = a.id order by a.email limit 32`;
  const viewers = await queryRows(db, sql);
  const cookies = await createSessions(
    db,
    viewers.map((viewer) => viewer.id),
  );
  return viewers.map((viewer, at) => ({ ...viewer, cookie: cookies[at] }));
}

/** Returns frequent and rare filter chips, the same at every database size. */
async function searchesOf(db) {
  const terms = async (kind) => {
    const sql = `select t.term, count(*) from profile_field f, unnest(f.terms) t(term)
      where f.kind = $1 and f.profile_id in (select id from profile order by id limit 5000)
      group by 1 order by 2 desc, 1`;
    return (await queryRows(db, sql, [kind])).map((row) => row.term);
  };
  const [areas, languages, practices] = [
    await terms('issueAreas'),
    await terms('languages'),
    await terms('practices'),
  ];
  const at = (list, share) => list[Math.floor(share * (list.length - 1))];
  const words = ['radio', 'datos', 'mapa', 'archivo'];
  return [0, 0.1, 0.3, 0.6, 0.9].flatMap((share) =>
    words.slice(0, 2).map((word, turn) => ({
      chips: [at(areas, share), at(languages, turn ? share : 0), at(practices, share)],
      word: words[turn * 2 + (share > 0.5 ? 1 : 0)] ?? word,
    })),
  );
}

const searchOf = (viewer, { chips, word }) => ({
  conditions: [...chips.map(termSearchCondition), wordSearchCondition(word)],
  near: [...viewer.groups, viewer.id, viewer.profile_id],
  accountId: viewer.id,
  profileId: viewer.profile_id,
  wanted: wantedTermsOf(viewer.terms),
});

const plainOf = (viewer, { chips, word }) =>
  plainDirectoryStatements(
    { chips, prefix: `w:${word}`, wanted: wantedTermsOf(viewer.terms) },
    DIRECTORY_SEARCH_LIMITS,
  );

async function compare(db, viewer, search, isBase) {
  const [ours, plain] = [[], plainOf(viewer, search).map(() => [])];
  for (let turn = 0; turn < RUNS; turn++) {
    const statements = await statementsOf(db, searchOf(viewer, search));
    const times = [];
    for (const one of Object.values(statements)) times.push(await timeOf(db, one));
    ours.push(times.reduce((sum, one) => sum + one));
    if (!isBase) continue;
    for (const [at, one] of plainOf(viewer, search).entries())
      plain[at].push(await timeOf(db, one));
  }
  return { ours: median(ours), plain: isBase ? Math.min(...plain.map(median)) : undefined };
}

/** Returns the statements of a search in order. Each statement needs the result of the previous statement. */
async function statementsOf(db, wanted) {
  const prefixes = wanted.conditions.flatMap(({ prefix }) => prefix ?? []);
  const places = prefixTermsStatement(prefixes, wanted);
  const begun = await queryRows(db, places.text, places.values);
  const search = { ...wanted, conditions: withPrefixTerms(wanted.conditions, begun) };
  const count = conditionCountStatement(search);
  const [row] = await queryRows(db, count.text, count.values);
  return {
    places,
    count,
    find: directorySearchStatement(search, parseConditionCounts(search, row)),
  };
}

/** Returns planning plus execution time as PostgreSQL reports them. Product and baseline both plan each time. */
async function timeOf(db, { text, values }) {
  const sql = `explain (analyze, timing off, summary on, format json) ${text}`;
  const [row] = await queryRows(db, sql, values);
  const [told] = row['QUERY PLAN'];
  return told['Planning Time'] + told['Execution Time'];
}

async function plans(db, viewer, search) {
  const { find } = await statementsOf(db, searchOf(viewer, search));
  const [joined, walked] = plainOf(viewer, search);
  const shown = { 'with audiences': find, joined, walked };
  printLine(`chips ${search.chips.join(', ')} and ${search.word}`);
  for (const [name, { text, values }] of Object.entries(shown)) {
    printLine(`plan, ${name}:`);
    const sql = `explain (analyze, costs off, timing off) ${text}`;
    for (const line of await queryRows(db, sql, values)) printLine(`  ${line['QUERY PLAN']}`);
  }
}

/**
 * Measures how many profiles per second the directory projection updates, one profile per call like the event handler.
 * The changes are rolled back.
 */
async function catchUp(db) {
  const service = new DirectoryService({
    query: (text, values) => queryRows(db, text, values),
    assertWriting: () => undefined, // The transaction is open on this connection.
  });
  await db.query('begin');
  const changed = await queryRows(
    db,
    `update profile_field set audience = 'onlyMe' where kind = 'issueAreas' and account_id in (
      select id from account order by email limit ${CHANGED}) returning account_id`,
  );
  const began = performance.now();
  for (const { account_id } of changed) await service.refresh([account_id]);
  const seconds = (performance.now() - began) / 1000;
  await db.query('rollback');
  return changed.length / seconds;
}

const FIND = `query ($chips: [ID!], $words: String) { people(chips: $chips, words: $words, first: 20) {
  items { id name issueAreas(language: es) { id name } practices(language: es) { id name } territories(language: es) { id name } } nextCursor } }`;

async function overHttp(url, viewers, searches) {
  const product = await startProduct({ databaseUrl: url });
  const next = (at, count) => {
    const { chips, word } = searches[(at * 3 + count) % searches.length];
    const { cookie } = viewers[(at + count) % viewers.length];
    return graphqlRequest(product.port, cookie, FIND, { chips, words: word });
  };
  const options = { port: product.port, connections: 4, next };
  await runHttpLoad({ ...options, ms: 1_000 });
  const { times, perSecond } = await runHttpLoad({ ...options, ms: 5_000 });
  printLine(
    `over HTTP: ${formatNumber(perSecond, 0)} a second, median ${formatNumber(median(times))} ms`,
  );
  await product.stop();
  return percentile(times, 0.95);
}
