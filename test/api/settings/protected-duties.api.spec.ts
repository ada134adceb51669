import { EventsWorker } from '#events/events.worker.js';
import { HOUR, MINUTE } from '#kernel/clock.js';
import { SettingsJobs } from '#settings/settings.jobs.js';
import { SettingsService } from '#settings/settings.service.js';
import { type TestApp, startApp } from '../../support/app/app.js';
import { apiAs, send, sendForm } from '../../support/app/client.js';
import {
  dutyRequests,
  inviteStaff,
  layDownDuty,
  STAFF_INVITATION_ACCEPTED,
  acceptStaffInvitation,
} from '../../support/factories/duty-requests.js';
import { sentMails, linkToken } from '../../support/browser/sent-mails.js';
import { CookieJar, TEST_PASSWORD } from '../../support/app/test-password.js';
import { makeReviewers } from '../../support/factories/applicants-and-reviewers.js';
import {
  signInAgain,
  type Person,
  makePerson,
  makePeople,
} from '../../support/factories/make-people.js';

let app: TestApp;
let ad1: Person;
let ad2: Person;
let vetting: Person[];
beforeEach(async () => {
  app = await startApp({ TRAMA_WORKER: '0' });
  vetting = await makeReviewers(app);
  ({ ad1, ad2 } = await makePeople(app, { ad1: 'administrator', ad2: 'administrator' }));
});
afterEach(() => app.stop());

const idsOf = async (name: string, of: readonly Person[]) => {
  const rows = await app.db.query<{ id: string }>(
    'select id from duty where name = $1 and account_id = any($2) order by id',
    [name, of.map(({ accountId }) => accountId)],
  );
  return rows.map(({ id }) => id);
};
const refusal = (reason: string) => ({ code: 'CONFLICT', reason });

it('two administrators take a duty, and its holder loses access at once', async () => {
  const su = await makePerson(app, 'su', 'supporter');
  const [id] = await idsOf('support', [su]);
  const act = await dutyRequests(ad1).take(id!);
  expect(act).toMatchObject({
    kind: 'takeDuty',
    shown: [
      { label: 'knownAs', value: 'unnamed' },
      { label: 'duty', value: 'support' },
    ],
  });
  await expect(dutyRequests(ad1).approve(act)).rejects.toMatchObject({ reason: 'twoPerson.own' });
  expect((await apiAs(su).ask('{ me { duties } }')).me.duties).toEqual(['support']);
  await dutyRequests(ad2).approve(act);
  expect(await apiAs(su).code('{ me { id } }')).toBe('UNAUTHENTICATED');
  expect((await apiAs(await signInAgain(su)).ask('{ me { duties } }')).me.duties).toEqual([]);
  await expect(dutyRequests(ad1).take(id!)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('administrators cannot take the vet duty from one of the last three who vet, but from a fourth one they can', async () => {
  const ids = await idsOf('vet', vetting);
  await expect(dutyRequests(ad1).take(ids[0]!)).rejects.toMatchObject(refusal('duty.lastWhoVet'));
  const fourth = await makePerson(app, 'mo4', 'moderator');
  const [id] = await idsOf('vet', [fourth]);
  const act = await dutyRequests(ad1).take(id!);
  // Another holder gives up the duty, so the fourth one is now one of the last three.
  await layDownDuty(vetting[0]!, 'vet');
  await expect(dutyRequests(ad2).approve(act)).rejects.toMatchObject(refusal('duty.lastWhoVet'));
  await makePerson(app, 'mo5', 'moderator');
  await dutyRequests(ad2).approve(act);
  expect(await app.get(SettingsService).areApplicationsOpen()).toBe(true);
});

it('concurrent requests to take the vet duty leave three holders', async () => {
  const more = await makePeople(app, { mo4: 'moderator', mo5: 'moderator' });
  const ids = await idsOf('vet', [...vetting, ...Object.values(more)]);
  const acts = [];
  for (const id of ids) acts.push(await dutyRequests(ad1).take(id));
  const ends = await Promise.all(
    acts.map((act) =>
      dutyRequests(ad2)
        .approve(act)
        .then(
          () => 'OK',
          ({ reason }: { reason: string }) => reason,
        ),
    ),
  );
  expect(ends.toSorted()).toEqual([
    ...['OK', 'OK'],
    ...['duty.lastWhoVet', 'duty.lastWhoVet', 'duty.lastWhoVet'],
  ]);
  expect(await app.get(SettingsService).areApplicationsOpen()).toBe(true);
});

it('when two administrators take the duty from each other at once, one keeps it, because the other is no longer a valid requester', async () => {
  const { ad3 } = await makePeople(app, { ad3: 'administrator' });
  const [first] = await idsOf('administer', [ad1]);
  const [second] = await idsOf('administer', [ad2]);
  const acts = [await dutyRequests(ad2).take(first!), await dutyRequests(ad1).take(second!)];
  const approved = acts.map((act) =>
    dutyRequests(ad3)
      .approve(act)
      .then(
        () => 'OK',
        ({ reason }) => reason,
      ),
  );
  const ends = await Promise.all(approved);
  // One of the two was no longer a valid requester after the other act was executed.
  expect(ends.toSorted()).toEqual(['OK', 'twoPerson.askerMayNot']);
  const left = await app.db.query(`select 1 from duty where name = 'administer'`);
  expect(left).toHaveLength(2);
});

it('a holder may give up any duty alone: applications pause when too few vet, and administrators are notified', async () => {
  await layDownDuty(vetting[2]!, 'vet');
  expect(await app.get(SettingsService).areApplicationsOpen()).toBe(false);
  await app.get(EventsWorker).drain();
  for (const { email } of [ad1, ad2]) {
    expect(sentMails(app).filter(({ to }) => to === email)).toHaveLength(1);
  }
  await layDownDuty(ad1, 'administer');
  await layDownDuty(ad2, 'administer');
  expect(await app.db.query(`select 1 from duty where name = 'administer'`)).toEqual([]);
});

describe('a staff invitation after the founding', () => {
  const FORM = (token: string, code: string) => ({
    t: token,
    code,
    name: 'Wayra',
    email: `wayra.${crypto.randomUUID()}@trama.example`,
    password: TEST_PASSWORD,
  });

  it('is made by two administrators: one gets the link, the other the code, each once, and both are needed to accept', async () => {
    const act = await dutyRequests(ad1).makeStaff('audit');
    expect(act.kind).toBe('makeStaff');
    await expect(dutyRequests(ad1).link(act.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await dutyRequests(ad2).approve(act);
    await expect(dutyRequests(ad2).link(act.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    app.clock.move(11 * MINUTE);
    await expect(dutyRequests(ad1).link(act.id)).rejects.toMatchObject({
      reason: 'session.confirmFirst',
    });
    const asker = await signInAgain(ad1);
    const token = await dutyRequests(asker).link(act.id);
    await expect(dutyRequests(asker).link(act.id)).rejects.toMatchObject(
      refusal('staff.linkTaken'),
    );
    const early = await sendForm({ app }, '/es/set-up', FORM(token, ''));
    expect(early.status).toBe(400);
    await expect(dutyRequests(asker).code(act.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(dutyRequests(ad2).code(act.id)).rejects.toMatchObject({
      reason: 'session.confirmFirst',
    });
    const approver = await signInAgain(ad2);
    const code = await dutyRequests(approver).code(act.id);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
    await expect(dutyRequests(approver).code(act.id)).rejects.toMatchObject(
      refusal('staff.codeTaken'),
    );
    for (const wrong of ['', 'AAAA', code.slice(0, -1), token]) {
      const page = await sendForm({ app }, '/es/set-up', FORM(token, wrong));
      expect([page.status, (await page.text()).includes('Ese código no es')]).toEqual([400, true]);
    }
    const over = await sendForm({ app }, '/es/set-up', FORM('x'.repeat(43), code));
    expect(over.status).toBe(404);
    const jar = new CookieJar(app);
    const typed = code.toLowerCase().replaceAll('-', ' ');
    const answer = jar.keep(await sendForm({ app }, '/es/set-up', FORM(token, typed)));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/app']);
    expect((await apiAs(jar).ask('{ me { standing duties } }')).me).toEqual({
      standing: 'staff',
      duties: ['audit'],
    });
    expect(await apiAs(jar).code('{ auditRecords { items { id } } }')).toBe('OK');
    expect(await apiAs(jar).code('{ dutyHolders { knownAs } }')).toBe('FORBIDDEN');
    expect((await send({ app }, `/es/set-up?t=${token}`)).status).toBe(404);
    expect(
      (await dutyRequests(ad1).holders()).find(({ knownAs }) => knownAs === 'Wayra'),
    ).toMatchObject({
      isStaff: true,
      isTaken: true,
      duties: [{ name: 'audit', canTake: false }],
    });
  });

  it('is accepted with the same answer for any address; an address in use notifies its owner', async () => {
    const ana = await makePerson(app, 'ana', 'member');
    const free = `free.${crypto.randomUUID()}@trama.example`;
    const answers = [];
    for (const email of [ana.email, free])
      answers.push(await acceptStaffInvitation(app, await inviteStaff(ad1, ad2), email));
    expect(answers).toEqual([STAFF_INVITATION_ACCEPTED, STAFF_INVITATION_ACCEPTED]);
    await app.get(EventsWorker).drain();
    const to = (address: string) => sentMails(app).filter((mail) => mail.to === address);
    expect(to(ana.email).map(({ subject }) => subject)).toEqual(['Trama: Hay novedades']);
    const [link] = to(free);
    await sendForm({ app }, '/es/confirm', { t: linkToken(link!) });
    expect((await new CookieJar(app).signIn(free)).status).toBe(200);
  });

  it('expires with its link when not accepted', async () => {
    const act = await dutyRequests(ad1).makeStaff('administer');
    await dutyRequests(ad2).approve(act);
    const token = await dutyRequests(ad1).link(act.id);
    const code = await dutyRequests(ad2).code(act.id);
    const seats = async () =>
      (await dutyRequests(await signInAgain(ad1)).holders()).filter(
        ({ knownAs }) => knownAs === 'Wayra',
      );
    expect(await seats()).toMatchObject([{ isTaken: false }]);
    await app.get(SettingsJobs).removeEmptySeats();
    expect(await seats()).toHaveLength(1);
    app.clock.move(73 * HOUR);
    for (let times = 0; times < 2; times++) await app.get(SettingsJobs).removeEmptySeats();
    expect(await seats()).toEqual([]);
    expect((await sendForm({ app }, '/es/set-up', FORM(token, code))).status).toBe(404);
  });
});
