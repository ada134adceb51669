import { useApp } from '../../support/app/app.js';

const app = useApp();

const json = { 'content-type': 'application/json' };
const post = (body: string, headers: Record<string, string> = json) => ({
  method: 'POST',
  headers,
  body,
});

test.each<[string, string, RequestInit, number, string]>([
  ['Half a body', '/graphql', post('{"query":'), 400, 'INVALID'],
  ['A document that is none', '/graphql', post('{"query":"{"}'), 400, 'INVALID'],
  ['A body that is no object', '/graphql', post('7'), 400, 'INVALID'],
  ['A huge body', '/auth/sign-in', post(JSON.stringify('x'.repeat(300_000))), 413, 'INVALID'],
  ['A page that is not there', '/nowhere', {}, 404, 'NOT_FOUND'],
  ['An address that is none', '/%zz', {}, 400, 'INVALID'],
])('%s gets an error code and nothing else', async (_title, path, init, status, code) => {
  const answer = await fetch(app.url + path, init);

  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  const { errors, ...flat } = (await answer.json()) as {
    errors?: { extensions: { code: string } }[];
    code?: string;
  };
  expect(errors?.[0]?.extensions.code ?? flat).toEqual(errors ? code : { code });
});
