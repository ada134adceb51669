import { useApp } from '../../support/app/app.js';
import { send } from '../../support/app/client.js';
import { makePeople } from '../../support/factories/make-people.js';

describe('the web app as the server delivers it', () => {
  const app = useApp();

  const get = (path: string, headers: Record<string, string> = {}) =>
    send({ app }, path, { headers: { accept: 'text/html', ...headers } });

  it('redirects an anonymous client to the page in their language, without caching', async () => {
    for (const [wanted, page] of [
      ['pt-BR,pt;q=0.9,es;q=0.8', '/pt'],
      ['fr,en;q=0.5', '/en'],
      ['es;q=0.1,en;q=0.9', '/en'],
      ['qu', '/es'],
      ['', '/es'],
    ] as const) {
      const answer = await get('/', { 'accept-language': wanted });
      expect([answer.status, answer.headers.get('location')]).toEqual([302, page]);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('vary')).toContain('Accept-Language');
    }
  });

  it('redirects a signed-in account to the app, and an expired session to the public page', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    expect((await send(ada, '/')).headers.get('location')).toBe('/app');
    const dead = { app, cookie: `trama=${'x'.repeat(43)}` };
    expect((await send(dead, '/')).headers.get('location')).toBe('/es');
  });

  it('redirects a browser from a public URL with a slash at its end to the page', async () => {
    for (const language of ['es', 'pt', 'en']) {
      for (const [path, page] of [
        [`/${language}/`, `/${language}`],
        [`/${language}/support/?from=card`, `/${language}/support?from=card`],
        [`/${language}/join/`, `/${language}/join`],
      ] as const) {
        const answer = await get(path);
        expect([answer.status, answer.headers.get('location')]).toEqual([302, page]);
      }
    }
    const slashes = '/'.repeat(15_000);
    for (const path of [
      ...['/fr/', '//elsewhere.example/es/', '/es/unknown/', '/es//', '/es/*/'],
      `/es${slashes}a/`,
    ]) {
      const answer = await get(path);
      expect([answer.status, answer.headers.get('location')]).toEqual([404, null]);
    }
  });

  it('serves public pages that set no cookie, run no inline script and name no other host', async () => {
    const paths = ['/es', '/pt/safety', '/en/join', '/es/sign-in', '/pt/join/lost-receipt'];
    for (const path of [...paths, '/en/support', '/pt/support/emergency']) {
      const answer = await get(path);
      const page = await answer.text();
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null]);
      expect(page).toContain(`<html lang="${path.slice(1, 3)}"`);
      expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=/);
      expect(page.match(/(?:src|href|action)="(?!\/|#|about:blank)[^"]*"/g)).toBeNull();
    }
  });

  it('links the receipt page to the lost-receipt page', async () => {
    for (const language of ['es', 'pt', 'en']) {
      const asked = await (await get(`/${language}/join/status`)).text();
      expect(asked).toContain(`href="/${language}/join/lost-receipt"`);
      const answer = await get(`/${language}/join/lost-receipt`);
      const ways = [...(await answer.text()).matchAll(/class="out" href="\/..(\/[^"]*)"/g)];
      expect([answer.status, ways.map(([, path]) => path)]).toEqual([
        200,
        ['/join/status', '/sign-in', '/forgot', '/join'],
      ]);
    }
  });

  it('shows why a sign-in was refused for a known code in the URL, and the plain page for any other code', async () => {
    expect(await (await get('/es/sign-in?state=refused')).text()).toContain('<title>Error: ');
    for (const query of ['?state=<b>x</b>', '?state=../join', '?state=refused&state=wait', '']) {
      const page = await (await get(`/es/sign-in${query}`)).text();
      expect(page).toContain('<title>Entrar');
      expect(page).not.toContain('<b>x');
    }
  });

  it('returns the same HTML shell for every app URL, which caches must revalidate', async () => {
    const shell = await (await get('/app')).text();
    const deep = await get('/app/channels/whatever?x=1');
    expect([deep.status, await deep.text()]).toEqual([200, shell]);
    expect(deep.headers.get('cache-control')).toBe('no-cache');
  });

  it('lets clients cache hashed files for a year, and compresses them', async () => {
    const [asset] = /\/assets\/[^"]+\.js/.exec(await (await get('/es')).text()) ?? [];
    const answer = await get(asset!, { 'accept-encoding': 'br' });
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect((await get('/sw.js')).headers.get('cache-control')).toBe('no-cache');
  });

  it('compresses larger API answers, and forbids caching of private ones', async () => {
    const { eva } = await makePeople(app, { eva: 'member' });
    const body = JSON.stringify({
      query: '{ taxonomy(language: es) { countries { id name } } }',
    });
    const headers = { 'content-type': 'application/json', 'accept-encoding': 'br' };
    const answer = await send(eva, '/graphql', { body, headers });
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('vary')).toBe('cookie, accept-encoding');
    expect(await answer.json()).toMatchObject({ data: { taxonomy: {} } });
  });

  it('answers every unknown path with the same page', async () => {
    const paths = ['/nothing', '/es/nothing', '/.env', '/trusted-documents.json', '/assets/x.js'];
    const answers = await Promise.all(paths.map((path) => get(path, { 'accept-language': 'es' })));
    const pages = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map((answer) => answer.status)).toEqual(paths.map(() => 404));
    expect(new Set(pages).size).toBe(1);
    expect((await get('/..%2f..%2fpackage.json')).status).toBe(404);
    const machine = await get('/nothing', { accept: 'application/json' });
    expect([machine.status, await machine.json()]).toEqual([404, { code: 'NOT_FOUND' }]);
  });
});
