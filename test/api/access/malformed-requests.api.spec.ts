import { useApp } from '../../support/app/app.js';

const app = useApp();

const json = { 'content-type': 'application/json' };
const post = (body: string, headers: Record<string, string> = json) => ({
  method: 'POST',
  headers,
  body,
});

test.each<[string, string, RequestInit, number, string]>([
  ['incomplete JSON', '/graphql', post('{"query":'), 400, 'INVALID'],
  ['an invalid GraphQL document', '/graphql', post('{"query":"{"}'), 400, 'INVALID'],
  ['a body that is not an object', '/graphql', post('7'), 400, 'INVALID'],
  [
    'a body above the size limit',
    '/auth/sign-in',
    post(JSON.stringify('x'.repeat(300_000))),
    413,
    'INVALID',
  ],
  ['an unknown path', '/nowhere', {}, 404, 'NOT_FOUND'],
  ['an invalid URL', '/%zz', {}, 400, 'INVALID'],
])(
  'the answer to %s is an error code and nothing else',
  async (_title, path, init, status, code) => {
    const answer = await fetch(app.url + path, init);

    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    const { errors, ...flat } = (await answer.json()) as {
      errors?: { extensions: { code: string } }[];
      code?: string;
    };
    expect(errors?.[0]?.extensions.code ?? flat).toEqual(errors ? code : { code });
  },
);
