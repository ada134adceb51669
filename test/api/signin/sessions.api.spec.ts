import { DAY, HOUR, MINUTE } from '#kernel/clock.js';
import { SigninJobs } from '#signin/signin.jobs.js';
import { startApp, useApp } from '../../support/app/app.js';
import { apiAs, send, sendJson } from '../../support/app/client.js';
import { CookieJar, TEST_PASSWORD, setTestPassword } from '../../support/app/test-password.js';
import { openSocket } from '../../support/app/sockets.js';
import { signInBrowser, type Person, makePeople } from '../../support/factories/make-people.js';

const ME = '{ me { id } }';
const LIST = '{ mySessions { id label isCurrent } }';
const END = 'mutation ($id: ID!) { endSession(id: $id) { id } }';

describe('sessions', () => {
  const app = useApp();

  const answers = (cookie: string) => apiAs({ app, cookie }).code(ME);

  it('are listed for their owner, who can end one or all others', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'member', eve: 'member' });
    const phone = await signInBrowser(app, ada.accountId, 'Chrome · Android');
    const tablet = await signInBrowser(app, ada.accountId, 'Safari · iPad');
    const { mySessions } = await apiAs(ada).ask(LIST);
    expect(mySessions).toHaveLength(3);
    expect(mySessions).toContainEqual({
      id: ada.sessionId,
      label: 'Firefox · Linux',
      isCurrent: true,
    });

    await expect(apiAs(eve).ask(END, { id: phone.sessionId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(apiAs(ada).ask(END, { id: 'no id' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await answers(phone.cookie)).toBe('OK');

    const { socket } = await openSocket({ app, cookie: phone.cookie });
    const closed = new Promise((done) => socket.once('disconnect', done));
    await apiAs(ada).ask(END, { id: phone.sessionId });
    expect(await answers(phone.cookie)).toBe('UNAUTHENTICATED');
    await closed;
    expect(await answers(tablet.cookie)).toBe('OK');

    await apiAs(ada).ask('mutation { endOtherSessions { id } }');
    expect(await answers(tablet.cookie)).toBe('UNAUTHENTICATED');
    expect(await answers(ada.cookie)).toBe('OK');
    expect(await answers(eve.cookie)).toBe('OK');
  });

  it('expire when idle, and in any case after their maximum age', async () => {
    const { ada, mo, staff } = await makePeople(app, {
      ada: 'member',
      mo: 'moderator',
      staff: 'auditor',
    });
    const lives = async (person: Person) => (await answers(person.cookie)) === 'OK';
    for (const busy of [mo, staff]) {
      for (let minutes = 0; minutes < 12 * 60 - 30; minutes += 25) {
        app.clock.move(25 * MINUTE);
        expect(await lives(busy)).toBe(true);
      }
      app.clock.move(25 * MINUTE);
      expect(await lives(busy)).toBe(false);
      app.clock.move(-12 * HOUR - 5 * MINUTE);
    }
    const { mo2 } = await makePeople(app, { mo2: 'moderator' });
    app.clock.move(31 * MINUTE);
    expect(await lives(mo2)).toBe(false);

    for (let days = 0; days < 52; days += 13) {
      app.clock.move(13 * DAY);
      expect(await lives(ada)).toBe(true);
    }
    app.clock.move(9 * DAY);
    expect(await lives(ada)).toBe(false);
    const { idle } = await makePeople(app, { idle: 'member' });
    app.clock.move(14 * DAY + MINUTE);
    expect(await lives(idle)).toBe(false);
  });

  it('are not extended by background requests of a page', async () => {
    const { mo, staff } = await makePeople(app, { mo: 'moderator', staff: 'auditor' });
    const reads = async (headers: Record<string, string>) =>
      (
        await send(mo, '/graphql', {
          body: JSON.stringify({ query: ME }),
          headers: { 'content-type': 'application/json', ...headers },
        })
      ).text();
    const id = `"id":"${mo.accountId}"`;
    for (const minutes of [25, 4]) {
      app.clock.move(minutes * MINUTE);
      expect(await reads({ 'x-trama-background': '1' })).toContain(id);
      expect(await answers(staff.cookie)).toBe('OK');
    }
    app.clock.move(MINUTE);
    expect(await reads({ 'x-trama-background': '1' })).toContain('UNAUTHENTICATED');
    expect(await answers(staff.cookie)).toBe('OK');
    app.clock.move(-30 * MINUTE);
  });

  it('last at most as long as the owner chose', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    const set =
      'mutation ($input: SessionDaysInput!) { setSessionDays(input: $input) { sessionDays } }';
    expect(await apiAs(ada).ask(set, { input: { days: 1 } })).toEqual({
      setSessionDays: { sessionDays: 1 },
    });
    await expect(apiAs(ada).ask(set, { input: { days: 500 } })).rejects.toMatchObject({
      code: 'INVALID',
    });
    const later = await signInBrowser(app, ada.accountId);
    app.clock.move(23 * HOUR);
    expect(await answers(ada.cookie)).toBe('OK');
    app.clock.move(2 * HOUR);
    expect(await answers(ada.cookie)).toBe('UNAUTHENTICATED');
    expect(await answers(later.cookie)).toBe('UNAUTHENTICATED');
  });

  it('close their sockets on expiry: an open socket does not count as activity', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    const { socket } = await openSocket(ada);
    const closed = new Promise((done) => socket.once('disconnect', done));
    app.clock.move(15 * DAY);
    await app.get(SigninJobs).endSessionsThatAreOver();
    await closed;
    expect(await app.db.query('select 1 from session where id = $1', [ada.sessionId])).toEqual([]);
  });

  it('end with a new password, except the session in which it was set', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    await setTestPassword(app, ada);
    const here = new CookieJar(app);
    await here.signIn(ada.email);
    const there = new CookieJar(app);
    await there.signIn(ada.email);
    const change =
      'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { id } }';
    const next = 'otra-frase-larga-mía';
    const tries = { currentPassword: 'no-es-esta-clave', newPassword: next };
    await expect(apiAs(here).ask(change, { input: tries })).rejects.toMatchObject({
      code: 'INVALID',
      fields: { currentPassword: 'passwordWrong' },
    });
    const weak = { currentPassword: TEST_PASSWORD, newPassword: 'corta' };
    await expect(apiAs(here).ask(change, { input: weak })).rejects.toMatchObject({
      fields: { newPassword: 'passwordTooShort' },
    });
    const same = { currentPassword: TEST_PASSWORD, newPassword: TEST_PASSWORD };
    await expect(apiAs(here).ask(change, { input: same })).rejects.toMatchObject({
      fields: { newPassword: 'passwordSame' },
    });
    expect(await answers(there.cookie)).toBe('OK');
    await apiAs(here).ask(change, { input: { currentPassword: TEST_PASSWORD, newPassword: next } });
    expect(await answers(here.cookie)).toBe('OK');
    expect(await answers(there.cookie)).toBe('UNAUTHENTICATED');
    expect((await there.signIn(ada.email)).status).toBe(401);
    expect((await there.signIn(ada.email, next)).status).toBe(200);
  });

  it('are limited to twenty: the next sign-in ends the least recently used session', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    const { socket } = await openSocket(ada);
    const closed = new Promise((done) => socket.once('disconnect', done));
    const later: string[] = [];
    const openOne = async () => {
      app.clock.move(MINUTE);
      later.push((await signInBrowser(app, ada.accountId)).cookie);
    };
    for (let count = 0; count < 19; count++) await openOne();
    expect(await answers(ada.cookie)).toBe('OK');
    const unused = 'update session set used_at = $2 where id = $1';
    await app.db.query(unused, [ada.sessionId, app.clock.in(-DAY)]);
    await openOne();
    await closed;
    expect(await answers(ada.cookie)).toBe('UNAUTHENTICATED');
    for (const cookie of later) expect(await answers(cookie)).toBe('OK');
  });

  it('are confirmed with the password again, under the same rate limit', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    await setTestPassword(app, ada);
    const confirm = 'mutation ($input: PasswordInput!) { confirmSession(input: $input) }';
    expect(await apiAs(ada).ask(confirm, { input: { password: TEST_PASSWORD } })).toEqual({
      confirmSession: true,
    });
    for (let at = 0; at < 5; at++) {
      expect(await apiAs(ada).code(confirm, { input: { password: 'no-es-esta-clave' } })).toBe(
        'INVALID',
      );
    }
    expect(await apiAs(ada).code(confirm, { input: { password: TEST_PASSWORD } })).toBe('TOO_MANY');
  });

  it('give a suspended account access to its own state only', async () => {
    const { sue, mo } = await makePeople(app, { sue: 'suspended', mo: 'moderator' });
    expect(await apiAs(sue).code('{ me { standing suspendedUntil } }')).toBe('OK');
    expect(await apiAs(sue).code('{ founding { canClose } }')).toBe('FORBIDDEN');
    expect(await apiAs(mo).code('{ founding { canClose } }')).toBe('FORBIDDEN');
    expect((await sendJson({ app }, '/auth/export', { password: 'x' })).status).toBe(401);
  });

  it('are sent only as a cookie, never in a URL or storage, with exactly the expected headers', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    for (const path of ['/graphql', '/health/live', '/es/forgot', '/nowhere']) {
      const answer = await send(ada, path);
      const { headers } = answer;
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data: blob:;media-src blob:;font-src 'self';" +
          "connect-src 'self';manifest-src 'self';worker-src 'self';form-action 'self';" +
          "frame-ancestors 'none';base-uri 'none';object-src 'none'",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('server')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    }
    const secure = await startApp({ TRAMA_ORIGIN: 'https://trama.example' });
    const { eve } = await makePeople(secure, { eve: 'member' });
    await setTestPassword(secure, eve);
    const headers = { origin: 'https://trama.example', 'content-type': 'application/json' };
    const body = JSON.stringify({ email: eve.email, password: TEST_PASSWORD });
    const answer = await send({ app: secure }, '/auth/sign-in', { body, headers });
    const [session, device] = answer.headers.getSetCookie();
    const flags = 'Path=/; HttpOnly; Secure; SameSite=Lax';
    expect(session).toMatch(new RegExp(`^__Host-trama=[\\w-]{43}; Max-Age=5184000; ${flags}$`));
    expect(device).toMatch(new RegExp(`^trama-device=[\\w-]{43}; Max-Age=31536000; ${flags}$`));
    expect(answer.headers.get('strict-transport-security')).toBe(
      'max-age=63072000; includeSubDomains',
    );
    await secure.stop();
  });
});
