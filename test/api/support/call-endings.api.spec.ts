import { DAY, HOUR, MINUTE } from '#kernel/clock.js';
import { DutiesService } from '#members/duties.service.js';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import { StandingService } from '#members/standing.service.js';
import { SupportAssignmentService } from '#support/requests/support-assignment.service.js';
import { CallJobs } from '#support/calls/calls.jobs.js';
import { forgetNewsMails } from '../../support/app/notification-mails.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { sentMails } from '../../support/browser/sent-mails.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import {
  callActions,
  callLinkTemplate,
  clearHours,
  makeBookedCall,
  reasonOf,
} from '../../support/factories/support/calls.js';
import { makeReviewers } from '../../support/factories/applicants-and-reviewers.js';
import { makePerson, signInAgain } from '../../support/factories/make-people.js';
import {
  askForSupport,
  makeSupporter,
  requesterActions,
  supporterActions,
} from '../../support/factories/support-requests.js';
import { threadActions, threadsOf } from '../../support/messages/case-threads.js';

const app = useApp();
const PAST_CALLS =
  'query ($id: ID!) { pastCalls(requestId: $id) { startsAt state endedBy outcome } }';
beforeAll(() => makeReviewers(app));
beforeEach(() => clearHours(app));

const member = () => makePerson(app, 'nayra', 'member');
const stageOf = async (id: string) =>
  (
    await app.db.query<{ stage: string; assignee_id: string | null; call_ends_at: Date | null }>(
      'select stage, assignee_id, call_ends_at from support_request where id = $1',
      [id],
    )
  )[0]!;
const WAITING = { stage: 'waiting', assignee_id: null, call_ends_at: null };

const booked = (said?: Record<string, unknown>) => makeBookedCall(app, said);
const moveTo = (startsAt: string, ms: number) => app.clock.set(new Date(Date.parse(startsAt) + ms));
afterEach(() => app.clock.set(new Date()));

it.each(['requester', 'supporter'] as const)(
  'a call that the %s cancels returns an unanswered request to the queue and leaves an accepted one',
  async (side) => {
    const { supporter, requester, id, startsAt } = await booked();
    const actor = side === 'requester' ? requester : supporter;
    await callActions(actor, id).cancel('unwell');
    expect(await stageOf(id)).toEqual(WAITING);
    expect(await callActions(requester, id).one()).toMatchObject({
      ...{ state: 'cancelled', endedBy: side, cancelReason: 'unwell' },
    });
    await supporterActions(supporter).take(id);
    await callActions(requester, id).book(startsAt);
    await callActions(actor, id).cancel();
    expect(await stageOf(id)).toMatchObject({ stage: 'accepted', call_ends_at: null });
    expect(await callActions(requester, id).times()).toContain(startsAt);
  },
);

it.each([
  'exclusion',
  'conflict of interest',
  'loss of the duty',
  'suspension',
  'release',
  'withdrawal',
] as const)('the call ends in the same transaction with: %s', async (what) => {
  const { supporter, requester, id, startsAt } = await booked();
  await requesterActions(requester).see(id);
  const { accountId } = supporter;
  const end = {
    exclusion: () => requesterActions(requester).exclude(id, [supporter.supporterId]),
    'conflict of interest': () =>
      app.db.write(() => app.get(AlliancesService).start(accountId, requester.accountId)),
    'loss of the duty': () =>
      app.db.write(async () => {
        const [duty] = await app.get(DutiesService).of(accountId);
        await app.get(DutiesService).take(duty!);
      }),
    suspension: () =>
      app.db.write(() => app.get(StandingService).suspend(accountId, app.clock.in(DAY))),
    release: () => supporterActions(supporter).release(id),
    withdrawal: () => requesterActions(requester).withdraw(id),
  };
  await end[what]();
  expect(await callActions(requester, id).one()).toMatchObject({
    ...{ state: 'cancelled', endedBy: 'system' },
  });
  const stage = what === 'withdrawal' ? 'withdrawn' : 'waiting';
  expect(await stageOf(id)).toEqual({ ...WAITING, stage });
  const { hasNews } = await requesterActions(requester).one(id);
  expect(hasNews).toBe(what !== 'withdrawal');
  if (what === 'release') {
    const another = await member();
    const otherId = await askForSupport(another);
    await supporterActions(supporter).claim(otherId);
    expect(await callActions(supporter, otherId).times()).toContain(startsAt);
  }
  if (what === 'loss of the duty') {
    const sql = 'select 1 from call_availability where account_id = $1';
    expect(await app.db.query(sql, [accountId])).toEqual([]);
  }
});

it('an exclusion of somebody else leaves the call', async () => {
  const { requester, id } = await booked();
  const other = await makeSupporter(app);
  await requesterActions(requester).exclude(id, [other.supporterId]);
  expect(await callActions(requester, id).one()).toMatchObject({ state: 'booked' });
});

it('the requester reads the link from 15 minutes before the call until an hour after it, the supporter at any time', async () => {
  const { supporter, requester, id, startsAt } = await booked();
  const link = `https://sala.example/${crypto.randomUUID()}`;
  for (const refused of [
    'http://sala.example/x',
    'javascript:alert(1)',
    'https://a:b@sala.example',
  ])
    expect(await reasonOf(callActions(supporter, id).setLink(refused))).toEqual({
      link: 'noHttps',
    });
  expect(await reasonOf(callActions(requester, id).setLink(link))).toBe('NOT_FOUND');
  expect(await callActions(supporter, id).setLink(link)).toMatchObject({
    ...{ hasLink: true, link },
  });
  const links = async () => {
    const both = [await signInAgain(requester), await signInAgain(supporter)];
    return Promise.all(both.map(async (who) => (await callActions(who, id).one()).link));
  };
  const sides: [number, string | null][] = [
    [-15 * MINUTE - 5_000, null],
    [-15 * MINUTE + 1_000, link],
    [100 * MINUTE - 5_000, link],
    [100 * MINUTE + 1_000, null],
  ];
  for (const [ms, expected] of sides) {
    moveTo(startsAt, ms);
    expect(await links()).toEqual([expected, link]);
  }
  const dump = await app.db.query<{ t: string }>('select c::text as t from introductory_call c');
  expect(JSON.stringify(dump)).not.toContain(Buffer.from(link).toString('hex'));
});

it('a call gets a link of the template that two administrators set, and another one after the supporter removes theirs', async () => {
  const { setTemplate } = callLinkTemplate(app);
  for (const refused of ['https://sala.example/x', 'http://sala.example/*', 'https://*.example/x'])
    expect(await reasonOf(setTemplate(refused))).toEqual({ template: 'noTemplate' });
  await setTemplate('https://sala.example/trama-*?lang=es');
  const { supporter, requester, id } = await booked();
  const made = /^https:\/\/sala\.example\/trama-[\w-]{22}\?lang=es$/;
  const { link } = await callActions(supporter, id).one();
  expect(link).toMatch(made);
  expect(await callActions(requester, id).one()).toMatchObject({ hasLink: true, link: null });
  await callActions(supporter, id).setLink('https://otra.example/1');
  const again = await callActions(supporter, id).setLink('');
  expect(again.link).toMatch(made);
  expect(again.link).not.toBe(link);
  const stored = await app.db.query<{ link: Buffer }>(
    'select link from introductory_call where request_id = $1',
    [id],
  );
  expect(stored[0]!.link.toString('latin1')).not.toContain('sala.example');
  await setTemplate('');
  expect((await callActions(supporter, id).setLink('')).hasLink).toBe(false);
});

it.each(['requester', 'supporter'] as const)(
  'the %s records after the beginning that the other side did not come',
  async (side) => {
    const { supporter, requester, id, startsAt } = await booked();
    const actor = side === 'requester' ? requester : supporter;
    expect(await reasonOf(callActions(actor, id).reportMissed())).toBe('support.callNotBegun');
    moveTo(startsAt, 10 * MINUTE);
    const again = await signInAgain(actor);
    expect(await reasonOf(callActions(again, id).cancel())).toBe('support.callBegan');
    await callActions(again, id).reportMissed();
    expect(await stageOf(id)).toEqual(WAITING);
    expect(await callActions(await signInAgain(requester), id).one()).toMatchObject({
      ...{ state: 'missed', endedBy: side },
    });
  },
);

it.each([
  ['lightTouch', 'accepted', null],
  ['matchbox', 'accepted', null],
  ['referred', 'declined', 'elsewhere'],
  ['notNow', 'declined', 'other'],
] as const)('the outcome %s makes the request %s', async (outcome, stage, reason) => {
  const { supporter, requester, id, startsAt } = await booked();
  const early = callActions(supporter, id).recordOutcome(outcome);
  expect(await reasonOf(early)).toBe('support.callNotBegun');
  moveTo(startsAt, 40 * MINUTE);
  const helper = await signInAgain(supporter);
  await callActions(helper, id).recordOutcome(outcome, { askAgainOn: '2027-03-01' });
  const own = await requesterActions(await signInAgain(requester)).one(id);
  expect(own).toMatchObject({ stage, reason, hasNews: true });
  expect([own.reply, own.closingWords]).toContain('Empezamos por el correo.');
  expect(await callActions(await signInAgain(requester), id).one()).toMatchObject({
    ...{ state: 'held', outcome },
  });
});

it('the answer after a call follows the words with which the supporter accepted the case', async () => {
  const { supporter, requester, id, startsAt } = await booked();
  await callActions(requester, id).cancel();
  await supporterActions(supporter).take(id);
  await callActions(requester, id).book(startsAt);
  moveTo(startsAt, 40 * MINUTE);
  await callActions(await signInAgain(supporter), id).recordOutcome('lightTouch');
  const { requesterId } = await threadsOf(app, id);
  const answers = await threadActions(await signInAgain(requester)).answers(requesterId);
  const words = answers.map((one) => one.words);
  expect(words).toEqual(['Te acompaño con esto.', 'Empezamos por el correo.']);
});

it('a claim after a call lasts a working day, then the request returns to the queue', async () => {
  const { id, startsAt } = await booked();
  moveTo(startsAt, HOUR);
  await app.get(SupportAssignmentService).sweep();
  expect((await stageOf(id)).stage).toBe('claimed');
  moveTo(startsAt, 5 * DAY);
  await app.get(SupportAssignmentService).sweep();
  expect(await stageOf(id)).toEqual(WAITING);
});

it('reminds both sides by mail a day and an hour before, once each, without a word about the call', async () => {
  const { supporter, requester, startsAt } = await booked({ noticeHours: 48 });
  await waitForJobs(app);
  const mails = () =>
    [requester, supporter].map(
      ({ email }) => sentMails(app).filter(({ to }) => to === email).length,
    );
  const before = mails();
  for (const [ms, more] of [
    [-DAY - HOUR, 0],
    [-DAY + MINUTE, 1],
    [-HOUR + MINUTE, 2],
  ] as const) {
    moveTo(startsAt, ms);
    for (let run = 0; run < 2; run++) await app.get(CallJobs).remind();
    await forgetNewsMails(app);
    expect(mails()).toEqual(before.map((count) => count + more));
  }
});

it('the calendar file has a neutral title, and neither link nor name', async () => {
  const { supporter, requester, id } = await booked();
  await callActions(supporter, id).setLink('https://sala.example/1');
  const { calendarFile } = await callActions(requester, id).one();
  expect(calendarFile).toContain('SUMMARY:Trama');
  expect(calendarFile).not.toMatch(/sala|Apoyo|Nayra|URL|LOCATION/);
});

it('a suspended requester keeps the call, and an applicant books one', async () => {
  const { supporter, requester, id } = await booked();
  await app.db.write(() =>
    app.get(StandingService).suspend(requester.accountId, app.clock.in(DAY)),
  );
  const suspended = await signInAgain(requester);
  expect(await callActions(suspended, id).one()).toMatchObject({ state: 'booked' });
  const applicant = await makePerson(app, 'solicitante', 'applicant');
  const theirs = await askForSupport(applicant);
  await supporterActions(supporter).take(theirs);
  const [time] = await callActions(applicant, theirs).times();
  expect(await callActions(applicant, theirs).book(time!)).toMatchObject({ state: 'booked' });
  expect(await apiAs(applicant).code('{ myCallAvailability { zone } }')).toBe('FORBIDDEN');
});

it('both sides read how the calls of a case ended and what they led to, and nobody else does', async () => {
  const { supporter, requester, id, startsAt } = await booked();
  const pastCalls = async (who: Parameters<typeof apiAs>[0]) =>
    (await apiAs(who).ask(PAST_CALLS, { id })).pastCalls;
  await callActions(requester, id).cancel();
  await supporterActions(supporter).take(id);
  await callActions(requester, id).book(startsAt);
  expect(await pastCalls(requester)).toMatchObject([{ state: 'cancelled', endedBy: 'requester' }]);
  moveTo(startsAt, MINUTE);
  const [lead, asker] = [await signInAgain(supporter), await signInAgain(requester)];
  await callActions(lead, id).recordOutcome('matchbox');
  const led = { state: 'held', outcome: 'matchbox' };
  for (const who of [lead, asker])
    expect(await pastCalls(who)).toMatchObject([led, { state: 'cancelled', outcome: null }]);
  for (const kind of ['member', 'supporter', 'administrator'] as const) {
    const other = await makePerson(app, 'otra', kind);
    expect(await apiAs(other).code(PAST_CALLS, { id })).toBe('NOT_FOUND');
  }
  // The calls of an earlier supporter belong to that supporter and to the requester.
  await supporterActions(lead).release(id);
  const next = await makeSupporter(app);
  await supporterActions(next).take(id);
  expect(await pastCalls(next)).toEqual([]);
  expect(await pastCalls(asker)).toHaveLength(2);
});
