import { DAY, HOUR, MINUTE } from '#kernel/clock.js';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import { useApp } from '../../support/app/app.js';
import {
  callActions,
  callsOf,
  clearHours,
  makeBookedCall,
  reasonOf,
  setHours,
} from '../../support/factories/support/calls.js';
import { makePerson, type Person } from '../../support/factories/make-people.js';
import {
  askForSupport,
  makeSupporter,
  requesterActions,
  supporterActions,
} from '../../support/factories/support-requests.js';

const app = useApp();
beforeEach(() => clearHours(app));

const member = () => makePerson(app, 'nayra', 'member');

/** The id of a request that a supporter claimed. */
async function claimedBy(supporter: Person): Promise<string> {
  const id = await askForSupport(await member());
  await supporterActions(supporter).claim(id);
  return id;
}

const booked = (said?: Record<string, unknown>) => makeBookedCall(app, said);
afterEach(() => app.clock.set(new Date()));

it('a supporter sets hours; overlapping and short ones, and another clock, are refused', async () => {
  const supporter = await makeSupporter(app);
  const hours = await setHours(supporter, { zone: 'Brazil/East' });
  expect(hours).toMatchObject({ zone: 'America/Sao_Paulo', dailyLimit: 3 });
  expect(hours.freeTimes.length).toBeGreaterThan(20);
  const range = (from: number, to: number) => ({ weekday: 1, from, to });
  const refusals = [
    [{ weekly: [range(540, 660), range(600, 720)] }, { weekly: 'overlap' }],
    [{ weekly: [range(540, 570)] }, { weekly: 'tooShort' }],
    [{ weekly: [range(600, 540)] }, { weekly: 'tooShort' }],
    [
      {
        exceptions: [
          {
            date: '2030-01-01',
            ranges: [
              { from: 0, to: 60 },
              { from: 30, to: 90 },
            ],
          },
        ],
      },
      { exceptions: 'overlap' },
    ],
    [{ zone: 'Etc/GMT+5' }, { zone: 'malformed' }],
    [{ shownZone: 'America/Lima' }, { shownZone: 'otherTime' }],
  ] as const;
  for (const [said, fields] of refusals)
    expect(await reasonOf(setHours(supporter, said))).toEqual(fields);
  expect(await reasonOf(setHours(await member()))).toBe('support.noInterpreter');
});

it('a requester whose case was accepted sees three to six times in another zone, and books one', async () => {
  const supporter = await makeSupporter(app);
  await setHours(supporter);
  const requester = await member();
  const id = await askForSupport(requester);
  expect(await reasonOf(callActions(requester, id).find())).toBe('support.callNotYet');
  await supporterActions(supporter).take(id);
  const { times, laterFrom } = await callActions(requester, id).find();
  expect(times.length).toBeGreaterThanOrEqual(3);
  expect(times.length).toBeLessThanOrEqual(6);
  expect(new Set(times.map(({ zone }: { zone: string }) => zone))).toEqual(
    new Set(['America/Sao_Paulo']),
  );
  const later = await callActions(requester, id).times({ from: laterFrom });
  expect(later.every((time) => time >= laterFrom)).toBe(true);
  const bookKey = crypto.randomUUID();
  const call = await callActions(requester, id).book(later[0]!, { bookKey });
  expect(call).toMatchObject({
    ...{ requesterZone: 'America/Lima', supporterZone: 'America/Sao_Paulo', state: 'booked' },
    ...{ supporterName: supporter.workName, viewerSide: 'requester', link: null },
  });
  expect(await callActions(requester, id).book(later[0]!, { bookKey })).toEqual(call);
  expect(await callsOf(supporter)).toMatchObject([{ requestId: id, viewerSide: 'supporter' }]);
  const stranger = await member();
  expect(await reasonOf(callActions(stranger, id).one())).toBe('NOT_FOUND');
  expect(await reasonOf(callActions(stranger, id).find())).toBe('NOT_FOUND');
  expect(await callsOf(stranger)).toEqual([]);
  expect(await reasonOf(callActions(await makeSupporter(app), id).one())).toBe('NOT_FOUND');
});

it('refuses a past time, one within the notice, one beyond the horizon, and one that was never offered', async () => {
  const supporter = await makeSupporter(app);
  await setHours(supporter, { noticeHours: 48 });
  const requester = await member();
  const id = await askForSupport(requester);
  await supporterActions(supporter).take(id);
  const { book, times } = callActions(requester, id);
  const [first] = await times();
  const at = (ms: number) => new Date(Date.parse(first!) + ms).toISOString();
  expect(Date.parse(first!)).toBeGreaterThanOrEqual(app.clock.in(48 * HOUR).getTime());
  expect(await reasonOf(book(at(-30 * DAY)))).toEqual({ startsAt: 'past' });
  for (const refused of [at(-DAY), at(30 * DAY), at(7 * MINUTE)])
    expect(await reasonOf(book(refused))).toBe('support.callTimeTaken');
  expect(await callActions(requester, id).one()).toBeNull();
  expect(await book(first!)).toMatchObject({ startsAt: first });
  expect(await reasonOf(book(first!))).toBe('support.callBooked');
});

it('before a supporter accepts, nothing about times depends on who may take the request', async () => {
  const [supporter, tied] = [await makeSupporter(app), await makeSupporter(app)];
  const requester = await member();
  const id = await askForSupport(requester);
  await setHours(supporter);
  const [time] = await callActions(supporter, await claimedBy(supporter)).times();
  const answers = async () => [
    await reasonOf(callActions(requester, id).find()),
    await reasonOf(callActions(requester, id).book(time!)),
  ];
  const before = await answers();
  expect(before).toEqual(['support.callNotYet', 'support.callNotYet']);
  await app.db.write(() => app.get(AlliancesService).start(tied.accountId, requester.accountId));
  expect(await answers()).toEqual(before);
  await supporterActions(supporter).claim(id);
  expect(await answers()).toEqual(before);
  expect(await callActions(supporter, id).times()).toContain(time);
  // The zone of a supporter who books is no answer about the requester.
  expect(await callActions(supporter, id).book(time!)).toMatchObject({
    ...{ viewerSide: 'supporter', requesterZone: 'America/Sao_Paulo' },
  });
  expect(await requesterActions(requester).one(id)).toMatchObject({ hasNews: true });
});

it('the times of an accepted case come from its supporter alone', async () => {
  const [supporter, other] = [await makeSupporter(app), await makeSupporter(app)];
  await setHours(supporter, {
    weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 600, to: 640 })),
  });
  await setHours(other);
  const requester = await member();
  const id = await askForSupport(requester);
  await supporterActions(supporter).take(id);
  const times = await callActions(requester, id).times();
  expect(times.length).toBeGreaterThan(2);
  expect(new Set(times.map((one) => new Date(one).getUTCHours())).size).toBe(1);
});

it('one of 50 bookings of one time at once succeeds, and the others are told that it is taken', async () => {
  const supporter = await makeSupporter(app);
  await setHours(supporter);
  const people = await Promise.all(Array.from({ length: 8 }, member));
  const requests: { who: Person; id: string }[] = [];
  for (const who of people) requests.push({ who, id: await askForSupport(who) });
  for (const { id } of requests) await supporterActions(supporter).take(id);
  const [time] = await callActions(people[0]!, requests[0]!.id).times();
  const attempts = requests.flatMap((one) => Array.from({ length: 7 }, () => one)).slice(0, 50);
  const answers = await Promise.all(
    attempts.map(({ who, id }) => reasonOf(callActions(who, id).book(time!))),
  );
  expect(answers.filter((one) => one === undefined)).toHaveLength(1);
  const refusals = new Set(answers.filter(Boolean));
  expect([...refusals].toSorted()).toEqual(['support.callBooked', 'support.callTimeTaken']);
  const rows = await app.db.query('select 1 from introductory_call where supporter_id = $1', [
    supporter.accountId,
  ]);
  expect(rows).toHaveLength(1);
  await expect(
    app.db.query(
      `insert into introductory_call (request_id, supporter_id, book_key, starts_at, ends_at, blocked_until,
         requester_zone, supporter_zone)
       select $2, supporter_id, gen_random_uuid(), starts_at + interval '50 minutes', ends_at + interval '1 hour',
         blocked_until + interval '1 hour', requester_zone, supporter_zone
       from introductory_call where supporter_id = $1`,
      [supporter.accountId, requests.at(-1)!.id],
    ),
  ).rejects.toMatchObject({ code: '23P01' });
});

it('bookings at once never exceed the daily limit', async () => {
  const supporter = await makeSupporter(app);
  await setHours(supporter, { dailyLimit: 2, bufferMinutes: 0 });
  const people = await Promise.all(Array.from({ length: 6 }, member));
  const ids: string[] = [];
  for (const who of people) {
    const id = await askForSupport(who);
    await supporterActions(supporter).take(id);
    ids.push(id);
  }
  const [first] = await callActions(people[0]!, ids[0]!).times({ from: app.clock.in(2 * DAY) });
  // The first time of the day at 9:00 in São Paulo, then every 90 minutes.
  const begin = new Date(first!).setUTCHours(12, 0, 0, 0);
  const answers = await Promise.all(
    people.map((who, at) =>
      reasonOf(callActions(who, ids[at]!).book(new Date(begin + at * 60 * MINUTE).toISOString())),
    ),
  );
  expect(answers.filter((one) => one === undefined)).toHaveLength(2);
  expect(new Set(answers.filter(Boolean))).toEqual(new Set(['support.callTimeTaken']));
});

it('a requester finds times 30 times a day', async () => {
  const requester = await member();
  const id = await askForSupport(requester);
  await supporterActions(await makeSupporter(app)).take(id);
  for (let time = 0; time < 30; time++) await callActions(requester, id).find();
  expect(await reasonOf(callActions(requester, id).find())).toBe('support.lookedOften');
});

it('either side moves the call to another free time of its supporter', async () => {
  const { supporter, requester, id, startsAt } = await booked();
  await setHours(await makeSupporter(app));
  const offered = await callActions(requester, id).times();
  expect(offered).not.toContain(startsAt);
  const other = offered.find((time) => time > startsAt)!;
  expect(await callActions(requester, id).move(other)).toMatchObject({
    ...{ startsAt: other, supporterName: supporter.workName },
  });
  expect(await callActions(supporter, id).move(startsAt)).toMatchObject({ startsAt });
  expect(await requesterActions(requester).one(id)).toMatchObject({ hasNews: true });
  expect(await reasonOf(callActions(requester, id).move('2060-01-01T10:00:00.000Z'))).toBe(
    'support.callTimeTaken',
  );
});
