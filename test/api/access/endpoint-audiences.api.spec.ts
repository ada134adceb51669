import { type EndpointAudience, checkAudience, Viewer } from '#policy/viewer.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester, send } from '../../support/app/client.js';
import { allOperations } from '../../support/matrix/operations.js';
import { type PersonKind, type Person, makePerson } from '../../support/factories/make-people.js';
import { readRepositoryFile } from '../../support/repository.js';

const app = useApp({ TRAMA_WORKER: '0' });

const LIST = readRepositoryFile('test/laws/doors.txt');
const audiences = new Map(
  LIST.split('\n').map((line) => {
    const [name, forWhom = ''] = line.split(' · ');
    return [name!, forWhom.split(', ') as EndpointAudience[]];
  }),
);

/** Mutations that would end the session or the account under test. */
const ENDINGS = new Set(['deleteAccount', 'deleteApplication', 'endOtherSessions']);
const doors = allOperations().filter(({ name }) => !ENDINGS.has(name));

/** Kinds of account. Each kind calls every endpoint whose audience does not include it. */
const KINDS: PersonKind[] = [
  ...(['member', 'probation', 'moderator', 'supporter', 'applicant'] as const),
  ...(['suspended', 'locked', 'former', 'auditor', 'administrator', 'guest'] as const),
];

const codes = (who: Requester, takesId: boolean) => {
  if (!who.cookie) return 'UNAUTHENTICATED';
  return takesId ? 'NOT_FOUND' : 'FORBIDDEN';
};

test.each(KINDS)(
  '%s gets the documented refusal from every endpoint of another audience',
  async (kind) => {
    const who: Person = await makePerson(app, kind, kind);
    const viewer = await app.get(ViewerLoader).fromCookie(who.cookie);
    let closed = 0;
    for (const { kind: operation, name, document, takesId } of doors) {
      const forWhom = audiences.get(`${operation} ${name}`)!;
      if (forWhom.some((audience) => checkAudience(viewer, audience) === 'ok')) continue;
      closed += 1;
      // Suspended, locked and former accounts may have no session; they are then answered like an anonymous client.
      const want = viewer ? codes(who, takesId) : 'UNAUTHENTICATED';
      expect({ name, code: await apiAs(who).code(document) }).toEqual({ name, code: want });
    }
    expect(closed).toBeGreaterThan(0);
  },
);

test('an anonymous client gets UNAUTHENTICATED from every endpoint that is not public, whatever the id', async () => {
  for (const { kind, name, document } of doors) {
    if (audiences.get(`${kind} ${name}`)!.includes('anyone')) continue;
    const code = await apiAs({ app }).code(document);
    expect({ name, code }).toEqual({ name, code: 'UNAUTHENTICATED' });
  }
  expect(checkAudience(undefined, 'member')).toBe('UNAUTHENTICATED');
  expect(checkAudience(Viewer.nobody(), 'member')).toBe('FORBIDDEN');
});

describe('a GraphQL operation sent in another form', () => {
  const document = 'mutation { setLanguage(language: pt) { language } }';
  const languageOf = async (who: Person) =>
    (await apiAs(who).ask('{ me { language } }')).me.language as string;

  const get = (who: Person, query: string) =>
    send(who, `/graphql?query=${encodeURIComponent(query)}`, {
      headers: { 'content-type': 'application/json' },
    });
  const post = (who: Person, body: string, type: string) =>
    send(who, '/graphql', { body, headers: type ? { 'content-type': type } : {} });

  test('changes nothing when sent by GET, as a form, as plain text or as a persisted-query hash', async () => {
    const who = await makePerson(app, 'ana', 'member');
    const json = JSON.stringify({ query: document });
    const boundary = 'x';
    const multipart = [
      '--x',
      'content-disposition: form-data; name="operations"',
      '',
      json,
      '--x--',
      '',
    ].join('\r\n');
    const hash = { version: 1, sha256Hash: 'a'.repeat(64) };
    const answers = [
      await get(who, document),
      await post(who, `query=${encodeURIComponent(document)}`, 'application/x-www-form-urlencoded'),
      await post(who, multipart, `multipart/form-data; boundary=${boundary}`),
      await post(who, json, 'text/plain'),
      await post(who, json, ''),
      await post(who, JSON.stringify({ extensions: { persistedQuery: hash } }), 'application/json'),
    ];
    for (const answer of answers) {
      expect(await answer.text()).not.toContain('"language"');
    }
    expect(await languageOf(who)).toBe('es');
  });

  test('the API refuses a query of an anonymous client by GET and by POST', async () => {
    const query = '/graphql?query={me{id}}';
    const headers = { 'content-type': 'application/json' };
    const answer = await send({ app }, query, { headers });
    const text = await answer.text();
    expect(text).not.toContain('"me":{');
    expect(text).toMatch(/UNAUTHENTICATED|INVALID/);
  });

  test('is not reachable on another path, such as /graphiql or /api', async () => {
    const who = await makePerson(app, 'ana', 'member');
    for (const path of [
      '/graphiql',
      '/playground',
      '/api',
      '/api/graphql',
      '/v1/graphql',
      '/rest/me',
      '/docs',
    ]) {
      const answer = await send(who, path);
      expect({ path, status: answer.status }).toEqual({ path, status: 404 });
    }
  });
});

describe('look-up by a global id', () => {
  const ways = ['node(id: $id)', 'nodes(ids: [$id])', '_entities(representations: [])', '_service'];

  test('the schema has no query by global id and rejects each as INVALID', async () => {
    const who = await makePerson(app, 'ana', 'member');
    const id = who.accountId;
    for (const way of ways) {
      const text = `query ($id: ID!) { ${way} { __typename } }`;
      expect({ way, code: await apiAs(who).code(text, { id }) }).toEqual({ way, code: 'INVALID' });
    }
  });
});

describe('probing for types of the GraphQL schema', () => {
  const probes = [
    '{ __typename }',
    '{ me { __typename ... on Account { id } } }',
    '{ me { ... on Report { id } } }',
    '{ me { ... on Nothing { id } } }',
    'query { me { ...f } } fragment f on Application { id }',
    'query { me { ...f } } fragment f on Nowhere { id }',
  ];

  test('gives the same answer for a fragment on an unknown type and on a type that does not fit', async () => {
    const who = await makePerson(app, 'ana', 'member');
    const texts = await Promise.all(probes.map(async (one) => (await apiAs(who).raw(one)).text()));
    expect(texts[2]).toBe(texts[3]);
    expect(texts[4]).toBe(texts[5]);
    expect(texts[2]).not.toMatch(/Report|Account/);
  });

  test('shows an anonymous client only the name of the root type', async () => {
    expect(await apiAs({ app }).code('{ me { __typename } }')).toBe('UNAUTHENTICATED');
    expect(await apiAs({ app }).ask('{ __typename }')).toEqual({ __typename: 'Query' });
  });
});
