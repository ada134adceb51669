import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { ROUTE_ROWS } from '../../laws/endpoints/route-rows.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester } from '../../support/app/client.js';
import { demoDatabase } from '../../support/app/demo-database.js';
import { fillEmptyDemoTables, signInAsDemo } from '../../support/app/demo-people.js';
import {
  tableChecksums,
  FILE_ROUTES,
  type HiddenRow,
  hiddenFiles,
  hiddenRows,
  observeDocument,
  observeRequest,
  READ_BY_EVERYBODY,
  entityTables,
  viewerOfRequester,
} from '../../support/matrix/hidden-rows.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';
import { allIdArguments, type IdArgument } from '../../support/matrix/id-arguments.js';
import { ID_ROUTES } from '../../support/matrix/id-routes.js';
import { isSampled, RUNS_WHOLE_SWEEPS, sampledItems } from '../../support/sampled-sweeps.js';

const app = useApp({ TRAMA_WORKER: '0' }, demoDatabase);
beforeAll(async () => {
  await fillEmptyDemoTables(app);
}, 300_000);

afterEach(closeAllSockets);

const doors = allIdArguments();
const OF_FILES = /(attachment uploadId|describeAttachment id|attachmentIds)$/;
/** Matches routes with an id in the path, forms about one application, and socket subscriptions. */
const TAKES_ID = /\/:(?!language)|join\/status\/(answer|appeal|delete|withdraw)|^emit watch/;
const OTHERS = [
  ...['member2', 'member4', 'moderator5', 'supporter1', 'applicant', 'auditor1'],
  ...['admin1', undefined],
] as const;

/** Compares the answer for each hidden row with the answer for an unknown id. Returns the differences. */
async function differences(
  who: Requester,
  door: IdArgument,
  rows: readonly HiddenRow[],
  variant = 0,
) {
  if (rows.length === 0) return [];
  const never = randomUUID();
  const absent = await observeDocument(who, door.document(never, variant), never);
  const told: unknown[] = [];
  for (const { table, id } of rows) {
    const hidden = await observeDocument(who, door.document(id, variant), id);
    const parts = ['status', 'headers', 'body', 'sql'] as const;
    const unlike = parts.filter((part) => !isDeepStrictEqual(hidden[part], absent[part]));
    if (unlike.length > 0) told.push([door.name, variant, table, unlike, hidden, absent]);
  }
  return told;
}

it('this test covers every endpoint that takes an id', () => {
  expect(doors.length).toBeGreaterThan(60);
  expect(doors.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['query viewAs input.personId', 'mutation report input.subjectId']),
  );
  expect(doors.filter(({ name }) => OF_FILES.test(name))).toHaveLength(3);
});

it('an unrelated member gets the answer of an unknown id at every GraphQL endpoint, for every type of id, and changes nothing', async () => {
  const who = await signInAsDemo(app, 'member3');
  const rows = await hiddenRows(app, await viewerOfRequester(app, who));
  expect(rows.map(({ table }) => table)).toEqual(
    entityTables(app).filter((table) => !READ_BY_EVERYBODY.includes(table)),
  );
  const before = await tableChecksums(app);
  const told: unknown[] = [];
  for (const [at, door] of doors.entries()) {
    for (let variant = 0; variant < door.variants; variant++) {
      const some = rows.filter((_, row) => isSampled('hiddenRows', at + 97 * row + 7 * variant));
      told.push(...(await differences(who, door, some, variant)));
    }
  }
  expect(told).toEqual([]);
  expect(await tableChecksums(app)).toEqual(before);
}, 400_000);

it('an unrelated member gets the answer of an unknown id at every route and subscription', async () => {
  const taking = Object.keys(ROUTE_ROWS).filter((route) => TAKES_ID.test(route));
  expect(Object.keys(ID_ROUTES).toSorted()).toEqual(taking.toSorted());
  const who = await signInAsDemo(app, 'member3');
  const rows = await hiddenRows(app, await viewerOfRequester(app, who));
  const before = await tableChecksums(app);
  const told: unknown[] = [];
  for (const [at, [route, ask]] of Object.entries(ID_ROUTES).entries()) {
    const ear = await openSocket(who); // A socket may emit at most 120 times in a burst.
    const never = randomUUID();
    const absent = await observeRequest(() => ask(who, never, ear), never);
    for (const { table, id } of rows.filter((_, row) => isSampled('hiddenRows', at + 97 * row))) {
      const hidden = await observeRequest(() => ask(who, id, ear), id);
      if (!isDeepStrictEqual(hidden, absent)) told.push([route, table, hidden, absent]);
    }
  }
  expect(told).toEqual([]);
  const { rate_limit: _counts, ...kept } = before;
  expect(await tableChecksums(app)).toMatchObject(kept);
}, 400_000);

it('an unrelated account learns nothing of a file that is uploading, unsent, or posted in a channel it cannot read', async () => {
  const before = await tableChecksums(app);
  const [kinds, statuses] = [new Set<string>(), new Set<number>()];
  const told: unknown[] = [];
  for (const handle of ['member3', 'member2', 'applicant', undefined] as const) {
    const who = handle ? await signInAsDemo(app, handle) : { app };
    const files = await hiddenFiles(app, await viewerOfRequester(app, who));
    for (const { table } of files) kinds.add(table);
    for (const [name, ask] of Object.entries(FILE_ROUTES)) {
      const absent = randomUUID();
      const never = await observeRequest(() => ask(who, absent), absent);
      if (handle?.startsWith('member')) statuses.add(never.status);
      for (const { table, id } of files) {
        const hidden = await observeRequest(() => ask(who, id), id);
        if (!isDeepStrictEqual(hidden, never)) told.push([handle, name, table, hidden, never]);
      }
    }
    for (const door of doors.filter(({ name }) => OF_FILES.test(name)))
      told.push(...(await differences(who, door, files)));
  }
  expect(told).toEqual([]);
  expect([...statuses]).toEqual([404]);
  expect([...kinds].toSorted()).toEqual(['own sent file', 'sent file', 'unsent file']);
  const { session: _session, ...kept } = before;
  expect(await tableChecksums(app)).toMatchObject(kept);
}, 400_000);

it('members of other groups, members on probation, duty holders, applicants, staff and anonymous clients learn nothing of hidden rows', async () => {
  const told: unknown[] = [];
  const before = await tableChecksums(app);
  for (const [at, handle] of OTHERS.entries()) {
    const who = handle ? await signInAsDemo(app, handle) : { app };
    const rows = await hiddenRows(app, await viewerOfRequester(app, who));
    expect(rows.length).toBeGreaterThan(entityTables(app).length - 5);
    for (const [door, one] of doors.entries()) {
      // Each account requests only a quarter of the rows at each endpoint, and the next account requests another
      // quarter.
      const some = rows.filter(
        (_, row) => (row + door + at) % 4 === 0 && isSampled('hiddenRows', door + 97 * row),
      );
      told.push(...(await differences(who, one, some)));
    }
  }
  expect(told).toEqual([]);
  const { session: _session, ...kept } = before;
  expect(await tableChecksums(app)).toMatchObject(kept);
}, 400_000);

it('a hidden and an unknown id get identical bytes in any order', async () => {
  const who = await signInAsDemo(app, 'member3');
  const rows = await hiddenRows(app, await viewerOfRequester(app, who));
  const some = sampledItems('hiddenRows', doors);
  const alike = new Map<string, string>();
  for (let pair = 0; pair < (RUNS_WHOLE_SWEEPS ? 400 : 40); pair++) {
    const door = some[pair % some.length]!;
    const { id } = rows[pair % rows.length]!;
    const answers = [];
    for (const one of pair % 2 ? [id, randomUUID()] : [randomUUID(), id]) {
      const answer = await apiAs(who).raw(door.document(one));
      const headers = [...answer.headers].filter(([name]) => name !== 'date');
      answers.push(
        JSON.stringify([answer.status, headers, (await answer.text()).replaceAll(one, 'ID')]),
      );
    }
    expect(answers[0]).toBe(answers[1]);
    // The endpoint also gave the same answer to all earlier pairs.
    expect(alike.get(door.name) ?? answers[0]).toBe(answers[0]);
    alike.set(door.name, answers[0]!);
  }
});
