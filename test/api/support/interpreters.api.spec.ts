import { DAY, HOUR, MINUTE } from '#kernel/clock.js';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import { StandingService } from '#members/standing.service.js';
import { CallJobs } from '#support/calls/calls.jobs.js';
import { forgetNewsMails } from '../../support/app/notification-mails.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { sentMails } from '../../support/browser/sent-mails.js';
import {
  callActions,
  clearHours,
  reasonOf,
  setHours,
} from '../../support/factories/support/calls.js';
import {
  interpreterActions,
  interpreterChoices,
  makeCaseInTwoLanguages,
  makeInterpretedCall,
  makeInterpreter,
  makePortugueseSupporter,
} from '../../support/factories/support/interpreters.js';
import { insertBlock } from '../../support/matrix/matrix-fixture.js';
import { makePerson, type Person, signInAgain } from '../../support/factories/make-people.js';
import {
  askForSupport,
  makeSupporter,
  requesterActions,
  supporterActions,
} from '../../support/factories/support-requests.js';

const app = useApp();
beforeEach(async () => {
  await clearHours(app);
  await app.db.query('delete from interpreter');
});
afterEach(() => app.clock.set(new Date()));
const moveTo = (startsAt: string, ms: number) => app.clock.set(new Date(Date.parse(startsAt) + ms));
const member = () => makePerson(app, 'nayra', 'member');
const everyDay = (from: number, to: number) => ({
  weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: from * 60, to: to * 60 })),
});

it('a member volunteers, sets hours, rests and stops; a member who does not volunteer sets none', async () => {
  const who = await member();
  expect(await reasonOf(setHours(who))).toBe('support.noInterpreter');
  expect(await interpreterActions(who).own()).toBeNull();
  expect(await reasonOf(interpreterActions(who).rest(true))).toBe('support.noInterpreter');
  expect(await interpreterActions(who).volunteer('Davi')).toEqual({
    ...{ name: 'Davi', restingSince: null },
  });
  const { languages } = await setHours(who, { languages: ['language:es', 'language:pt'] });
  expect(languages).toEqual(['language:es', 'language:pt']);
  expect(await reasonOf(setHours(who, { languages: ['language:none'] }))).toEqual({
    languages: 'unknownTerm',
  });
  await interpreterActions(who).rest(true);
  expect(await interpreterActions(who).own()).toMatchObject({ restingSince: expect.any(String) });
  await interpreterActions(who).stop();
  expect(await interpreterActions(who).own()).toBeNull();
  const rows = await app.db.query('select 1 from call_availability where account_id = $1', [
    who.accountId,
  ]);
  expect(rows).toEqual([]);
});

it('a requester agrees to one interpreter by name, and is then offered only times that suit both', async () => {
  const interpreter = await makeInterpreter(app, 'Davi', everyDay(11, 13));
  const { requester, supporter, id } = await makeCaseInTwoLanguages(app);
  const { find, choose } = interpreterChoices(requester, id);
  expect(await reasonOf(callActions(requester, id).times())).toBe('support.needsInterpreter');
  const { interpreter: offered, ...rest } = await find();
  expect(rest).toEqual({ isNeeded: true, isWithout: false });
  expect(offered).toMatchObject({
    ...{ name: 'Davi', isAgreed: false, languages: ['language:es', 'language:pt'] },
  });
  expect(await reasonOf(choose('agree', crypto.randomUUID()))).toBe('support.interpreterGone');
  expect(await reasonOf(interpreterChoices(supporter, id).choose('agree', offered.id))).toBe(
    'support.requesterChooses',
  );
  expect(await interpreterActions(interpreter).calls()).toEqual([]);
  expect((await choose('agree', offered.id)).interpreter).toMatchObject({ isAgreed: true });
  const { times, book } = callActions(requester, id);
  const free = await times();
  expect(free.length).toBeGreaterThanOrEqual(3);
  for (const time of free) expect([14, 15]).toContain(new Date(time).getUTCHours());
  const at = new Date(free[0]!);
  expect(await reasonOf(book(new Date(at.setUTCHours(17, 0)).toISOString()))).toBe(
    'support.callTimeTaken',
  );
  expect(await book(free[0]!)).toMatchObject({ interpreterName: 'Davi' });
  expect(await reasonOf(choose('refuse', offered.id))).toBe('support.callBooked');
});

it('the interpreter sees time, languages and from 15 minutes before the link, and nothing else of the case', async () => {
  const shown = { zone: 'America/Bogota', shownZone: 'America/Panama' };
  const made = await makeInterpretedCall(app, shown);
  const { interpreter, supporter, requester, id, startsAt } = made;
  await callActions(supporter, id).setLink('https://sala.example/abc');
  const [call, ...others] = await interpreterActions(interpreter).calls();
  expect(others).toEqual([]);
  expect(call).toMatchObject({
    ...{ startsAt, languages: ['language:es', 'language:pt'], link: null },
    // The city of their own hours, and of no other side.
    interpreterZone: 'America/Panama',
  });
  const text = JSON.stringify(call);
  expect(text).not.toContain(id);
  expect(text).not.toContain(supporter.workName);
  expect(await reasonOf(callActions(interpreter, id).one())).toBe('NOT_FOUND');
  expect(await reasonOf(callActions(interpreter, id).cancel())).toBe('NOT_FOUND');
  expect(await reasonOf(interpreterActions(requester).withdraw(call.id))).toBe('NOT_FOUND');
  expect(await reasonOf(interpreterActions(interpreter).withdraw(''))).toBe('NOT_FOUND');
  moveTo(startsAt, -10 * MINUTE);
  const [now] = await interpreterActions(await signInAgain(interpreter)).calls();
  expect(now.link).toBe('https://sala.example/abc');
  moveTo(startsAt, 101 * MINUTE);
  const [later] = await interpreterActions(await signInAgain(interpreter)).calls();
  expect(later?.link ?? null).toBeNull();
});

it('a refusal offers the next interpreter and names nobody; without one the call takes place as well', async () => {
  const names = ['Davi', 'Rosa'];
  const people: Person[] = [];
  for (const name of names) people.push(await makeInterpreter(app, name));
  const { requester, id } = await makeCaseInTwoLanguages(app);
  const { find, choose } = interpreterChoices(requester, id);
  const first = (await find()).interpreter;
  expect((await find()).interpreter.id).toBe(first.id);
  const second = (await choose('refuse', first.id)).interpreter;
  expect([first.name, second.name].toSorted()).toEqual(names);
  for (const who of people) expect(await interpreterActions(who).calls()).toEqual([]);
  expect(await choose('refuse', second.id)).toEqual({
    ...{ isNeeded: true, isWithout: false, interpreter: null },
  });
  expect(await choose('without')).toEqual({ isNeeded: false, isWithout: true, interpreter: null });
  expect(await callActions(requester, id).times()).not.toEqual([]);
});

it('offers nobody who rests, is tied or blocked, is excluded, supports the case, or speaks other languages', async () => {
  const { requester, supporter, id } = await makeCaseInTwoLanguages(app);
  const { find } = interpreterChoices(requester, id);
  const offered = async () => {
    await app.db.query('delete from interpretation where request_id = $1', [id]);
    return (await find()).interpreter?.name ?? null;
  };
  await interpreterActions(supporter).volunteer('Yo');
  await makeInterpreter(app, 'Otra', { languages: ['language:es', 'language:en'] });
  expect(await offered()).toBeNull();
  const resting = await makeInterpreter(app, 'Resting');
  expect(await offered()).toBe('Resting');
  await interpreterActions(resting).rest(true);
  expect(await offered()).toBeNull();
  const ally = await makeInterpreter(app, 'Ally');
  expect(await offered()).toBe('Ally');
  await app.db.write(() => app.get(AlliancesService).start(ally.accountId, requester.accountId));
  expect(await offered()).toBeNull();
  const blocker = await makeInterpreter(app, 'Blocker');
  expect(await offered()).toBe('Blocker');
  await insertBlock(app, blocker, requester);
  expect(await offered()).toBeNull();
  const excluded = await makeSupporter(app);
  await interpreterActions(excluded).volunteer('Excluded');
  await setHours(excluded, { languages: ['language:es', 'language:pt'] });
  expect(await offered()).toBe('Excluded');
  await requesterActions(requester).exclude(id, [excluded.supporterId]);
  expect(await offered()).toBeNull();
});

it.each(['withdrawal', 'stop', 'suspension', 'conflict of interest'] as const)(
  'the call ends with the interpreter: %s; both sides are told, and the next one needs another interpreter',
  async (what) => {
    const { interpreter, supporter, requester, id } = await makeInterpretedCall(app);
    const { accountId } = interpreter;
    const [call] = await interpreterActions(interpreter).calls();
    await forgetNewsMails(app);
    const mails = () =>
      [requester, supporter].map(
        ({ email }) => sentMails(app).filter(({ to }) => to === email).length,
      );
    const before = mails();
    const end = {
      withdrawal: () => interpreterActions(interpreter).withdraw(call.id),
      stop: () => interpreterActions(interpreter).stop(),
      suspension: () =>
        app.db.write(() => app.get(StandingService).suspend(accountId, app.clock.in(DAY))),
      'conflict of interest': () =>
        app.db.write(() => app.get(AlliancesService).start(accountId, requester.accountId)),
    };
    await end[what]();
    expect(await callActions(requester, id).one()).toMatchObject({
      ...{ state: 'cancelled', endedBy: 'system' },
    });
    if (what !== 'suspension') expect(await interpreterActions(interpreter).calls()).toEqual([]);
    expect(await requesterActions(requester).one(id)).toMatchObject({
      ...{ stage: 'accepted', hasNews: true },
    });
    await waitForJobs(app);
    expect(mails()).toEqual(before.map((count) => count + 1));
    expect(await reasonOf(callActions(requester, id).times())).toBe('support.needsInterpreter');
    expect((await interpreterChoices(requester, id).find()).interpreter).toBeNull();
  },
);

it('50 concurrent bookings never give an interpreter or supporter two overlapping calls', async () => {
  const hours = { bufferMinutes: 0, dailyLimit: 8 };
  const interpreter = await makeSupporter(app);
  await interpreterActions(interpreter).volunteer('Davi');
  await setHours(interpreter, { languages: ['language:es', 'language:pt'], ...hours });
  const supporters = [
    await makePortugueseSupporter(app, { ...hours, bufferMinutes: 15 }),
    await makePortugueseSupporter(app, hours),
  ];
  const cases: { who: Person; id: string }[] = [];
  for (const supporter of [...supporters, ...supporters, ...supporters]) {
    const { requester, id } = await makeCaseInTwoLanguages(app, supporter);
    const { find, choose } = interpreterChoices(requester, id);
    await choose('agree', (await find()).interpreter.id);
    cases.push({ who: requester, id });
  }
  for (const who of [await member(), await member()]) {
    const id = await askForSupport(who);
    await supporterActions(interpreter).take(id);
    cases.push({ who, id });
  }
  const [first] = await callActions(cases[0]!.who, cases[0]!.id).times({
    from: app.clock.in(2 * DAY),
  });
  // From 9:00 in São Paulo every half hour, so that neighbouring calls overlap.
  const begin = new Date(first!).setUTCHours(12, 0, 0, 0);
  const attempts = Array.from({ length: 50 }, (_, at) => ({
    ...cases[at % cases.length]!,
    startsAt: new Date(begin + (at % 7) * 30 * MINUTE).toISOString(),
  }));
  const answers = await Promise.all(
    attempts.map(({ who, id, startsAt }) => reasonOf(callActions(who, id).book(startsAt))),
  );
  const calls = await app.db.query<BookedCall>(
    `select supporter_id, interpreter_id, starts_at, blocked_until from introductory_call
     where request_id = any($1) and state = 'booked' order by starts_at`,
    [cases.map(({ id }) => id)],
  );
  expect(calls.length).toBeGreaterThan(1);
  expect(answers.filter((one) => one === undefined)).toHaveLength(calls.length);
  expect(['support.callBooked', 'support.callTimeTaken']).toEqual(
    expect.arrayContaining([...new Set(answers.filter(Boolean))]),
  );
  for (const { accountId } of [interpreter, ...supporters]) {
    const own = calls.filter((call) =>
      [call.supporter_id, call.interpreter_id].includes(accountId),
    );
    for (const [at, { starts_at: startsAt }] of own.entries())
      if (at > 0) expect(+own[at - 1]!.blocked_until).toBeLessThanOrEqual(+startsAt);
  }
  const loser = cases.find(({ id }) => attempts.every((one, at) => one.id !== id || answers[at]))!;
  const [row] = await app.db.query<{ call_id: string }>(
    'select call_id from call_attendance where account_id = $1',
    [interpreter.accountId],
  );
  await expect(
    app.db.query(
      `insert into introductory_call (request_id, supporter_id, interpreter_id, book_key, starts_at, ends_at,
         blocked_until, requester_zone, supporter_zone)
       select $2, $3, $4, gen_random_uuid(), starts_at + interval '20 minutes', ends_at + interval '20 minutes',
         blocked_until + interval '1 hour', requester_zone, supporter_zone
       from introductory_call where id = $1`,
      [row!.call_id, loser.id, loser.who.accountId, interpreter.accountId],
    ),
  ).rejects.toMatchObject({ code: '23P01' });
});

interface BookedCall {
  readonly supporter_id: string;
  readonly interpreter_id: string | null;
  readonly starts_at: Date;
  readonly blocked_until: Date;
}

it('an interpreter is reminded by mail, and is tied to the requester for a year', async () => {
  const { interpreter, requester, id, startsAt } = await makeInterpretedCall(app);
  const ties = () =>
    app.db.query('select 1 from tie where account_id = $1 and other_id = $2', [
      ...[interpreter.accountId, requester.accountId],
    ]);
  expect(await ties()).toHaveLength(1);
  await forgetNewsMails(app);
  const mails = () => sentMails(app).filter(({ to }) => to === interpreter.email);
  const before = mails().length;
  moveTo(startsAt, -HOUR / 2);
  await app.get(CallJobs).remind();
  await waitForJobs(app);
  expect(mails().length).toBe(before + 1);
  const again = await signInAgain(requester);
  await requesterActions(again).withdraw(id);
  expect(await ties()).toHaveLength(1);
  expect(await interpreterActions(await signInAgain(interpreter)).calls()).toEqual([]);
  expect(await apiAs(await signInAgain(interpreter)).code('{ myInterpretedCalls { id } }')).toBe(
    'OK',
  );
});
