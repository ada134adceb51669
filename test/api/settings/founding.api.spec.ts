import { startApp, type TestApp } from '../../support/app/app.js';
import { apiAs, send, sendForm } from '../../support/app/client.js';
import { mailsTo } from '../../support/browser/sent-mails.js';
import { CookieJar, TEST_PASSWORD } from '../../support/app/test-password.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { makePerson, makePeople } from '../../support/factories/make-people.js';
import { FoundingService, type FounderInvitation } from '#settings/founding/founding.service.js';
import { SettingsService } from '#settings/settings.service.js';
import { HOUR } from '#kernel/clock.js';

const FOUNDING = '{ founding { closedAt canClose areApplicationsOpen seats { duties isTaken } } }';
const CLOSE = 'mutation { closeFounding { closedAt canClose areApplicationsOpen } }';

describe('the founding of an instance', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
  });
  afterEach(() => app.stop());

  const emailOf = (seat: FounderInvitation) =>
    `${seat.role}.${seat.accountId.slice(0, 8)}@trama.example`;
  const fieldsOf = (seat: FounderInvitation, more: Record<string, string> = {}) => ({
    t: seat.token,
    name: `Persona ${seat.role}`,
    email: emailOf(seat),
    password: TEST_PASSWORD,
    ...more,
  });
  const take = async (seat: FounderInvitation, more = {}, jar = new CookieJar(app)) => {
    const answer = jar.keep(await sendForm(jar, '/pt/set-up', fieldsOf(seat, more)));
    return { jar, answer };
  };

  it('creates its first invitations once, and only on an empty database', async () => {
    const foundings = app.get(FoundingService);
    const [one, other] = await Promise.allSettled([foundings.found(3), foundings.found()]);
    const seats = [one, other].flatMap((it) => (it.status === 'fulfilled' ? it.value : []));
    expect([one.status, other.status].sort()).toEqual(['fulfilled', 'rejected']);
    expect(seats.filter(({ role }) => role === 'administrator')).toHaveLength(2);
    await expect(foundings.found()).rejects.toMatchObject({ code: 'CONFLICT' });
    const audit = await app.db.query(
      `select action, actor_id, about_id from audit_entry where action = 'found'`,
    );
    expect(audit).toHaveLength(seats.length);
    expect(audit[0]).toMatchObject({ actor_id: null });
    expect(JSON.stringify(await app.db.query('select l::text from mail_link l'))).not.toContain(
      seats[0]!.token,
    );
  });

  it('is refused on a database with accounts', async () => {
    await makePeople(app, { ada: 'member' });
    await expect(app.get(FoundingService).found()).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('turns a link into an account with name, address and password, once', async () => {
    const [admin, , mo] = await app.get(FoundingService).found(3);
    const page = await send({ app }, `/es/set-up?t=${mo!.token}`);
    const html = await page.text();
    expect([page.status, page.headers.get('referrer-policy')]).toEqual([200, 'no-referrer']);
    expect(html).toContain(`href="/en/set-up?t=${mo!.token}"`);

    for (const [bad, words] of [
      [{ name: '   ' }, 'Preencha este campo'],
      [{ name: 'Mаria' }, 'um só alfabeto'], // a Cyrillic а
      [{ email: 'nada' }, 'Não dá para ler'],
      [{ password: 'curta' }, '12 caracteres'],
    ] as const) {
      const { answer } = await take(mo!, bad);
      const text = await answer.text();
      expect([answer.status, text.includes(words), text.includes(TEST_PASSWORD)]).toEqual([
        400,
        true,
        false,
      ]);
    }
    const { jar, answer } = await take(mo!);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/app']);
    expect(
      (await apiAs(jar).ask('{ me { standing duties language email emailConfirmedAt } }')).me,
    ).toEqual({
      standing: 'member',
      duties: ['moderate', 'vet'],
      language: 'pt',
      email: emailOf(mo!),
      emailConfirmedAt: null,
    });
    expect((await take(mo!)).answer.status).toBe(404);
    expect((await send({ app }, `/es/set-up?t=${mo!.token}`)).status).toBe(404);
    const [mail] = await mailsTo(app, emailOf(mo!));
    expect(mail!.path).toMatch(/^\/pt\/confirm\?t=/);

    const same = await take(admin!, { email: emailOf(mo!) });
    expect(same.answer.status).toBe(303);
    expect((await apiAs(same.jar).ask('{ me { email pendingEmail } }')).me).toEqual({
      email: null,
      pendingEmail: emailOf(mo!),
    });
    expect((await take(admin!)).answer.status).toBe(404);
    const names = await app.db.query(`select text from profile_field where kind = 'name'`);
    expect(names).toHaveLength(2);
  });

  it('is closed permanently by an administrator, once three people vet', async () => {
    const seats = await app.get(FoundingService).found(5);
    const admin = (await take(seats[0]!)).jar;
    const settings = app.get(SettingsService);
    for (const seat of seats.slice(2, 4)) await take(seat);
    expect((await apiAs(admin).ask(FOUNDING)).founding).toMatchObject({
      closedAt: null,
      canClose: false,
      areApplicationsOpen: false,
    });
    await expect(apiAs(admin).ask(CLOSE)).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'founding.tooFewVet',
    });
    const mo = (await take(seats[4]!)).jar;
    await expect(apiAs(mo).ask(CLOSE)).rejects.toMatchObject({ code: 'FORBIDDEN' });

    app.clock.move(11 * 60_000);
    await expect(apiAs(admin).ask(CLOSE)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      reason: 'session.confirmFirst',
    });
    expect(await settings.areApplicationsOpen()).toBe(false);
    const confirm = 'mutation ($input: PasswordInput!) { confirmSession(input: $input) }';
    await apiAs(admin).ask(confirm, { input: { password: TEST_PASSWORD } });
    const { closeFounding } = await apiAs(admin).ask(CLOSE);
    expect(closeFounding).toMatchObject({ canClose: false, areApplicationsOpen: true });
    await expect(apiAs(admin).ask(CLOSE)).rejects.toMatchObject({ reason: 'founding.closed' });

    expect((await take(seats[5]!)).answer.status).toBe(404);
    expect((await apiAs(admin).ask(FOUNDING)).founding.seats).toHaveLength(4);
    await expect(app.get(FoundingService).renew()).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(app.get(FoundingService).found()).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('renews the links of unaccepted invitations while it is open', async () => {
    const seats = await app.get(FoundingService).found(3);
    await take(seats[0]!);
    app.clock.move(73 * HOUR);
    expect((await take(seats[1]!)).answer.status).toBe(404);
    const renewed = await app.get(FoundingService).renew();
    expect(renewed).toHaveLength(4);
    expect((await take(renewed[0]!)).answer.status).toBe(303);
  });

  it('requires no vouch until ten members are past probation, and two from then on', async () => {
    const settings = app.get(SettingsService);
    await app.db.query('insert into instance (founded_at) values (now())');
    for (let at = 0; at < 9; at++) await makePerson(app, `m${at}`, 'member');
    await makePerson(app, 'young', 'probation');
    const rule = () => settings.vouchRule();
    expect(await rule()).toEqual({ vouchesNeeded: 0, isFoundingRule: true });
    const tenth = await makePerson(app, 'tenth', 'member');
    expect(await rule()).toEqual({ vouchesNeeded: 2, isFoundingRule: false });
    const suspend = `update account set standing = 'suspended' where id = $1`;
    await app.db.query(suspend, [tenth.accountId]);
    expect(await rule()).toEqual({ vouchesNeeded: 2, isFoundingRule: false });
  });

  it('applications pause and administrators are notified when too few people vet', async () => {
    const { admin, mo1 } = await makePeople(app, {
      admin: 'administrator',
      mo1: 'moderator',
      mo2: 'moderator',
      mo3: 'moderator',
    });
    await app.db.query(
      'insert into instance (founded_at, founding_closed_at) values (now(), now())',
    );
    const settings = app.get(SettingsService);
    expect(await settings.areApplicationsOpen()).toBe(true);
    const { AccountDeletionService } = await import('#signin/accounts/account-deletion.service.js');
    await app.db.write(() => app.get(AccountDeletionService).end(mo1.accountId));
    expect(await settings.areApplicationsOpen()).toBe(false);
    await waitForJobs(app);
    expect(await mailsTo(app, admin.email)).toHaveLength(1);
  });

  it('only an administrator sees and retries parked jobs', async () => {
    const { admin, ada, app1, au } = await makePeople(app, {
      admin: 'administrator',
      ada: 'member',
      app1: 'applicant',
      au: 'auditor',
    });
    const list = '{ parkedJobs { id task attempts failedAt } }';
    const retry = 'mutation ($id: ID!) { retryParkedJob(id: $id) { id } }';
    await app.db.query(
      `select graphile_worker.add_job('unknown', '{"handler":"TellNobody.ofIt"}'::json, max_attempts := 1,
         run_at := now() + interval '1 day')`,
    );
    await app.db.query('update graphile_worker._private_jobs set attempts = max_attempts');
    const { parkedJobs } = await apiAs(admin).ask(list);
    expect(parkedJobs).toMatchObject([{ task: 'TellNobody.ofIt', attempts: 1 }]);
    for (const one of [ada, app1, au]) {
      expect(await apiAs(one).code(list)).toBe('FORBIDDEN');
      expect(await apiAs(one).code(FOUNDING)).toBe('FORBIDDEN');
    }
    for (const id of ['0', 'x', '99999999999999999999', parkedJobs[0].id + '0']) {
      await expect(apiAs(admin).ask(retry, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await apiAs(admin).ask(retry, { id: parkedJobs[0].id })).toEqual({ retryParkedJob: [] });
  });
});
