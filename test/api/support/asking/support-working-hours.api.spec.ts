import { DateTime } from 'luxon';
import { DAY, HOUR, MINUTE } from '#kernel/clock.js';
import { SupportJobs } from '#support/requests/support.jobs.js';
import { useApp } from '../../../support/app/app.js';
import { apiAs } from '../../../support/app/client.js';
import { closeAllSockets, openSocket } from '../../../support/app/sockets.js';
import { waitForJobs } from '../../../support/app/wait-for-jobs.js';
import { sentMails } from '../../../support/browser/sent-mails.js';
import { makeReviewers } from '../../../support/factories/applicants-and-reviewers.js';
import { makePerson, type Person, signInAgain } from '../../../support/factories/make-people.js';
import {
  askForSupport,
  makeSupporter,
  requesterActions,
  supporterActions,
} from '../../../support/factories/support-requests.js';
import {
  callActions,
  clearHours,
  makeBookedCall,
} from '../../../support/factories/support/calls.js';
import { twoPersonActions } from '../../../support/factories/two-person-acts.js';

const app = useApp();
beforeAll(() => makeReviewers(app));
afterEach(closeAllSockets);

const ASK = `mutation ($input: WorkingHoursInput!) {
  askToChangeWorkingHours(input: $input) { id hash shown { label value } } }`;
const hours = (changed: Record<string, unknown> = {}) => ({
  ...{ zone: 'America/Lima', weekdays: [1, 2, 3, 4, 5], from: 9 * 60, to: 18 * 60 },
  ...{ holidays: [], reason: 'Lo acordamos.', ...changed },
});
const setHours = async (changed: Record<string, unknown> = {}) => {
  const [one, other] = [
    await makePerson(app, 'ada', 'administrator'),
    await makePerson(app, 'ben', 'administrator'),
  ];
  const input = hours(changed);
  const { askToChangeWorkingHours: act } = await apiAs(one).ask(ASK, { input });
  await twoPersonActions(other).approve(act.id, act.hash);
  return act;
};

/** A day in the hours of these tests, far enough for the holidays. */
const local = (iso: string) => DateTime.fromISO(iso, { zone: 'America/Lima' });

it('two administrators set hours and holidays of two countries, by which the answer is promised', async () => {
  const supporter = await makeSupporter(app);
  const monday = local('2031-06-02T20:00');
  const holidays = [
    { date: '2031-06-04', country: 'territory:PE' },
    { date: '2031-06-05', country: 'territory:BR' },
  ];
  const act = await setHours({ holidays });
  const to = act.shown.find(({ label }: { label: string }) => label === 'to');
  const { reason: _reason, ...value } = hours({ holidays });
  expect(JSON.parse(to!.value)).toEqual(value);
  app.clock.set(monday.toJSDate());
  const requester = await makePerson(app, 'nayra', 'member');
  const [calm, urgent] = [
    await askForSupport(requester),
    await askForSupport(requester, { danger: 'yes' }),
  ];
  const asRequester = requesterActions(requester);
  // Tuesday 9:00, then Friday, Monday and Tuesday: Wednesday and Thursday are holidays.
  const dueAt = local('2031-06-10T09:00').toJSDate().toISOString();
  const answersResumeAt = local('2031-06-03T09:00').toJSDate().toISOString();
  expect(await asRequester.one(calm)).toMatchObject({ dueAt, answersResumeAt });
  const soon = await asRequester.one(urgent);
  expect(soon.answersResumeAt).toBeNull();
  expect(Math.abs(Date.parse(soon.dueAt) - monday.toMillis() - 2 * HOUR)).toBeLessThan(MINUTE);
  app.clock.set(local('2031-06-03T10:00').toJSDate());
  const later = requesterActions(await signInAgain(requester));
  expect((await later.one(calm)).answersResumeAt).toBeNull();
  for (const who of [supporter, requester])
    expect(await apiAs(await signInAgain(who)).code('{ workingHours { zone } }')).toBe('FORBIDDEN');
});

it('a change of the hours moves the promised answers of waiting requests to an earlier time only', async () => {
  const supporter = await makeSupporter(app);
  const [wrong, late] = [
    [{ date: '2031-07-08', country: 'territory:PE' }],
    [{ date: '2031-07-10', country: 'territory:PE' }],
  ];
  app.clock.set(local('2031-07-01T08:00').toJSDate());
  await setHours({ holidays: wrong, to: 16 * 60 });
  app.clock.set(local('2031-07-07T10:00').toJSDate());
  const requester = await makePerson(app, 'nayra', 'member');
  const urgent = await askForSupport(requester, { danger: 'yes' });
  const [waiting, claimed] = [await askForSupport(requester), await askForSupport(requester)];
  await supporterActions(await signInAgain(supporter)).claim(claimed);
  const due = async () => {
    const all = await requesterActions(await signInAgain(requester)).list();
    return [waiting, claimed, urgent].map((id) => all.find((one) => one.id === id)!.dueAt);
  };
  const before = await due();
  const at = (iso: string) => expect.stringMatching(local(iso).toUTC().toISO()!.slice(0, 16));
  expect(before).toEqual([at('2031-07-11T10:00'), at('2031-07-11T10:00'), before[2]]);
  await setHours({ to: 16 * 60 });
  const repaired = await due();
  expect(repaired).toEqual([at('2031-07-10T10:00'), at('2031-07-10T10:00'), before[2]]);
  await setHours({ holidays: late, to: 16 * 60 });
  expect(await due()).toEqual(repaired);
});

it('a change of the hours leaves promises after a call, and those that it would end at once', async () => {
  await clearHours(app);
  app.clock.set(local('2031-10-01T08:00').toJSDate());
  const holidays = ['2031-10-08', '2031-10-09'].map((date) => ({ date, country: 'territory:PE' }));
  await setHours({ holidays });
  app.clock.set(local('2031-10-06T10:00').toJSDate());
  const requester = await makePerson(app, 'nayra', 'member');
  const passing = await askForSupport(requester);
  const { requester: caller, id: booked } = await makeBookedCall(app);
  const { requester: other, id: cancelled } = await makeBookedCall(app);
  app.clock.set(local('2031-10-06T12:00').toJSDate());
  await callActions(await signInAgain(other), cancelled).cancel();
  const due = () =>
    Promise.all(
      [
        [requester, passing],
        [caller, booked],
        [other, cancelled],
      ].map(async ([who, id]) => {
        const again = await signInAgain(who as Person);
        return (await requesterActions(again).one(id as string)).dueAt;
      }),
    );
  // Thursday 11:00: without the holidays, the request was due an hour ago.
  app.clock.set(local('2031-10-09T11:00').toJSDate());
  const late = await askForSupport(await signInAgain(requester));
  const lateDueAt = async () =>
    Date.parse((await requesterActions(await signInAgain(requester)).one(late)).dueAt);
  const [before, whole] = [await due(), await lateDueAt()];
  await setHours();
  expect(await due()).toEqual(before);
  expect(await lateDueAt()).toBeLessThan(whole);
});

it('a holiday that is entered twice counts once', async () => {
  app.clock.set(local('2031-08-01T08:00').toJSDate());
  const holiday = { date: '2031-09-10', country: 'territory:PE' };
  const act = await setHours({ holidays: [holiday, holiday], to: 15 * 60 });
  const to = act.shown.find(({ label }: { label: string }) => label === 'to');
  expect(JSON.parse(to!.value).holidays).toEqual([holiday]);
});

const MONDAYS = Array.from({ length: 10 }, (_, weeks) => ({
  date: local('2031-06-02').plus({ weeks }).toISODate(),
  country: 'territory:PE',
}));

/** The Tuesdays after the day of the tests of invalid hours, which is one itself. */
const TUESDAYS = MONDAYS.map(({ date, country }) => ({
  date: DateTime.fromISO(date!).plus({ days: 8 }).toISODate(),
  country,
}));

it.each<[string, Record<string, unknown>, string]>([
  ['no weekday', { weekdays: [] }, 'weekdays'],
  ['an unknown weekday', { weekdays: [8] }, 'weekdays'],
  ['an unknown zone', { zone: 'America/Nowhere' }, 'zone'],
  ['an offset instead of a zone', { zone: 'UTC-5' }, 'zone'],
  ['an offset under the name of a zone', { zone: 'Etc/GMT+5' }, 'zone'],
  ['only holidays on its weekday', { weekdays: [1], holidays: MONDAYS }, 'weekdays'],
  ['only holidays after today', { weekdays: [2], holidays: TUESDAYS }, 'weekdays'],
  ['an end before the beginning', { from: 600, to: 600 }, 'to'],
  [
    'a day that does not exist',
    { holidays: [{ date: '2031-02-30', country: 'territory:PE' }] },
    '',
  ],
  ['a holiday without a country', { holidays: [{ date: '2031-02-03', country: 'x' }] }, ''],
])('hours with %s are refused', async (_, changed) => {
  app.clock.set(local('2031-06-03T10:00').toJSDate());
  const who = await makePerson(app, 'ada', 'administrator');
  expect(await apiAs(who).code(ASK, { input: hours(changed) })).toBe('INVALID');
});

it('rejects unchanged hours, and changes by accounts other than administrators', async () => {
  await setHours({ to: 17 * 60 });
  const who = await makePerson(app, 'ada', 'administrator');
  await expect(apiAs(who).ask(ASK, { input: hours({ to: 17 * 60 }) })).rejects.toMatchObject({
    ...{ code: 'CONFLICT', reason: 'settings.same' },
  });
  const member = await makePerson(app, 'nayra', 'member');
  expect(await apiAs(member).code(ASK, { input: hours() })).toBe('FORBIDDEN');
});

describe('a request that waits', () => {
  beforeAll(() => setHours({ weekdays: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 24 * 60 }));

  it.each<[string, string, number, number]>([
    ['an urgent one after 60 and 90 minutes', 'yes', 60 * MINUTE, 30 * MINUTE],
    ['another one after two and three working days', 'no', 2 * DAY, DAY],
  ])('is told to supporters, then to administrators: %s', async (_, danger, first, then) => {
    await app.db.query('delete from support_request');
    const supporter = await makeSupporter(app);
    const administrator = await makePerson(app, 'ada', 'administrator');
    const id = await askForSupport(await makePerson(app, 'inti', 'member'), { danger });
    const told = async () => {
      await app.get(SupportJobs).notifyOverdue();
      await waitForJobs(app);
      const [row] = await app.db.query(
        `select remind_at is null as supporters, overdue_told_at is not null as administrators
         from support_request where id = $1`,
        [id],
      );
      return row;
    };
    app.clock.move(first - MINUTE);
    expect(await told()).toEqual({ supporters: false, administrators: false });
    app.clock.move(2 * MINUTE);
    const { until } = await openSocket(await signInAgain(supporter));
    expect(await told()).toEqual({ supporters: true, administrators: false });
    await until('news', (news) => news.subject === 'supportCase' && news.id === id);
    const overdue = async () =>
      (await apiAs(await signInAgain(administrator)).ask('{ supportPause { overdueCount } }'))
        .supportPause.overdueCount;
    expect(await overdue()).toBe(0);
    const mails = () => sentMails(app).filter(({ to }) => to === administrator.email);
    expect(mails()).toEqual([]);
    app.clock.move(then);
    expect(await told()).toEqual({ supporters: true, administrators: true });
    expect(mails()).toHaveLength(1);
    expect(await overdue()).toBe(1);
  });

  it('causes no reminder while a supporter holds it; its return to the queue replaces the reminder', async () => {
    await app.db.query('delete from support_request');
    const [holder, other] = [await makeSupporter(app), await makeSupporter(app)];
    const id = await askForSupport(await makePerson(app, 'inti', 'member'), { danger: 'yes' });
    const remindAt = async () => {
      await app.get(SupportJobs).notifyOverdue();
      const [row] = await app.db.query('select remind_at from support_request where id = $1', [id]);
      return row!['remind_at'];
    };
    app.clock.move(55 * MINUTE);
    await supporterActions(await signInAgain(holder)).claim(id);
    app.clock.move(10 * MINUTE);
    expect(await remindAt()).not.toBeNull();
    await supporterActions(await signInAgain(holder)).release(id);
    expect(await remindAt()).toBeNull();
    expect(await supporterActions(await signInAgain(other)).ids()).toContain(id);
  });
});
