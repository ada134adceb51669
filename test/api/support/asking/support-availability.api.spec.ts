import { DAY, MINUTE } from '#kernel/clock.js';
import { StandingService } from '#members/standing.service.js';
import { SettingsService } from '#settings/settings.service.js';
import { CaseNews } from '#support/requests/news/case-news.js';
import { SupportAvailabilityService } from '#support/requests/support-availability.service.js';
import { SupportRequest } from '#support/requests/support-request.entity.js';
import { SupportJobs } from '#support/requests/support.jobs.js';
import { DutyName } from '#members/duty.entity.js';
import { DutiesService } from '#members/duties.service.js';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import { useApp } from '../../../support/app/app.js';
import { apiAs } from '../../../support/app/client.js';
import { forgetNewsMails } from '../../../support/app/notification-mails.js';
import { closeAllSockets, openSocket } from '../../../support/app/sockets.js';
import { waitForJobs } from '../../../support/app/wait-for-jobs.js';
import { mailsTo, sentMails } from '../../../support/browser/sent-mails.js';
import {
  makeApplicant,
  makeReviewers,
} from '../../../support/factories/applicants-and-reviewers.js';
import { makePerson, signInAgain } from '../../../support/factories/make-people.js';
import { TAKE_CASE_PHRASE } from '../../../support/factories/support/guests.js';
import { setHours } from '../../../support/factories/support/calls.js';
import {
  ASK_SUPPORT,
  askForSupport,
  askSupportInput,
  makeSupporter,
  requesterActions,
  supporterActions,
} from '../../../support/factories/support-requests.js';

const app = useApp();
beforeAll(() => makeReviewers(app));
afterEach(closeAllSockets);

const ASKING = '{ supportAsking { closedBecause left supporters { id workName } } }';
const PAUSE = `mutation ($isPaused: Boolean!) { pauseSupport(isPaused: $isPaused) { isPaused supporterCount overdueCount } }`;
const ask = { input: askSupportInput() };

it('askSupport returns CONFLICT while nobody supports and while an administrator paused it', async () => {
  const requester = await makePerson(app, 'nayra', 'member');
  expect((await apiAs(requester).ask(ASKING)).supportAsking).toEqual({
    ...{ closedBecause: 'support.noSupporters', left: 3, supporters: [] },
  });
  await expect(apiAs(requester).ask(ASK_SUPPORT, ask)).rejects.toMatchObject({
    ...{ code: 'CONFLICT', reason: 'support.noSupporters' },
  });
  const { supporterId: id, workName } = await makeSupporter(app);
  expect((await apiAs(requester).ask(ASKING)).supportAsking).toEqual({
    ...{ closedBecause: null, left: 3, supporters: [{ id, workName }] },
  });
  const administrator = await makePerson(app, 'ada', 'administrator');
  expect((await apiAs(administrator).ask(PAUSE, { isPaused: true })).pauseSupport).toEqual({
    ...{ isPaused: true, supporterCount: 1, overdueCount: 0 },
  });
  await expect(apiAs(requester).ask(ASK_SUPPORT, ask)).rejects.toMatchObject({
    ...{ code: 'CONFLICT', reason: 'support.paused' },
  });
  expect(await apiAs(requester).code(PAUSE, { isPaused: false })).toBe('FORBIDDEN');
  await apiAs(administrator).ask(PAUSE, { isPaused: false });
  expect(await apiAs(requester).code(ASK_SUPPORT, ask)).toBe('OK');
});

it('rejects reopening a case into the queue while asking is paused, and by a suspended member', async () => {
  const [supporter, requester] = [
    await makeSupporter(app),
    await makePerson(app, 'nayra', 'member'),
  ];
  const administrator = await makePerson(app, 'ada', 'administrator');
  const id = await askForSupport(requester);
  await supporterActions(supporter).take(id);
  await supporterActions(supporter).close(id);
  await apiAs(administrator).ask(PAUSE, { isPaused: true });
  const [duty] = await app.get(DutiesService).of(supporter.accountId);
  await app.db.write(() => app.get(DutiesService).take(duty!));
  await expect(requesterActions(requester).reopen(id)).rejects.toMatchObject({
    ...{ code: 'CONFLICT', reason: 'support.paused' },
  });
  await apiAs(administrator).ask(PAUSE, { isPaused: false });
  await app.db.write(() =>
    app.get(StandingService).suspend(requester.accountId, app.clock.in(1e6)),
  );
  const suspended = await signInAgain(requester);
  await expect(requesterActions(suspended).reopen(id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

const pageOf = async (path: string, cookie = '') =>
  (await fetch(`${app.url}${path}`, { headers: { cookie } })).text();

it('the public support page shows that asking is paused', async () => {
  const administrator = await makePerson(app, 'ada', 'administrator');
  const { accountId } = await makePerson(app, 'inti', 'member');
  await app.db.write(() => app.get(DutiesService).give(accountId, [DutyName.support], 'Apoyo'));
  const note = 'Por ahora no se puede pedir apoyo dentro de Trama';
  expect(await pageOf('/es/support')).not.toContain(note);
  await apiAs(administrator).ask(PAUSE, { isPaused: true });
  expect(await pageOf('/es/support')).toContain(note);
  await apiAs(administrator).ask(PAUSE, { isPaused: false });
  expect(await pageOf('/es/support')).not.toContain(note);
});

it("an applicant's pages link to their requests, announce an answer, and name a request that the account's end would delete", async () => {
  const supporter = await makeSupporter(app);
  const applicant = await makeApplicant(app);
  const status = () => pageOf('/es/join/status', applicant.cookie);
  expect(await status()).toContain('Pedir apoyo en tecnología');
  const leave = () => pageOf('/es/join/status/leave', applicant.cookie);
  expect(await leave()).not.toContain('se borra con tu cuenta');
  const id = await askForSupport(applicant);
  expect(await status()).toContain('Tus pedidos de apoyo<');
  expect(await leave()).toContain(`se borra con tu cuenta, salvo que antes crees una frase`);
  expect(await leave()).toContain(`href="/app/support/${id}/phrase"`);
  const other = await askForSupport(applicant);
  expect(await leave()).toContain('href="/app/support"');
  for (const one of [id, other]) await apiAs(applicant).ask(TAKE_CASE_PHRASE, { id: one });
  expect(await leave()).not.toContain('se borra con tu cuenta');
  await supporterActions(supporter).take(id);
  expect(await status()).toContain('Tus pedidos de apoyo: hay novedades');

  const leaving = await makeApplicant(app);
  await askForSupport(leaving);
  const statusOfLeaving = () => pageOf('/es/join/status', leaving.cookie);
  expect(await statusOfLeaving()).not.toContain('se borra con tu cuenta');
  const withdraw = 'mutation ($id: ID!) { withdrawApplication(id: $id) { id } }';
  await apiAs(leaving).ask(withdraw, { id: await leaving.id() });
  expect(await statusOfLeaving()).toContain('se borra con tu cuenta');
});

it('a requester who excludes all supporters, or all but one, is told, which discloses no conflict of interest', async () => {
  await app.db.query(`delete from duty where name = 'support'`);
  await app.db.query('update supporter set work_name = null');
  const [tied, other] = [await makeSupporter(app), await makeSupporter(app)];
  const requester = await makePerson(app, 'inti', 'member');
  const id = await askForSupport(requester);
  const ids = [tied.supporterId, other.supporterId];
  const subsets = [[], [tied.supporterId], [other.supporterId], ids];
  const answers = async () => {
    const found: string[] = [];
    for (const add of subsets) {
      const remove = ids.filter((one) => !add.includes(one));
      await requesterActions(requester).exclude(id, add, remove);
      const { isWithoutSupporter, hasOneCandidate } = await requesterActions(requester).one(id);
      found.push(isWithoutSupporter ? 'none' : hasOneCandidate ? 'one' : 'two');
    }
    return found;
  };
  const before = await answers();
  expect(before).toEqual(['two', 'one', 'one', 'none']);
  await app.db.write(() => app.get(AlliancesService).start(tied.accountId, requester.accountId));
  expect(await answers()).toEqual(before);
});

it('isWithoutSupporter does not change when one of several supporters loses the duty', async () => {
  await app.db.query(`delete from duty where name = 'support'`);
  await app.db.query('update supporter set work_name = null');
  const [stopping, excluded] = [await makeSupporter(app), await makeSupporter(app)];
  const requester = await makePerson(app, 'inti', 'member');
  const id = await askForSupport(requester, { excludedIds: [excluded.supporterId] });
  const isWithout = async () => (await requesterActions(requester).one(id)).isWithoutSupporter;
  const lose = async (who: typeof stopping) => {
    const [duty] = await app.get(DutiesService).of(who.accountId);
    await app.db.write(() => app.get(DutiesService).take(duty!));
  };
  await lose(stopping);
  expect(await isWithout()).toBe(false);
  await lose(excluded);
  expect(await isWithout()).toBe(true);
});

it('administrators get a mail when the last supporter loses the duty and a case returns to the queue', async () => {
  await app.db.query(`delete from duty where name = 'support'`);
  const supporter = await makeSupporter(app);
  const requester = await makePerson(app, 'inti', 'member');
  const administrator = await makePerson(app, 'ada', 'administrator');
  const id = await askForSupport(requester);
  await supporterActions(supporter).take(id);
  await waitForJobs(app);
  expect(sentMails(app).filter(({ to }) => to === administrator.email)).toEqual([]);
  const [duty] = await app.get(DutiesService).of(supporter.accountId);
  await app.db.write(() => app.get(DutiesService).take(duty!));
  await waitForJobs(app);
  expect(await mailsTo(app, administrator.email)).toHaveLength(1);
  expect(await requesterActions(requester).one(id)).toMatchObject({
    ...{ stage: 'waiting', isWithoutSupporter: true, hasNews: true },
  });
  // The two events of the loss may be delivered so far apart that the mail about the first has left.
  const request = await app.db.repo(SupportRequest).findOneByOrFail({ id });
  await app.db.write(() => app.get(CaseNews).notifyWaiting(request));
  await waitForJobs(app);
  expect(await mailsTo(app, administrator.email)).toHaveLength(1);
});

it('a loss of the last supporter notifies administrators and the requesters of waiting requests', async () => {
  await app.db.query(`delete from duty where name = 'support'`);
  await waitForJobs(app);
  const supporter = await makeSupporter(app);
  const requester = await makePerson(app, 'inti', 'member');
  const administrator = await makePerson(app, 'ada', 'administrator');
  await askForSupport(requester);
  await waitForJobs(app);
  expect(await requesterActions(requester).news()).toBe(0);
  await app.db.write(() =>
    app.get(StandingService).suspend(supporter.accountId, app.clock.in(DAY)),
  );
  await waitForJobs(app);
  expect(await requesterActions(requester).news()).toBe(1);
  expect(await mailsTo(app, administrator.email)).toHaveLength(1);
});

it('an urgent request is mailed to a supporter who got another mail before', async () => {
  await app.db.query(`delete from duty where name = 'support'`);
  const supporter = await makeSupporter(app);
  const requester = await makePerson(app, 'inti', 'member');
  for (const [danger, count] of [
    ...([
      ['no', 1],
      ['no', 1],
      ['yes', 2],
    ] as const),
  ]) {
    await askForSupport(requester, { danger });
    await waitForJobs(app);
    expect(await mailsTo(app, supporter.email)).toHaveLength(count);
  }
});

it('a late answer is told to administrators once, by a mail and by a number', async () => {
  await makeSupporter(app);
  const administrator = await makePerson(app, 'ada', 'administrator');
  const overdue = async () =>
    (await apiAs(administrator).ask('{ supportPause { overdueCount } }')).supportPause.overdueCount;
  await app.db.query(`update support_request set overdue_told_at = now()`);
  const before = await overdue();
  const requester = await makePerson(app, 'inti', 'member');
  const id = await askForSupport(requester, { danger: 'yes' });
  await app.get(SupportJobs).notifyOverdue();
  await waitForJobs(app);
  expect(sentMails(app).filter(({ to }) => to === administrator.email)).toEqual([]);
  await app.db.query('update support_request set due_at = $2 where id = $1', [
    ...[id, app.clock.in(-1)],
  ]);
  expect(await overdue()).toBe(before + 1);
  for (let run = 0; run < 2; run++) await app.get(SupportJobs).notifyOverdue();
  await waitForJobs(app);
  expect(await mailsTo(app, administrator.email)).toHaveLength(1);
});

it('askSupport returns NOT_FOUND for an unknown id in excludedIds', async () => {
  await makeSupporter(app);
  const requester = await makePerson(app, 'inti', 'member');
  for (const excludedId of [crypto.randomUUID(), 'x']) {
    const input = askSupportInput({ excludedIds: [excludedId] });
    expect(await apiAs(requester).code(ASK_SUPPORT, { input })).toBe('NOT_FOUND');
  }
});

it.each([
  ['no language', { languages: [] }],
  ['an unknown language', { languages: ['klingon'] }],
  ['a long text', { goal: 'a'.repeat(4_001) }],
  ['a long note about for whom it is', { beneficiaryNote: 'a'.repeat(301) }],
  ['a key that is no UUID', { sendKey: 'x' }],
])('a request with %s is refused', async (_, said) => {
  const requester = await makePerson(app, 'inti', 'member');
  expect(await apiAs(requester).code(ASK_SUPPORT, { input: askSupportInput(said) })).toBe(
    'INVALID',
  );
});

it('stores skipped questions as null', async () => {
  const requester = await makePerson(app, 'inti', 'member');
  const texts = { goal: '', tried: ' ', name: '', safeWay: '', times: '' };
  const blank = { ...texts, beneficiary: null, beneficiaryNote: ' ' };
  const id = await askForSupport(requester, blank);
  expect((await requesterActions(requester).one(id)).content).toEqual({
    ...{ danger: 'no', goal: null, tried: null, name: null, safeWay: null, times: null },
    ...{ beneficiary: null, beneficiaryNote: null, voices: [] },
  });
});

it('supporters who fit get the first mail about a request that is not urgent, and all supporters get the reminder', async () => {
  await app.db.query(`delete from duty where name = 'support'`);
  const [fitting, speaksPortuguese, withoutHours] = [
    ...[await makeSupporter(app), await makeSupporter(app), await makeSupporter(app)],
  ] as const;
  await setHours(fitting, { languages: ['language:es'] });
  await setHours(speaksPortuguese, { languages: ['language:pt'] });
  const mailed = async (): Promise<boolean[]> => {
    const rows = await app.db.query<{ id: string }>(
      'select account_id as id from news_mail where mailed_at is not null',
    );
    const all = [fitting, speaksPortuguese, withoutHours];
    return all.map(({ accountId }) => rows.some(({ id }) => id === accountId));
  };
  const socket = await openSocket(withoutHours);
  await forgetNewsMails(app);
  const id = await askForSupport(await makePerson(app, 'nayra', 'member'));
  await socket.until('news', ({ subject, id: about }) => subject === 'supportCase' && about === id);
  await waitForJobs(app);
  expect(await mailed()).toEqual([true, false, false]);
  await forgetNewsMails(app);
  app.clock.move(7 * DAY);
  await app.get(SupportJobs).notifyOverdue();
  await waitForJobs(app);
  expect(await mailed()).toEqual([true, true, true]);
  await forgetNewsMails(app);
  await askForSupport(await makePerson(app, 'ona', 'member'), { danger: 'yes' });
  await waitForJobs(app);
  expect(await mailed()).toEqual([true, true, true]);
});

const told = async (id: string) => {
  const service = app.get(SupportAvailabilityService);
  return service.firstOf(id, await service.toNotify(id));
};

it('all supporters get the first mail about a request if the one who fits has no room or rests', async () => {
  await app.db.query(`delete from duty where name = 'support'`);
  const [fitting, other] = [await makeSupporter(app), await makeSupporter(app)];
  await setHours(fitting, { languages: ['language:es'] });
  const id = await askForSupport(await makePerson(app, 'nayra', 'member'));
  expect(await told(id)).toEqual([fitting.accountId]);
  await app.db.write(() => app.get(SettingsService).setCaseLimits({ open: 1, urgent: 1 }));
  const held = await askForSupport(await makePerson(app, 'ona', 'member'));
  await supporterActions(fitting).claim(held);
  const both = [fitting.accountId, other.accountId].toSorted();
  expect([...(await told(id))].toSorted()).toEqual(both);
  await supporterActions(fitting).release(held);
  expect(await told(id)).toEqual([fitting.accountId]);
  await supporterActions(fitting).rest();
  expect(await told(id)).toEqual([other.accountId]);
});

it('a request is offered first to the supporters on duty who fit, then to those who fit, then to all', async () => {
  await app.db.query(`delete from duty where name = 'support'`);
  const beforeMidnight = new Date('2031-06-03T04:50:00Z'); // Monday, 23:50 in Bogotá
  app.clock.set(beforeMidnight);
  const [ana, bea, cai] = [
    ...[await makeSupporter(app), await makeSupporter(app), await makeSupporter(app)],
  ] as const;
  for (const one of [ana, bea]) await setHours(one, { languages: ['language:es'] });
  await supporterActions(ana).setRota({ days: [1] });
  await supporterActions(bea).setRota({ days: [2], takenKinds: ['care'] });
  await supporterActions(cai).setRota({ days: [1, 2] });
  const requester = await makePerson(app, 'nayra', 'member');
  const [care, data, urgent] = [
    await askForSupport(requester, { kind: 'care' }),
    await askForSupport(requester, { kind: 'data' }),
    await askForSupport(requester, { kind: 'care', danger: 'yes' }),
  ];
  const first = async (id: string) => {
    const ids = await told(id);
    const people = Object.entries({ ana, bea, cai });
    return people.flatMap(([name, { accountId }]) => (ids.includes(accountId) ? [name] : []));
  };
  expect(await first(care)).toEqual(['ana']);
  expect(await first(urgent)).toEqual(['ana', 'bea', 'cai']);
  app.clock.move(20 * MINUTE);
  expect(await first(care)).toEqual(['bea']);
  // Bea is on duty and does not take this kind.
  expect(await first(data)).toEqual(['ana']);
  await supporterActions(bea).rest();
  expect(await first(care)).toEqual(['ana']);
  await supporterActions(ana).rest();
  expect(await first(care)).toEqual(['cai']);
  for (const one of [ana, bea]) await supporterActions(one).endRest();
  app.clock.move(DAY);
  expect(await first(care)).toEqual(['ana', 'bea']);
  expect(await first(data)).toEqual(['ana']);
});

it('returns for whom the support is, and refuses the same request with another answer to that', async () => {
  const requester = await makePerson(app, 'inti', 'member');
  const input = askSupportInput({ beneficiary: 'other', beneficiaryNote: 'Una vecina' });
  const { id } = (await apiAs(requester).ask(ASK_SUPPORT, { input })).askSupport;
  expect((await apiAs(requester).ask(ASK_SUPPORT, { input })).askSupport.id).toBe(id);
  for (const other of [{ beneficiary: 'group' }, { beneficiaryNote: 'Un vecino' }]) {
    const changed = apiAs(requester).ask(ASK_SUPPORT, { input: { ...input, ...other } });
    await expect(changed).rejects.toMatchObject({ reason: 'support.sentAlready' });
  }
  const answer = { beneficiary: 'other', beneficiaryNote: 'Una vecina' };
  expect((await requesterActions(requester).one(id)).content).toMatchObject(answer);
  const supporter = await makeSupporter(app);
  const { content } = await supporterActions(supporter).claimAndOpen(id);
  expect(content).toMatchObject(answer);
});
