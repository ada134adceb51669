import { DirectoryService } from '#profiles/directory/directory.service.js';
import { useApp } from '../../support/app/app.js';
import {
  canariesIn,
  viewerMayReadCanary,
  type CanaryPlace,
  plantCanaries,
} from '../../support/app/plant-canaries.js';
import { apiAs, type Requester } from '../../support/app/client.js';
import { readEverything } from '../../support/matrix/crawler.js';
import { demoDatabase } from '../../support/app/demo-database.js';
import { viewerOfRequester } from '../../support/matrix/hidden-rows.js';
import { fillEmptyDemoTables, demoAccountId } from '../../support/app/demo-people.js';
import { signInBrowser } from '../../support/factories/make-people.js';

/**
 * Puts a canary into every text column, and checks that no query returns a canary that the policy hides from the
 * viewer.
 */
const app = useApp({ TRAMA_WORKER: '0' }, demoDatabase);
let canaries: Map<string, CanaryPlace>;
const askers = new Map<string, Requester>();

const WHO = [
  ...['member1', 'member3', 'member4', 'steward2', 'moderator5'],
  ...['applicant', 'auditor1', 'admin1'],
];
/** Text columns that hold values of a fixed list without a database constraint. */
const CLOSED = new Set([
  // A foreign key compares the kind with that of the group.
  'membership.group_kind',
  'two_person_act.kind',
  'two_person_act.subject_key',
  'decision.reason_class',
  'review.reason_class',
  'reason_template.reason_class',
  // The key of a checklist item contains nothing about a person. Moderators and administrators may read it.
  'checklist_item.key',
  // Everybody who may ask for support reads the work names of supporters.
  'supporter.work_name',
  // Synonyms of terms contain nothing about a person. A search returns the term that a synonym stands for.
  ...['term_word.term_id', 'term_word.word', 'term_word.folded'],
  ...['call_availability.zone', 'call_availability.shown_zone'],
  ...['introductory_call.requester_zone', 'introductory_call.supporter_zone'],
]);

beforeAll(async () => {
  await fillEmptyDemoTables(app);
  for (const who of WHO)
    askers.set(who, { app, ...(await signInBrowser(app, await demoAccountId(app, who))) });
  // Disables triggers, so that append-only tables get canaries too.
  canaries = await app.db.write(async () => {
    await app.db.query('set local session_replication_role = replica');
    return plantCanaries(app, CLOSED);
  });
  const accounts = await app.db.query<{ id: string }>('select id from account');
  await app.db.write(() => app.get(DirectoryService).refresh(accounts.map(({ id }) => id)));
}, 120_000);

it('every text column of the database contains a canary', () => {
  const places = new Set([...canaries.values()].map(({ table, column }) => `${table}.${column}`));
  process.stdout.write(`Canaries: ${canaries.size} in ${places.size} columns\n`);
  expect(places.size).toBeGreaterThan(30);
});

it.each(WHO)('%s gets no canary of a row that the policy hides from them', async (name) => {
  const who = askers.get(name)!;
  const viewer = (await viewerOfRequester(app, who))!;
  // The viewer also searches for canaries of other people. An answer may repeat the canary that its search contains.
  const typed = ['x', ...some([...canaries.keys()], 6)];
  const said = await readEverything(who, typed);
  const received = canariesIn(
    typed.reduce((text, word) => text.replaceAll(word, ''), said),
    canaries,
  );
  const may = await Promise.all(received.map((place) => viewerMayReadCanary(app, viewer, place)));
  const notAllowed = received.filter((_, at) => !may[at]);
  expect(notAllowed).toEqual([]);
  expect(received.length).toBeGreaterThan(0);
});

it('a search for a hidden text (whole, as a prefix, with a typo) gets the answer for a text that does not exist', async () => {
  const who = askers.get('member3')!;
  const viewer = (await viewerOfRequester(app, who))!;
  const hidden: string[] = [];
  for (const [canary, place] of some([...canaries], 400)) {
    if (!(await viewerMayReadCanary(app, viewer, place))) hidden.push(canary);
  }
  const found = async (words: string) => {
    const people = `query ($words: String) { people(words: $words) { items { id name } nextCursor } }`;
    const read = `query ($words: String!) { readWords(language: es, text: $words) { rest terms { id } } }`;
    const answers = [];
    const places = ['organisations', 'groups'].map(
      (of) => `query ($words: String) { ${of}(words: $words) { items { id name } nextCursor } }`,
    );
    for (const document of [people, read, ...places]) {
      const answer = await apiAs(who).raw(document, { words });
      const headers = [...answer.headers].filter(([name]) => name !== 'date');
      answers.push(answer.status, headers, (await answer.text()).replaceAll(words, 'WORD'));
    }
    return JSON.stringify(answers);
  };
  const nonsense = await Promise.all(
    ['qy00112233445566', 'qy0011223', 'qy00112233445665'].map(found),
  );
  expect(hidden.length).toBeGreaterThan(200);
  for (const word of some(hidden, 60)) {
    const slip = word.slice(0, -2) + word.at(-1) + word.at(-2);
    expect(await Promise.all([word, word.slice(0, 9), slip].map(found))).toEqual(nonsense);
  }
});

/** Returns `count` elements, evenly spread over `all`. */
function some<T>(all: readonly T[], count: number): T[] {
  const step = Math.max(1, Math.floor(all.length / count));
  return all.filter((_, at) => at % step === 0).slice(0, count);
}
