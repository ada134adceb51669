import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester, send } from '../../support/app/client.js';
import { type Person, makePerson } from '../../support/factories/make-people.js';

const SECOND_US = 1_000_000;

const app = useApp({ TRAMA_WORKER: '0' });
let ana: Person;
beforeAll(async () => {
  ana = await makePerson(app, 'ana', 'member');
});

const JSON_BODY = { 'content-type': 'application/json' };
const post = (who: Requester, body: string, headers: Record<string, string> = JSON_BODY) =>
  send(who, '/graphql', { body, headers });

/** Content that no answer may contain: schema names, stack traces, SQL, paths, suggestions. */
const TELLING =
  /did you mean|suggest|node_modules|\.ts\b|\.js\b|select |insert |at \w+ \(|Account|Query\b|stack/i;

async function refused(answer: Response): Promise<string> {
  const text = await answer.text();
  const { data, errors } = JSON.parse(text) as {
    data?: unknown;
    errors?: { extensions: object }[];
  };
  expect(data ?? null).toBeNull();
  expect(errors?.length).toBeGreaterThan(0);
  expect(text).not.toMatch(TELLING);
  return text;
}

const INTROSPECTION = [
  '{ __schema { types { name } } }',
  '{ __type(name: "Account") { fields { name } } }',
  '{ me { id } __schema { queryType { name } } }',
  'query { ...f } fragment f on Query { __type(name: "Report") { name } }',
];

test('introspection is refused with the same text to every client, in whole and in part', async () => {
  const texts = new Set<string>();
  for (const query of INTROSPECTION) {
    for (const who of [{ app }, ana]) {
      texts.add(await refused(await post(who, JSON.stringify({ query }))));
    }
  }
  expect(texts.size).toBe(1);
});

test('a misspelt field or type gets an error without a suggestion', async () => {
  for (const query of [
    '{ mee { id } }',
    '{ me { idd } }',
    'mutation { setLanguage(languag: es) { language } }',
    'mutation { setLanguage(language: spanish) { language } }',
    'query ($x: Acount) { me { id } }',
  ]) {
    await refused(await post(ana, JSON.stringify({ query })));
  }
});

test('a batch of GraphQL requests is rejected as a whole', async () => {
  const one = { query: '{ me { id } }' };
  for (const count of [1, 2, 1_000]) {
    const answer = await post(ana, JSON.stringify(Array.from({ length: count }, () => one)));
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toContain(ana.accountId);
  }
});

const many = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join(' ');
const deep = (count: number) => `{ ${'group { '.repeat(count)} id ${'}'.repeat(count)} }`;

/** Expensive documents; each is rejected before any resolver runs. */
const COSTLY: [string, string][] = [
  ['500 aliases of a read', `{ ${many(500, (at) => `a${at}: me { id }`)} }`],
  ['fifty nested levels', `{ channels { items ${deep(50)} } }`],
  [
    'circular fragments',
    '{ me { ...a } } fragment a on Account { ...b } fragment b on Account { ...a }',
  ],
  ['ten thousand fragments', `{ me { ${'...f '.repeat(10_000)} } } fragment f on Account { id }`],
  ['a hundred thousand directives', `{ me { id ${'@skip(if: false) '.repeat(10_000)} } }`],
];

test.each(COSTLY)('%s are rejected before execution', async (_title, query) => {
  await refused(await post(ana, JSON.stringify({ query })));
});

test('requests beyond the concurrency limit are answered 429 at once when five hundred arrive together', async () => {
  const body = JSON.stringify({ query: '{ savedSearches { id } }' });
  const lock = await app.db.connect();
  await lock.query('begin');
  await lock.query('lock table saved_search in access exclusive mode'); // requests in progress keep their slots
  const asked = Array.from({ length: 500 }, () => post(ana, body));
  expect((await Promise.race(asked)).status).toBe(429);
  await lock.end();
  const answers = await Promise.all(asked);
  const told = new Map<number, Set<string>>();
  for (const answer of answers) {
    const { errors } = (await answer.json()) as { errors?: { extensions: { code: string } }[] };
    const codes = told.get(answer.status) ?? new Set();
    told.set(answer.status, codes.add(errors?.[0]?.extensions.code ?? 'OK'));
    if (answer.status === 429) expect(answer.headers.get('retry-after')).toBe('2');
  }
  expect(Object.fromEntries(told)).toEqual({ 200: new Set(['OK']), 429: new Set(['TOO_MANY']) });
});

test('a body of one megabyte is rejected and the server keeps running', async () => {
  const answer = await post(
    ana,
    JSON.stringify({ query: `{ me { id } } #${'x'.repeat(1_000_000)}` }),
  );
  expect(answer.status).toBe(413);
  expect(await apiAs(ana).code('{ me { id } }')).toBe('OK');
});

test('a hundred expensive documents are rejected in less than five CPU seconds without memory growth', async () => {
  const body = JSON.stringify({ query: COSTLY[3]![1] });
  await post(ana, body);
  const before = process.memoryUsage().rss;
  const began = process.cpuUsage();
  for (let at = 0; at < 100; at++) await (await post(ana, body)).text();
  const { user, system } = process.cpuUsage(began);
  expect(user + system).toBeLessThan(5 * SECOND_US);
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 2 ** 20);
});

test('an invalid page size is rejected or capped', async () => {
  for (let at = 0; at < 3; at++)
    await makeVisibleProfile(await makePerson(app, `p${at}`, 'member'));
  const query = 'query ($first: Int) { people(first: $first) { items { id } } }';
  for (const first of [0, -1, 2 ** 31, 1.5, '10', 10 ** 309, 2_000_000_000]) {
    const answer = await post(ana, JSON.stringify({ query, variables: { first } }));
    const { data, errors } = (await answer.json()) as {
      data?: { people: { items: unknown[] } };
      errors?: { extensions: { code: string } }[];
    };
    if (errors) expect(errors[0]!.extensions.code).toBe('INVALID');
    else expect(data!.people.items.length).toBeLessThanOrEqual(100);
  }
});

test('a request from another origin is rejected with any content type', async () => {
  const body = JSON.stringify({ query: 'mutation { setLanguage(language: pt) { language } }' });
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json',
  ]) {
    for (const origin of ['https://evil.example', 'null', `${app.origin}.evil.example`]) {
      const answer = await post(ana, body, { 'content-type': type, origin });
      expect(answer.status).toBe(403);
    }
  }
  expect((await apiAs(ana).ask('{ me { language } }')).me.language).toBe('es');
});

test('errors contain only a code and a reference, no internal detail', async () => {
  for (const body of [
    '{"query":',
    '',
    'null',
    '[]',
    '{"query":7}',
    '{"query":"{ me { id } }","variables":"x"}',
  ]) {
    const text = await (await post(ana, body)).text();
    expect(text).not.toMatch(TELLING);
    expect(text).toMatch(/"code":"INVALID"/);
  }
  const real = app.db.query.bind(app.db);
  Object.assign(app.db, {
    query: () => Promise.reject(new Error('relation "secret_table" is gone')),
  });
  try {
    const text = await (
      await post(ana, JSON.stringify({ query: '{ people { items { id } } }' }))
    ).text();
    expect(text).not.toMatch(/secret_table|relation/);
  } finally {
    Object.assign(app.db, { query: real });
  }
});

test('property names such as __proto__ in a request body change no prototype', async () => {
  const query = 'query ($id: ID!) { person(id: $id) { id } }';
  const bodies = [
    `{"query":${JSON.stringify(query)},"variables":{"id":"x","__proto__":{"isAdmin":true}}}`,
    `{"query":${JSON.stringify(query)},"variables":{"constructor":{"prototype":{"isAdmin":true}},"id":"x"}}`,
    `{"__proto__":{"isAdmin":true},"query":${JSON.stringify(query)},"variables":{"id":"x"}}`,
    `{"query":"{ me { id } }","query":${JSON.stringify(query)},"variables":{"id":"x"}}`,
    `{"query":${JSON.stringify(query)},"variables":{"id":"\\u0430\\u200bx"}}`,
  ];
  for (const body of bodies) {
    const text = await (await post(ana, body)).text();
    expect(text).toMatch(/"code":"(INVALID|NOT_FOUND)"/);
    expect(text).not.toContain(ana.accountId);
  }
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
});

/** Runs `work` on a slow database; returns the largest number of concurrent searches, without statements of jobs. */
async function slowly(ms: number, work: () => Promise<void>): Promise<number> {
  const query = app.db.query.bind(app.db);
  let [under, most] = [0, 0];
  Object.assign(app.db, {
    query: async (...given: Parameters<typeof query>) => {
      const isSearch = JSON.stringify(given).includes('radio');
      if (isSearch) most = Math.max(most, ++under);
      await new Promise((done) => setTimeout(done, ms));
      return query(...given).finally(() => isSearch && (under -= 1));
    },
  });
  try {
    await work();
  } finally {
    Object.assign(app.db, { query });
  }
  return most;
}

const WORDS = '{ people(words: "radio") { items { id } } }';

test('the requests of a busy account are queued up to a limit and then refused, and other accounts do not wait', async () => {
  const [bo, cy] = [await makePerson(app, 'bo', 'member'), await makePerson(app, 'cy', 'member')];
  await slowly(40, async () => {
    let answered = 0;
    const all = Array.from({ length: 150 }, () =>
      apiAs(bo)
        .code(WORDS)
        .finally(() => (answered += 1)),
    );
    await new Promise((done) => setTimeout(done, 50));
    expect(await Promise.all([apiAs(cy).code(WORDS), apiAs(cy).code('{ me { id } }')])).toEqual([
      'OK',
      'OK',
    ]);
    expect(answered).toBeLessThan(150);
    const codes = await Promise.all(all);
    expect(new Set(codes)).toEqual(new Set(['OK', 'TOO_MANY']));
    expect(codes.filter((code) => code === 'OK').length).toBeGreaterThanOrEqual(108);
  });
  expect(await apiAs(bo).code(WORDS)).toBe('OK');
});

test('at most eight requests of one session run at once', async () => {
  const bo = await makePerson(app, 'bo', 'member');
  const most = await slowly(5, async () => {
    const codes = await Promise.all(Array.from({ length: 30 }, () => apiAs(bo).code(WORDS)));
    expect(new Set(codes)).toEqual(new Set(['OK']));
  });
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(8);
});
