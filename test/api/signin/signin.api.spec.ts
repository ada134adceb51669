import { createHash } from 'node:crypto';
import { get } from 'node:http';
import { DAY, MINUTE } from '#kernel/clock.js';
import { AccountsService } from '#members/accounts.service.js';
import { BruteForceGuardService } from '#signin/sessions/brute-force-guard.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, send, sendForm, sendJson } from '../../support/app/client.js';
import {
  RIGHT_PASSWORDS_ACCEPTED,
  tryRightPasswords,
  whileGuessingPasswords,
} from '../../support/signin/password-guessing.js';
import { CookieJar, TEST_PASSWORD, setTestPassword } from '../../support/app/test-password.js';
import { mailboxOf, sentMails } from '../../support/browser/sent-mails.js';
import { makePerson, makePeople } from '../../support/factories/make-people.js';
import { waitUntil } from '../../support/wait-until.js';

const ME = '{ me { id } }';
const WRONG = 'esta-no-es-la-clave';

describe('signing in', () => {
  const app = useApp({ TRAMA_HASHING_QUEUE: '4' });

  /** Status, headers and body of an answer, without random parts. */
  const shown = async (answer: Response) => ({
    status: answer.status,
    headers: [...answer.headers.entries()].filter(([name]) => name !== 'date'),
    body: await answer.text(),
  });
  const tryAt = (jar: CookieJar, email: string, password: string) =>
    sendJson(jar, '/auth/sign-in', { email, password });

  it('succeeds with the right password, as JSON and as a form; signing out ends the session', async () => {
    const { ada, app1 } = await makePeople(app, { ada: 'member', app1: 'applicant' });
    await setTestPassword(app, ada, app1);
    const jar = new CookieJar(app);
    const answer = await jar.signIn(`  ${ada.email.toUpperCase()} `);
    expect([answer.status, await answer.json()]).toEqual([200, { standing: 'member' }]);
    expect(await apiAs(jar).ask(ME)).toEqual({ me: { id: ada.accountId } });

    const out = await jar.signOut();
    expect(out.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(await apiAs(jar).code(ME)).toBe('UNAUTHENTICATED');

    const fields = { email: ada.email, password: TEST_PASSWORD, lang: 'pt' };
    const form = jar.keep(await sendForm(jar, '/auth/sign-in', fields));
    expect([form.status, form.headers.get('location')]).toEqual([303, '/app']);
    expect(await apiAs(jar).ask(ME)).toEqual({ me: { id: ada.accountId } });
    const waiting = await sendForm({ app }, '/auth/sign-in', { ...fields, email: app1.email });
    expect(waiting.headers.get('location')).toBe('/pt/join/status');
    const left = jar.keep(await sendForm(jar, '/auth/sign-out', {}));
    expect([left.status, left.headers.get('location')]).toEqual([303, '/']);
  });

  it('leaves a session that was opened after the sign-out that a request repeats', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    await setTestPassword(app, ada);
    const jar = new CookieJar(app);
    await jar.signIn(ada.email);
    await app.db.query(`update session set created_at = now() - interval '1 minute'`);
    const signOut = (ago: string) => {
      const headers = { 'x-trama-signed-out-ago': ago };
      return send(jar, '/auth/sign-out', { method: 'POST', headers });
    };
    const spared = await signOut(`${2 * MINUTE}`);
    expect([spared.status, spared.headers.get('clear-site-data')]).toEqual([200, null]);
    expect(spared.headers.getSetCookie()).toEqual([]);
    expect(await apiAs(jar).ask(ME)).toEqual({ me: { id: ada.accountId } });
    await app.db.query(`update session set created_at = now() - interval '61 minutes'`);
    for (const ago of [`${60 * MINUTE}`, `${400 * DAY}`, `${-MINUTE}`, 'x']) {
      expect((await signOut(ago)).headers.get('clear-site-data')).not.toBeNull();
      expect(await apiAs(jar).code(ME)).toBe('UNAUTHENTICATED');
      await jar.signIn(ada.email);
      await app.db.query(`update session set created_at = now() - interval '61 minutes'`);
    }
  });

  it('redirects a refused form to its page in its language', async () => {
    const fields = { email: 'nobody@trama.example', password: WRONG, lang: 'en' };
    const answer = await sendForm({ app }, '/auth/sign-in', fields);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/en/sign-in?state=refused',
    ]);
  });

  it('sets exactly the expected cookies', async () => {
    const { ada, mo } = await makePeople(app, { ada: 'member', mo: 'moderator' });
    await setTestPassword(app, ada, mo);
    const flags = 'Path=/; HttpOnly; SameSite=Lax';
    const token = /[\w-]{43}/.source;
    const pattern = (name: string, seconds: number) =>
      new RegExp(`^${name}=${token}; Max-Age=${seconds}; ${flags}$`);
    const [session, device] = (await new CookieJar(app).signIn(ada.email)).headers.getSetCookie();
    expect(session).toMatch(pattern('trama', 60 * 86_400));
    expect(device).toMatch(pattern('trama-device', 365 * 86_400));
    const [ofDuty] = (await new CookieJar(app).signIn(mo.email)).headers.getSetCookie();
    expect(ofDuty).toMatch(pattern('trama', 12 * 3600));
  });

  it('creates a new session token each time, and the previous one becomes invalid', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'member', eve: 'member' });
    await setTestPassword(app, ada, eve);
    const jar = new CookieJar(app);
    const planted = 'A'.repeat(43);
    jar.set('trama', planted);
    await jar.signIn(ada.email);
    const first = jar.cookie;
    expect(jar.get('trama')).not.toBe(planted);
    expect(await apiAs({ app, cookie: `trama=${planted}` }).code(ME)).toBe('UNAUTHENTICATED');
    await jar.signIn(eve.email);
    expect(await apiAs({ app, cookie: first }).code(ME)).toBe('UNAUTHENTICATED');
    expect(await apiAs(jar).ask(ME)).toEqual({ me: { id: eve.accountId } });
  });

  it('refuses accounts that may not sign in, whatever the reason, with the answer for a wrong password', async () => {
    const { ada, gone, locked } = await makePeople(app, {
      ada: 'member',
      gone: 'member',
      locked: 'locked',
    });
    const unvetted = await makePerson(app, 'unvetted', 'applicant', { emailConfirmedAt: null });
    await setTestPassword(app, ada, gone, locked, unvetted);
    const bare = await makePerson(app, 'bare', 'member', { passwordHash: null });
    await app.db.write(() => app.get(AccountsService).remove(gone.accountId));
    const wrong = await shown(await tryAt(new CookieJar(app), ada.email, WRONG));
    expect(wrong.status).toBe(401);
    expect(JSON.parse(wrong.body)).toEqual({ code: 'UNAUTHENTICATED', reason: 'signIn.refused' });
    for (const { email } of [gone, locked, unvetted, bare]) {
      expect(await shown(await tryAt(new CookieJar(app), email, TEST_PASSWORD))).toEqual(wrong);
    }
    for (const email of [
      'nobody@trama.example',
      'no address',
      '',
      `${'a'.repeat(300)}@b.example`,
    ]) {
      expect(await shown(await tryAt(new CookieJar(app), email, WRONG))).toEqual(wrong);
    }
  });

  it('admits a suspended account, to read the reason', async () => {
    const { sue } = await makePeople(app, { sue: 'suspended' });
    await setTestPassword(app, sue);
    expect(await (await new CookieJar(app).signIn(sue.email)).json()).toEqual({
      standing: 'suspended',
    });
  });

  it('answers a malformed request with a known error code', async () => {
    const bodies = [[], null, 5, {}, { email: 1, password: {} }, { email: ['a'], password: ['b'] }];
    for (const body of bodies) {
      const answer = await sendJson({ app }, '/auth/sign-in', body);
      expect([400, 401]).toContain(answer.status);
      expect(['INVALID', 'UNAUTHENTICATED']).toContain((await answer.json()).code);
    }
    const nul = await tryAt(new CookieJar(app), 'a\u0000@b.example', 'x\u0000'.repeat(2000));
    expect(nul.status).toBe(401);
  });

  it('refuses a form from another origin', async () => {
    for (const origin of ['https://evil.example', 'null', `${app.origin}.evil.example`]) {
      const headers = { origin, 'content-type': 'application/json' };
      const answer = await send({ app }, '/auth/sign-in', { body: '{}', headers });
      expect(answer.status).toBe(403);
    }
    const ours = {
      origin: 'null',
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
    };
    expect((await send({ app }, '/auth/sign-out', { body: '{}', headers: ours })).status).toBe(200);
  });

  it('sends a page opened under another name of this machine to the configured address, and no other request', async () => {
    const { port } = new URL(app.origin);
    const path = '/es/sign-in?next=%2Fapp';
    const opened = (host: string, mode: string) =>
      new Promise((resolve) => {
        const headers = { host, 'sec-fetch-mode': mode };
        get(`${app.url}${path}`, { headers }, ({ statusCode, headers }) =>
          resolve([statusCode, headers.location]),
        );
      });
    expect(await opened(`localhost:${port}`, 'navigate')).toEqual([307, `${app.origin}${path}`]);
    expect(await opened(`[::1]:${port}`, 'navigate')).toEqual([307, `${app.origin}${path}`]);
    for (const [host, mode] of [
      [`127.0.0.1:${port}`, 'navigate'],
      [`evil.example:${port}`, 'navigate'],
      [`localhost:1${port}`, 'navigate'],
      [`localhost:${port}`, 'cors'],
    ] as const)
      expect(await opened(host, mode)).toEqual([200, undefined]);
  });

  it('limits wrong passwords to 20 per hour and never locks the owner out', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    await setTestPassword(app, ada);
    const own = new CookieJar(app);
    await own.signIn(ada.email);
    await own.signOut();

    let evaluated = 0;
    const guess = async (jar: CookieJar, email = ada.email) => {
      const answer = await tryAt(jar, email, WRONG);
      if (answer.status === 401) evaluated += 1;
      return answer;
    };
    await Promise.all(Array.from({ length: 100 }, () => guess(new CookieJar(app))));
    const late = await guess(new CookieJar(app));
    expect(late.status).toBe(429);
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(3500);
    expect((await own.signIn(ada.email)).status).toBe(200);
    expect((await new CookieJar(app).signIn(ada.email)).status).toBe(429);

    await own.signOut();
    for (let at = 0; at < 30; at++) await guess(own);
    expect(evaluated).toBe(10); // the limit of one window; an hour may touch two windows

    const nobody = 'never.seen@trama.example';
    for (let at = 0; at < 5; at++) await guess(new CookieJar(app), nobody);
    const [one, other] = [await guess(new CookieJar(app), nobody), await guess(new CookieJar(app))];
    const withoutTime = async (answer: Response) => {
      const { body, status, headers } = await shown(answer);
      const text = JSON.stringify([status, headers, body]);
      return text.replaceAll(/3[0-9]{3}/g, 'N');
    };
    expect(await withoutTime(one)).toBe(await withoutTime(other));
  });

  it('resets failed attempts after an hour, and does not count successful ones', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    await setTestPassword(app, ada);
    const many = Array.from({ length: 20 }, () => new CookieJar(app).signIn(ada.email));
    for (const answer of await Promise.all(many)) expect(answer.status).toBe(200);
    for (let at = 0; at < 6; at++) await tryAt(new CookieJar(app), ada.email, WRONG);
    expect((await new CookieJar(app).signIn(ada.email)).status).toBe(429);
    await app.db.query('update rate_limit set expire = expire - 3600000');
    expect((await new CookieJar(app).signIn(ada.email)).status).toBe(200);
  });

  it('admits two concurrent correct attempts after four wrong ones', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    await setTestPassword(app, ada);
    for (let at = 0; at < 4; at++) await tryAt(new CookieJar(app), ada.email, WRONG);
    let finish: ((isRight: true) => void) | undefined;
    const door = { address: ada.email, source: '192.0.2.1' };
    const evaluating = () => new Promise<true>((resolve) => (finish = resolve));
    const first = app.get(BruteForceGuardService).attempt(door, evaluating);
    await waitUntil('it is not evaluated', () => finish !== undefined);
    const second = new CookieJar(app).signIn(ada.email);
    for (let at = 0; at < 5; at++) await apiAs(ada).code('{ me { id } }'); // gives the second attempt time to check the limit
    finish!(true);
    expect([await first, (await second).status]).toEqual([true, 200]);
  });

  it.each([1, 5])(
    'admits owners and other clients while connections from %s IP addresses guess passwords',
    async (sources) => {
      const { ada, ben } = await makePeople(app, { ada: 'member', ben: 'member' });
      await setTestPassword(app, ada, ben);
      const known = new CookieJar(app);
      await known.signIn(ada.email);
      const others = Array.from({ length: 20 }, (_, at) => `guess-${sources}-${at}@trama.example`);
      const flood = { connections: 10, sources };
      const mails = mailboxOf(() => sentMails(app));
      const { evaluated, busy } = await whileGuessingPasswords(
        app,
        [ada.email, ...others],
        flood,
        async () => {
          const entering = { owner: ada.email, stranger: ben.email, known };
          expect(await tryRightPasswords(app, mails, entering)).toEqual(RIGHT_PASSWORDS_ACCEPTED);
        },
      );
      expect(busy).toBeGreaterThan(0);
      expect(Math.max(...evaluated.values())).toBeLessThanOrEqual(5);
    },
  );

  it('does not count an attempt that was never checked, so a full queue locks no account', async () => {
    await app.db.query('delete from rate_limit');
    const emails = Array.from({ length: 40 }, (_, at) => `nobody-${at}@trama.example`);
    const { evaluated } = await whileGuessingPasswords(app, emails, {
      connections: 10,
      sources: 1,
    });
    const [{ counted } = { counted: 0 }] = await app.db.query<{ counted: number }>(
      `select sum(points)::int as counted from rate_limit where key like 'guess:%'`,
    );
    expect(counted).toBe([...evaluated.values()].reduce((sum, one) => sum + one));
  });

  it('stores no address, password or token in clear, and no hash from which an address can be guessed', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    await setTestPassword(app, ada);
    const jar = new CookieJar(app);
    await jar.signIn(ada.email);
    const tried = 'tried@trama.example';
    await tryAt(new CookieJar(app), tried, WRONG);
    await sendForm(new CookieJar(app), '/es/forgot', { email: tried });
    const kinds = (await app.db.query<{ key: string }>('select key from rate_limit')).map(
      ({ key }) => key.split(':')[0],
    );
    expect(kinds).toEqual(expect.arrayContaining(['guess', 'reset']));
    const hashes = [tried, `address:${tried}`].flatMap((text) =>
      (['hex', 'base64url'] as const).map((form) => createHash('sha256').update(text).digest(form)),
    );
    const tables = ['session', 'known_device', 'rate_limit', 'mail_link', 'account'];
    for (const table of tables) {
      const rows = JSON.stringify(await app.db.query(`select t::text from ${table} t`));
      expect(rows).not.toContain('tried@');
      for (const hash of hashes) expect(rows).not.toContain(hash);
      expect(rows).not.toContain(TEST_PASSWORD);
      expect(rows).not.toContain(jar.get('trama'));
      expect(rows).not.toContain(jar.get('trama-device'));
      expect(rows).not.toContain('127.0.0.1');
    }
  });
});
