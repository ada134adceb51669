import { DateTime } from 'luxon';
import { DAY, HOUR, MINUTE } from '#kernel/clock.js';
import { SupportAvailabilityService } from '#support/requests/support-availability.service.js';
import { SupportJobs } from '#support/requests/support.jobs.js';
import { SupportersService } from '#support/requests/supporters.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { sentMails } from '../../support/browser/sent-mails.js';
import { makeReviewers } from '../../support/factories/applicants-and-reviewers.js';
import { makePerson, signInAgain } from '../../support/factories/make-people.js';
import {
  askForSupport,
  makeSupporter,
  READ_ROTA,
  requesterActions,
  supporterActions,
} from '../../support/factories/support-requests.js';
import { twoPersonActions } from '../../support/factories/two-person-acts.js';

const app = useApp();
beforeAll(() => makeReviewers(app));

const member = () => makePerson(app, 'nayra', 'member');
const URGENT = { danger: 'yes' };

const ASK_LIMITS = `mutation ($input: CaseLimitsInput!) {
  askToChangeCaseLimits(input: $input) { id hash shown { label value } } }`;
const limitsInput = (open: number, urgent: number) => ({
  input: { open, urgent, reason: 'Cuidar a quien apoya.' },
});
async function setLimits(open: number, urgent: number) {
  const [one, other] = [
    await makePerson(app, 'ada', 'administrator'),
    await makePerson(app, 'ben', 'administrator'),
  ];
  const asked = await apiAs(one).ask(ASK_LIMITS, limitsInput(open, urgent));
  const { id, hash } = asked.askToChangeCaseLimits;
  await twoPersonActions(other).approve(id, hash);
  return { administrator: one, act: asked.askToChangeCaseLimits };
}

it('a supporter who starts to rest gives everything back, claims nothing and gets no mail until they end it', async () => {
  const [rests, other] = [await makeSupporter(app), await makeSupporter(app)];
  const requester = await member();
  const [accepted, claimed] = [await askForSupport(requester), await askForSupport(await member())];
  await supporterActions(rests).take(accepted);
  await supporterActions(rests).claim(claimed);
  expect(await supporterActions(rests).workload()).toMatchObject({
    ...{ claims: 1, cases: 1, urgent: 0, limits: { open: 8, urgent: 2 } },
    ...{ restingSince: null, urgentRestEndsAt: null },
  });
  await supporterActions(rests).rest();
  expect(await supporterActions(rests).workload()).toMatchObject({
    ...{ claims: 0, cases: 0, restingSince: expect.any(String) },
  });
  expect(await requesterActions(requester).one(accepted)).toMatchObject({
    ...{ stage: 'waiting', supporterName: null, hasNews: true },
  });
  await expect(supporterActions(rests).claim(claimed)).rejects.toMatchObject({
    ...{ code: 'CONFLICT', reason: 'support.resting' },
  });
  expect(await supporterActions(rests).ids()).toEqual(expect.arrayContaining([accepted, claimed]));
  await waitForJobs(app);
  const countMails = () =>
    [rests, other].map(({ email }) => sentMails(app).filter(({ to }) => to === email).length);
  const before = countMails();
  // Mails about urgent requests do not wait for the interval between mails.
  await askForSupport(await member(), URGENT);
  await waitForJobs(app);
  expect(countMails()).toEqual([before[0], before[1]! + 1]);
  await supporterActions(rests).endRest();
  expect((await supporterActions(rests).workload()).restingSince).toBeNull();
  await supporterActions(rests).claim(claimed);
});

it('a supporter who closed an urgent case claims no urgent request for a day, unless they end this rest', async () => {
  const supporter = await makeSupporter(app);
  const [first, second, calm] = [
    await askForSupport(await member(), URGENT),
    await askForSupport(await member(), URGENT),
    await askForSupport(await member()),
  ];
  await supporterActions(supporter).take(first);
  await supporterActions(supporter).close(first);
  const { urgentRestEndsAt } = await supporterActions(supporter).workload();
  const restEnd = app.clock.now().getTime() + DAY;
  expect(Math.abs(Date.parse(urgentRestEndsAt) - restEnd)).toBeLessThan(MINUTE);
  await expect(supporterActions(supporter).claim(second)).rejects.toMatchObject({
    ...{ code: 'CONFLICT', reason: 'support.urgentRest' },
  });
  await supporterActions(supporter).take(calm);
  await supporterActions(supporter).endRest();
  await supporterActions(supporter).take(second);
  await supporterActions(supporter).close(second);
  app.clock.move(DAY + HOUR);
  const later = await signInAgain(supporter);
  expect((await supporterActions(later).workload()).urgentRestEndsAt).toBeNull();
});

it('two administrators limit the open and urgent cases of each supporter', async () => {
  const supporter = await makeSupporter(app);
  const { administrator, act } = await setLimits(2, 1);
  expect(act.shown).toContainEqual({ label: 'to', value: '2 · 1' });
  expect((await supporterActions(supporter).workload()).limits).toEqual({ open: 2, urgent: 1 });
  const [one, two] = [await member(), await member()];
  const [urgent, urgentToo] = [await askForSupport(one, URGENT), await askForSupport(two, URGENT)];
  const [calm, calmToo] = [await askForSupport(one), await askForSupport(two)];
  await supporterActions(supporter).take(urgent);
  await expect(supporterActions(supporter).claim(urgentToo)).rejects.toMatchObject({
    ...{ code: 'TOO_MANY', reason: 'support.urgentLimit' },
  });
  await supporterActions(supporter).claim(calm);
  await expect(supporterActions(supporter).claim(calmToo)).rejects.toMatchObject({
    ...{ code: 'TOO_MANY', reason: 'support.openLimit' },
  });
  expect(await apiAs(administrator).code(ASK_LIMITS, limitsInput(2, 1))).toBe('CONFLICT');
  for (const [open, urgents] of [
    [1, 2],
    [0, 0],
    [51, 1],
  ] as const)
    expect(await apiAs(administrator).code(ASK_LIMITS, limitsInput(open, urgents))).toBe('INVALID');
  await setLimits(8, 2);
  await supporterActions(supporter).claim(calmToo);
});

it('one of two claims of the last free place succeeds', async () => {
  const supporter = await makeSupporter(app);
  await setLimits(1, 1);
  const ids = [await askForSupport(await member()), await askForSupport(await member())];
  const codes = await Promise.all(ids.map((id) => supporterActions(supporter).claimCode(id)));
  expect(codes.toSorted()).toEqual(['OK', 'TOO_MANY']);
  await setLimits(8, 2);
});

it('an urgent case that is reopened goes back to its supporter, although it started their rest', async () => {
  const supporter = await makeSupporter(app);
  const requester = await member();
  const id = await askForSupport(requester, URGENT);
  await supporterActions(supporter).take(id);
  await supporterActions(supporter).close(id);
  await requesterActions(requester).reopen(id);
  expect((await requesterActions(requester).one(id)).stage).toBe('accepted');
});

it('the only supporter in the rest after an urgent case is told of another; if all rest, administrators are told', async () => {
  await app.db.query(`delete from duty where name = 'support'`);
  const administrator = await makePerson(app, 'ada', 'administrator');
  const supporter = await makeSupporter(app);
  const first = await askForSupport(await member(), URGENT);
  await supporterActions(supporter).take(first);
  await supporterActions(supporter).close(first);
  const availability = app.get(SupportAvailabilityService);
  const second = await askForSupport(await member(), URGENT);
  expect(await availability.toNotify(second)).toEqual([supporter.accountId]);
  const rested = await makeSupporter(app);
  expect(await availability.toNotify(second)).toEqual([rested.accountId]);
  for (const one of [supporter, rested]) await supporterActions(one).rest();
  expect(await availability.toNotify(second)).toEqual([]);
  await waitForJobs(app);
  const countMails = () => sentMails(app).filter(({ to }) => to === administrator.email).length;
  const before = countMails();
  await askForSupport(await member(), URGENT);
  await waitForJobs(app);
  expect(countMails()).toBe(before + 1);
  expect((await apiAs(supporter).ask('{ supportRequestsWaiting }')).supportRequestsWaiting).toBe(0);
  await supporterActions(supporter).endRest();
  expect(
    (await apiAs(supporter).ask('{ supportRequestsWaiting }')).supportRequestsWaiting,
  ).toBeGreaterThan(0);
});

it('a requester cannot tell a rest from a return of a claimed request', async () => {
  const supporter = await makeSupporter(app);
  const seen = [];
  for (const back of ['release', 'rest'] as const) {
    const requester = await member();
    const id = await askForSupport(requester);
    await supporterActions(supporter).claim(id);
    await (back === 'rest'
      ? supporterActions(supporter).rest()
      : supporterActions(supporter).release(id));
    const { stage, hasNews, returnedAt } = await requesterActions(requester).one(id);
    const acts = await apiAs(requester).ask('{ actsAboutMe { items { action duty } } }');
    seen.push({ stage, hasNews, wasReturned: returnedAt !== null, acts });
  }
  expect(seen[1]).toEqual(seen[0]);
});

it('a case goes back to the supporter who closed it only if they do not rest', async () => {
  const supporter = await makeSupporter(app);
  const requester = await member();
  const [kept, returned] = [await askForSupport(requester), await askForSupport(requester)];
  for (const id of [kept, returned]) {
    await supporterActions(supporter).take(id);
    await supporterActions(supporter).close(id);
  }
  await requesterActions(requester).reopen(kept);
  expect((await requesterActions(requester).one(kept)).stage).toBe('accepted');
  await supporterActions(supporter).rest();
  await requesterActions(requester).reopen(returned);
  expect((await requesterActions(requester).one(returned)).stage).toBe('waiting');
});

it('a supporter who ends a case for the requester’s conduct sees only those of their requests that they hold', async () => {
  const [supporter, other] = [await makeSupporter(app), await makeSupporter(app)];
  const requester = await member();
  const [ended, held, waiting] = [
    await askForSupport(requester),
    await askForSupport(requester),
    await askForSupport(requester),
  ];
  await supporterActions(supporter).take(ended);
  await supporterActions(supporter).take(held);
  await supporterActions(supporter).close(ended, 'Hasta aquí.', { isForConduct: true });
  expect(await requesterActions(requester).one(ended)).toMatchObject({
    ...{ stage: 'closed', closeReason: 'conduct', closingWords: 'Hasta aquí.' },
    reopenableUntil: null,
  });
  await expect(requesterActions(requester).reopen(ended)).rejects.toMatchObject({
    ...{ code: 'CONFLICT', reason: 'support.endedForConduct' },
  });
  expect((await supporterActions(supporter).open(held)).id).toBe(held);
  expect(await supporterActions(supporter).claimCode(waiting)).toBe('NOT_FOUND');
  expect(await supporterActions(supporter).ids()).not.toContain(waiting);
  await supporterActions(supporter).release(held);
  expect(await supporterActions(supporter).claimCode(held)).toBe('NOT_FOUND');
  expect(await supporterActions(other).ids()).toEqual(expect.arrayContaining([held, waiting]));
  const entries = await app.db.query(
    `select reason from audit_entry where action = 'close' and subject_id = $1`,
    [ended],
  );
  expect(entries).toEqual([{ reason: 'conduct' }]);
});

it('a decline for conduct is anonymous: the same supporter’s case of this requester goes on', async () => {
  const supporter = await makeSupporter(app);
  const requester = await member();
  const [kept, declined] = [await askForSupport(requester), await askForSupport(requester)];
  await supporterActions(supporter).take(kept);
  await supporterActions(supporter).claim(declined);
  await supporterActions(supporter).open(declined);
  await supporterActions(supporter).decline(declined, { reason: 'conduct' });
  await app.get(SupportJobs).returnUnreadable();
  expect((await requesterActions(requester).one(kept)).stage).toBe('accepted');
  expect((await supporterActions(supporter).open(kept)).id).toBe(kept);
  const late = await askForSupport(requester);
  expect(await supporterActions(supporter).claimCode(late)).toBe('NOT_FOUND');
});

it('supporters alone read who is on duty on which day, without those who rest or lost the duty', async () => {
  const [one, other] = [await makeSupporter(app, 'Bruma'), await makeSupporter(app, 'Arena')];
  await supporterActions(one).setRota({ days: [5, 2] });
  const rota = await supporterActions(other).setRota({ days: [2], takenKinds: ['care'] });
  const { weekday: today } = DateTime.fromJSDate(app.clock.now(), { zone: 'America/Bogota' });
  expect(rota).toMatchObject({ zone: 'America/Bogota', today, ownDays: [2], takenKinds: ['care'] });
  const week = [[], ['Arena', 'Bruma'], [], [], ['Bruma'], [], []];
  expect(rota.days.map(({ workNames }) => workNames)).toEqual(week);
  const onFriday = async () => (await supporterActions(other).rota()).days[4]!.workNames;
  await supporterActions(one).rest();
  expect(await onFriday()).toEqual([]);
  expect((await supporterActions(one).rota()).ownDays).toEqual([2, 5]);
  await supporterActions(one).endRest();
  expect(await onFriday()).toEqual(['Bruma']);
  await app.db.query('delete from duty where account_id = $1', [one.accountId]);
  expect(await onFriday()).toEqual([]);
  const set = { days: [2], takenKinds: [] };
  for (const kind of ['member', 'moderator', 'administrator', 'applicant', 'suspended'] as const) {
    const who = await makePerson(app, kind, kind);
    const codes = [await apiAs(who).code(READ_ROTA), await supporterActions(who).setRotaCode(set)];
    expect([kind, ...codes]).toEqual([kind, 'FORBIDDEN', 'FORBIDDEN']);
  }
});

it('days and kinds are refused if they do not exist, are repeated, or the supporter has no work name', async () => {
  const supporter = await makeSupporter(app);
  const code = (input: object) =>
    supporterActions(supporter).setRotaCode({ days: [1], takenKinds: ['care'], ...input });
  expect(await code({})).toBe('OK');
  for (const input of [{ days: [0] }, { days: [8] }, { days: [1, 1] }])
    expect(await code(input)).toBe('INVALID');
  expect(await code({ takenKinds: ['care', 'care'] })).toBe('INVALID');
  const nameless = supporterActions(await makePerson(app, 'apoyo', 'supporter'));
  expect(await nameless.setRotaCode({ days: [1], takenKinds: [] })).toBe('CONFLICT');
});

it('the rest, the days and the kinds of a supporter end with their duty', async () => {
  const supporter = await makeSupporter(app);
  await supporterActions(supporter).setRota({ days: [1], takenKinds: ['care'] });
  await supporterActions(supporter).rest();
  await app.get(SupportersService).markLeft(supporter.accountId);
  expect(
    await app.db.query(
      'select resting_since, rota_days, taken_kinds from supporter where account_id = $1',
      [supporter.accountId],
    ),
  ).toEqual([{ resting_since: null, rota_days: [], taken_kinds: [] }]);
});
