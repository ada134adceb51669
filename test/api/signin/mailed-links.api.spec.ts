import { AccountsService } from '#members/accounts.service.js';
import { AccountMailsHandlers } from '#signin/accounts/account-mails.handlers.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, send, sendForm } from '../../support/app/client.js';
import { mailsTo, sentMails } from '../../support/browser/sent-mails.js';
import { CookieJar, TEST_PASSWORD, setTestPassword } from '../../support/app/test-password.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { makeApplicant, makeReviewers } from '../../support/factories/applicants-and-reviewers.js';
import { makePerson, makePeople } from '../../support/factories/make-people.js';
import { changePassword } from '../../support/signin/credentials.js';

const CHANGE_ADDRESS =
  'mutation ($input: ChangeAddressInput!) { changeAddress(input: $input) { pendingEmail } }';
const CANCEL_CHANGE = 'mutation { cancelAddressChange { email pendingEmail } }';
const ME = '{ me { id email pendingEmail emailConfirmedAt } }';
const NEXT = 'otra-frase-muy-mía-1974';

describe('mailed links', () => {
  const app = useApp();
  beforeAll(async () => {
    await makeReviewers(app);
  });

  const tokenOf = (path: string) => new URL(path, app.url).searchParams.get('t')!;
  const forgot = (email: string) => sendForm({ app }, '/es/forgot', { email });
  const reset = (jar: CookieJar, t: string, password = NEXT) =>
    sendForm(jar, '/es/reset', { t, password }).then((answer) => jar.keep(answer));

  it('set a new password once, and end every session', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    await setTestPassword(app, ada);
    const known = new CookieJar(app);
    await known.signIn(ada.email);
    const asked = await forgot(ada.email);
    expect([asked.status, asked.headers.get('location')]).toEqual([303, '/es/forgot?state=sent']);

    const [mail] = await mailsTo(app, ada.email);
    expect(mail!.subject).toBe('Trama: Elige otra contraseña');
    expect(mail!.text).not.toContain(ada.email);
    const page = await send({ app }, mail!.path);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.getSetCookie()).toEqual([]);

    const token = tokenOf(mail!.path);
    const jar = new CookieJar(app);
    const common = await reset(jar, token, 'password12345');
    expect(common.status).toBe(400);
    expect(await common.text()).toContain('fácil de adivinar');
    const same = await reset(jar, token, TEST_PASSWORD);
    expect(same.status).toBe(400);
    expect(await same.text()).toContain('Es la contraseña que ya tienes');
    expect(await apiAs(ada).code(ME)).toBe('OK');

    const [one, other] = await Promise.all([reset(jar, token), reset(new CookieJar(app), token)]);
    expect([one.status, other.status].sort()).toEqual([303, 404]);
    expect(await apiAs(ada).code(ME)).toBe('UNAUTHENTICATED');
    expect(await apiAs(known).code(ME)).toBe('UNAUTHENTICATED');
    expect((await send({ app }, mail!.path)).status).toBe(404);
    expect((await new CookieJar(app).signIn(ada.email)).status).toBe(401);
    expect((await new CookieJar(app).signIn(ada.email, NEXT)).status).toBe(200);
    const told = (await mailsTo(app, ada.email, 2))[1]!;
    expect(told.subject).toBe('Trama: Hay novedades');
  });

  it('let the owner sign in again during a password-guessing attack, even from a known browser', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    await setTestPassword(app, ada);
    const known = new CookieJar(app);
    await known.signIn(ada.email);
    const jar = new CookieJar(app);
    for (const guesser of [known, jar]) {
      for (let at = 0; at < 5; at++) await guesser.signIn(ada.email, 'no-es-esta-clave');
      expect((await guesser.signIn(ada.email)).status).toBe(429);
    }
    await forgot(ada.email);
    const [mail] = await mailsTo(app, ada.email);
    await reset(jar, tokenOf(mail!.path));
    expect((await jar.signIn(ada.email, NEXT)).status).toBe(200);
  });

  it('are requested with the same answer for every address, and sent only to accounts that may sign in', async () => {
    const { ada, locked } = await makePeople(app, { ada: 'member', locked: 'locked' });
    const unproved = await makePerson(app, 'unproved', 'member', { emailConfirmedAt: null });
    const nobody = { email: 'never@trama.example' };
    const answers = [];
    for (const { email } of [ada, locked, unproved, nobody, { email: 'x' }]) {
      const answer = await forgot(email);
      const { date: _date, ...headers } = Object.fromEntries(answer.headers.entries());
      answers.push(JSON.stringify([answer.status, headers, await answer.text()]));
    }
    expect(new Set(answers).size).toBe(1);
    await mailsTo(app, ada.email);
    await waitForJobs(app);
    const reached = sentMails(app).map(({ to }) => to);
    for (const { email } of [locked, unproved, nobody]) expect(reached).not.toContain(email);
    const rows = await app.db.query('select payload from graphile_worker._private_jobs');
    expect(JSON.stringify(rows)).not.toContain('never@');
  });

  it('are limited to three per hour and address, and all links expire once one is used', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    for (let at = 0; at < 6; at++) expect((await forgot(ada.email)).status).toBe(303);
    await waitForJobs(app);
    const mails = await mailsTo(app, ada.email);
    expect(mails.length).toBe(3);
    for (const { path } of mails) expect((await send({ app }, path)).status).toBe(200);
    expect((await reset(new CookieJar(app), tokenOf(mails[1]!.path))).status).toBe(303);
    for (const { path } of mails) expect((await send({ app }, path)).status).toBe(404);
  });

  it('expire after an hour', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    await forgot(ada.email);
    const [mail] = await mailsTo(app, ada.email);
    app.clock.move(61 * 60_000);
    expect((await reset(new CookieJar(app), tokenOf(mail!.path))).status).toBe(404);
    app.clock.move(-61 * 60_000);
    expect((await send({ app }, '/es/reset?t=x')).status).toBe(404);
    expect((await send({ app }, '/es/reset')).status).toBe(404);
    expect((await sendForm({ app }, '/pt/confirm', {})).status).toBe(404);
  });

  it('change the address once the mailed link is opened', async () => {
    const { ada, ben } = await makePeople(app, { ada: 'member', ben: 'member' });
    await setTestPassword(app, ada, ben);
    const next = `next.${ada.email}`;
    const change = `mutation ($input: ChangeAddressInput!) { changeAddress(input: $input) { email pendingEmail } }`;
    const wrong = { input: { email: next, password: 'no-es-esta-clave' } };
    await expect(apiAs(ada).ask(change, wrong)).rejects.toMatchObject({
      code: 'INVALID',
      fields: { password: 'passwordWrong' },
    });
    const bad = { input: { email: 'no es correo', password: TEST_PASSWORD } };
    await expect(apiAs(ada).ask(change, bad)).rejects.toMatchObject({
      fields: { email: 'malformed' },
    });

    const right = { input: { email: next, password: TEST_PASSWORD } };
    expect(await apiAs(ada).ask(change, right)).toEqual({
      changeAddress: { email: ada.email, pendingEmail: next },
    });
    const [mail] = await mailsTo(app, next);
    expect((await send({ app }, mail!.path)).status).toBe(200);
    expect((await apiAs(ada).ask(ME)).me).toMatchObject({ email: ada.email });
    const t = tokenOf(mail!.path);
    expect((await sendForm({ app }, '/es/confirm', { t })).status).toBe(200);
    expect((await sendForm({ app }, '/es/confirm', { t })).status).toBe(404);
    expect((await apiAs(ada).ask(ME)).me).toMatchObject({ email: next, pendingEmail: null });
    const told = await mailsTo(app, ada.email, 2);
    expect(told.map(({ subject }) => subject)).toEqual([
      'Trama: Cambio de correo',
      'Trama: Cambio de correo',
    ]);

    const taken = await apiAs(ada).ask(change, {
      input: { email: ben.email, password: TEST_PASSWORD },
    });
    expect(taken.changeAddress).toEqual({ email: next, pendingEmail: ben.email });
    const [toBen] = await mailsTo(app, ben.email);
    expect(toBen!.subject).toBe('Trama: Hay novedades');
    expect((await apiAs(ada).ask(ME)).me).toMatchObject({ email: next, pendingEmail: ben.email });
  });

  it('for a change of address stop working when the owner cancels the change, and the owner gets a mail', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    await setTestPassword(app, ada);
    const email = `next.${crypto.randomUUID()}@trama.example`;
    await apiAs(ada).ask(CHANGE_ADDRESS, { input: { email, password: TEST_PASSWORD } });
    await waitForJobs(app);
    const [mail] = await mailsTo(app, email);
    const before = (await mailsTo(app, ada.email)).length;
    expect(await apiAs(ada).ask(CANCEL_CHANGE)).toEqual({
      cancelAddressChange: { email: ada.email, pendingEmail: null },
    });
    await waitForJobs(app);
    expect(await mailsTo(app, ada.email, before + 1)).toHaveLength(before + 1);
    const confirmed = await sendForm({ app }, '/es/confirm', { t: tokenOf(mail!.path) });
    expect(confirmed.status).toBe(404);
    expect((await apiAs(ada).ask(ME)).me).toMatchObject({ email: ada.email, pendingEmail: null });
    // Another change can follow, and without one there is nothing to cancel.
    const again = apiAs(ada).code(CHANGE_ADDRESS, { input: { email, password: TEST_PASSWORD } });
    expect(await again).toBe('OK');
    for (let n = 0; n < 2; n++) expect(await apiAs(ada).code(CANCEL_CHANGE)).toBe('OK');
    // Once the link was used, cancelling changes nothing, and the answer names the new address.
    await apiAs(ada).ask(CHANGE_ADDRESS, { input: { email, password: TEST_PASSWORD } });
    await waitForJobs(app);
    const used = (await mailsTo(app, email, 3)).at(-1)!;
    await sendForm({ app }, '/es/confirm', { t: tokenOf(used.path) });
    expect((await apiAs(ada).ask(CANCEL_CHANGE)).cancelAddressChange.email).toBe(email);
    expect(await apiAs({ app }).code(CANCEL_CHANGE)).toBe('UNAUTHENTICATED');
  });

  it('are limited per address and day, however many accounts enter the address', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    const foreign = `foreign.${crypto.randomUUID()}@trama.example`;
    const people = await Promise.all(
      Array.from({ length: 12 }, (_, n) => makePerson(app, `p${n}`, 'member')),
    );
    await setTestPassword(app, ...people);
    for (const email of [foreign, ada.email]) {
      for (let n = 0; n < 12; n++) await makeApplicant(app, { reach: 'email', email });
      for (const one of people) {
        const input = { email, password: TEST_PASSWORD };
        expect(await apiAs(one).code(CHANGE_ADDRESS, { input })).toBe('OK');
      }
    }
    await waitForJobs(app);
    const to = (address: string) => sentMails(app).filter((mail) => mail.to === address).length;
    expect([to(foreign), to(ada.email)]).toEqual([5, 5]);
    // The requester gets the usual answer, and a mail to their own address.
    for (const one of people) expect(to(one.email)).toBe(2);
  });

  it('announce a new password even after the daily mail limit of the address', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    await setTestPassword(app, ada);
    for (let n = 0; n < 25; n++) {
      const news = { accountId: ada.accountId };
      await app.get(AccountMailsHandlers).tellThatThereIsNews(news, `${n}`);
    }
    const before = (await mailsTo(app, ada.email)).length;
    expect(before).toBe(20);
    expect(await changePassword(ada, NEXT)).toBe('OK');
    await waitForJobs(app);
    expect(await mailsTo(app, ada.email)).toHaveLength(before + 1);
  });

  describe('queued mails', () => {
    const quiet = useApp({ TRAMA_WORKER: '0' });
    const ask = (email: string) => sendForm({ app: quiet }, '/es/forgot', { email });

    it('are dropped when their account is deleted before they are sent', async () => {
      const { ada } = await makePeople(quiet, { ada: 'member' });
      await ask(ada.email);
      await quiet.db.write(() => quiet.get(AccountsService).remove(ada.accountId));
      await quiet.get(AccountMailsHandlers).sendReset({ accountId: ada.accountId }, '1');
      await quiet.get(AccountMailsHandlers).tellThatThereIsNews({ accountId: ada.accountId }, '2');
      expect(sentMails(quiet)).toEqual([]);
    });

    it('do not contain a former address in readable form', async () => {
      await quiet.db.query('delete from graphile_worker._private_jobs');
      const { ada } = await makePeople(quiet, { ada: 'member' });
      const account = await quiet.get(AccountsService).get(ada.accountId);
      const { AccountMailsService } = await import('#signin/accounts/account-mails.service.js');
      const former = 'former@trama.example';
      await quiet.get(AccountMailsService).tellFormerAddress({ ...account, email: former });
      const sql = 'select payload from graphile_worker._private_jobs';
      const [job] = await quiet.db.query<{ payload: { accountId: string } }>(sql);
      expect(JSON.stringify(job!.payload)).not.toContain('former');
      const { AccountMailsHandlers } = await import('#signin/accounts/account-mails.handlers.js');
      await quiet.get(AccountMailsHandlers).tellThatThereIsNews(job!.payload, '1');
      expect(sentMails(quiet).map(({ to }) => to)).toEqual([former]);
    });

    it('are sent before jobs that send no mail, however many were queued earlier', async () => {
      await quiet.db.query('delete from graphile_worker._private_jobs');
      const { ada } = await makePeople(quiet, { ada: 'member' });
      for (const n of [1, 2, 3]) await ask(`nobody-${n}@trama.example`);
      await ask(ada.email);
      const jobs = await quiet.db.query<{ id: string }>(
        `select payload->>'accountId' as id from graphile_worker._private_jobs
         order by priority, run_at, id`,
      );
      expect(jobs).toHaveLength(4);
      expect(jobs[0]?.id).toBe(ada.accountId);
    });
  });

  it('leave no secret in the database', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    await forgot(ada.email);
    const [mail] = await mailsTo(app, ada.email);
    const rows = JSON.stringify(await app.db.query('select l::text from mail_link l'));
    expect(rows).not.toContain(tokenOf(mail!.path));
  });
});
