import { DAY, HOUR, MINUTE } from '#kernel/clock.js';
import { DutiesService } from '#members/duties.service.js';
import { RetentionService } from '#retention/retention.service.js';
import { CaseSilenceService } from '#support/requests/continuation/case-silence.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester } from '../../support/app/client.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { makePerson, type Person, signInAgain } from '../../support/factories/make-people.js';
import { linkActions } from '../../support/factories/support/case-links.js';
import { taskActions } from '../../support/factories/support/case-tasks.js';
import {
  askForSupport,
  makeSupporter,
  requesterActions,
  supportDocument,
  supporterActions,
} from '../../support/factories/support-requests.js';

const app = useApp();
afterEach(closeAllSockets);

const member = () => makePerson(app, 'nayra', 'member');
const again = (who: Person) => signInAgain(who);
const silence = () => app.get(CaseSilenceService).run();
const caseOf = async (who: Requester, id: string) =>
  (await supporterActions(who).mine()).find((one) => one.id === id);

it('a case that is silent for 90 days is announced to both sides and closed after 30 more', async () => {
  const supporter = await makeSupporter(app);
  const requester = await member();
  const [silent, kept] = [await askForSupport(requester), await askForSupport(requester)];
  for (const id of [silent, kept]) await supporterActions(supporter).take(id);
  for (const id of [silent, kept]) await requesterActions(requester).see(id);
  await waitForJobs(app);
  app.clock.move(89 * DAY);
  await silence();
  let asRequester = requesterActions(await again(requester));
  expect(await asRequester.one(silent)).toMatchObject({ silenceEndsAt: null, hasNews: false });
  app.clock.move(DAY + HOUR);
  const helper = await again(supporter);
  const socket = await openSocket(helper);
  for (let time = 0; time < 2; time++) await silence();
  await socket.until('news', (news) => news.subject === 'supportCase' && news.id === kept);
  asRequester = requesterActions(await again(requester));
  const told = await asRequester.one(silent);
  expect(told).toMatchObject({ stage: 'accepted', hasNews: true });
  expect(Date.parse(told.silenceEndsAt)).toBeGreaterThan(app.clock.in(30 * DAY - HOUR).getTime());
  expect(await caseOf(helper, kept)).toMatchObject({ silenceEndsAt: expect.any(String) });
  await supporterActions(helper).keepOpen(kept);
  expect(await caseOf(helper, kept)).toMatchObject({ silenceEndsAt: null });
  const stranger = await member();
  expect(await apiAs(stranger).code(supportDocument('keepSupportCaseOpen'), { id: silent })).toBe(
    'NOT_FOUND',
  );
  app.clock.move(29 * DAY);
  await silence();
  expect((await requesterActions(await again(requester)).one(silent)).stage).toBe('accepted');
  app.clock.move(DAY + HOUR);
  await silence();
  asRequester = requesterActions(await again(requester));
  expect(await asRequester.one(silent)).toMatchObject({ stage: 'closed', closeReason: 'silence' });
  expect(await asRequester.one(kept)).toMatchObject({ stage: 'accepted', closeReason: null });
  await expect(asRequester.keepOpen(silent)).rejects.toMatchObject({
    ...{ code: 'FORBIDDEN', reason: 'support.notAccepted' },
  });
});

it('a requester keeps a silent case open for another 90 days, by saying so or by a new contact', async () => {
  const supporter = await makeSupporter(app);
  const requester = await member();
  const [id, otherId] = [await askForSupport(requester), await askForSupport(requester)];
  for (const one of [id, otherId]) await supporterActions(supporter).take(one);
  app.clock.move(91 * DAY);
  await silence();
  const asks = requesterActions(await again(requester));
  await asks.keepOpen(id);
  await asks.changeContact(otherId, 'Por otra radio');
  app.clock.move(31 * DAY);
  await silence();
  const later = requesterActions(await again(requester));
  for (const one of [id, otherId])
    expect(await later.one(one)).toMatchObject({ stage: 'accepted', silenceEndsAt: null });
});

it('work on the tasks or links of a case postpones its announcement, and withdraws one', async () => {
  const supporter = await makeSupporter(app);
  const requester = await member();
  const ids: string[] = [];
  for (let at = 0; at < 3; at++) ids.push(await askForSupport(requester));
  const [withTask, withLink, silent] = ids as [string, string, string];
  for (const id of ids) await supporterActions(supporter).take(id);
  app.clock.move(80 * DAY);
  await taskActions(await again(supporter)).add(withTask);
  await linkActions(await again(requester)).add(withLink);
  app.clock.move(11 * DAY);
  await silence();
  const announced = async () => {
    const mine = await supporterActions(await again(supporter)).mine();
    return ids.filter((id) => mine.some((one) => one.id === id && one.silenceEndsAt));
  };
  expect(await announced()).toEqual([silent]);
  app.clock.move(80 * DAY);
  await silence();
  expect(await announced()).toEqual([withTask, withLink]);
  const helper = await again(supporter);
  const [task] = await taskActions(helper).list(withTask);
  await taskActions(helper).mark({ requestId: withTask, taskId: task.id }, true);
  expect(await announced()).toEqual([withLink]);
});

it('a requester reopens a closed case within 30 days, and its supporter gets it back', async () => {
  const [supporter, other] = [await makeSupporter(app), await makeSupporter(app)];
  const requester = await member();
  const id = await askForSupport(requester);
  await supporterActions(other).claim(id);
  await supporterActions(other).release(id);
  await supporterActions(supporter).take(id, 'Empecemos.');
  await expect(requesterActions(requester).reopen(id)).rejects.toMatchObject({
    ...{ code: 'FORBIDDEN', reason: 'support.notClosed' },
  });
  await supporterActions(supporter).close(id);
  app.clock.move(29 * DAY);
  const asRequester = requesterActions(await again(requester));
  expect(await asRequester.one(id)).toMatchObject({ reopenableUntil: expect.any(String) });
  await asRequester.reopen(id);
  expect(await asRequester.one(id)).toMatchObject({
    ...{ stage: 'accepted', supporterName: supporter.workName, reply: 'Empecemos.' },
    ...{ closedAt: null, destroyedAt: null, reopenableUntil: null },
  });
  const helper = await again(supporter);
  expect(await supporterActions(helper).openCode(id)).toBe('OK');
  await expect(requesterActions(await again(requester)).reopen(id)).rejects.toMatchObject({
    ...{ code: 'FORBIDDEN', reason: 'support.notClosed' },
  });
  await supporterActions(helper).close(id);
  app.clock.move(31 * DAY);
  await expect(requesterActions(await again(requester)).reopen(id)).rejects.toMatchObject({
    ...{ code: 'CONFLICT', reason: 'support.reopenTooLate' },
  });
});

it('a case that is reopened a second time returns to the queue, and counts as a request of the day', async () => {
  const [supporter, other] = [await makeSupporter(app), await makeSupporter(app)];
  const requester = await member();
  const asks = requesterActions(requester);
  const id = await askForSupport(requester);
  for (const who of [supporter, other]) {
    await supporterActions(who).take(id);
    await supporterActions(who).close(id, 'Las primeras palabras.');
    await asks.reopen(id);
    if (who === supporter) await supporterActions(who).release(id);
  }
  expect(await asks.one(id)).toMatchObject({ stage: 'waiting', supporterName: null });
  await asks.withdraw(id);
  expect(await asks.one(id)).toMatchObject({ stage: 'withdrawn', closingWords: null });
  for (let time = 0; time < 3; time++) await asks.delete(await askForSupport(requester));
  await expect(askForSupport(requester)).rejects.toMatchObject({ reason: 'support.askedOften' });
});

it('a reopened case returns to the queue if its supporter lost the duty, and counts as an open request', async () => {
  const [supporter, other] = [await makeSupporter(app), await makeSupporter(app)];
  const requester = await member();
  const id = await askForSupport(requester);
  await supporterActions(supporter).take(id);
  await supporterActions(supporter).close(id);
  const [duty] = await app.get(DutiesService).of(supporter.accountId);
  await app.db.write(() => app.get(DutiesService).take(duty!));
  const others: string[] = [];
  for (let at = 0; at < 3; at++) others.push(await askForSupport(requester));
  await expect(requesterActions(requester).reopen(id)).rejects.toMatchObject({
    ...{ code: 'TOO_MANY', reason: 'support.tooManyOpen' },
  });
  await requesterActions(requester).withdraw(others[0]!);
  await requesterActions(requester).reopen(id);
  expect(await requesterActions(requester).one(id)).toMatchObject({
    ...{ stage: 'waiting', supporterName: null, reply: null, closedAt: null },
  });
  expect(await supporterActions(other).ids()).toContain(id);
});

it('a supporter holds a request without an answer until the answer is due, and claims it again later', async () => {
  const [supporter, other] = [await makeSupporter(app), await makeSupporter(app)];
  const id = await askForSupport(await member(), { danger: 'yes' });
  const claim = async (who: Person) => supporterActions(await again(who)).claim(id);
  await claim(supporter);
  for (let minutes = 0; minutes < 100; minutes += 20) {
    app.clock.move(20 * MINUTE);
    await claim(supporter);
  }
  app.clock.move(21 * MINUTE);
  await expect(claim(supporter)).rejects.toMatchObject({
    ...{ code: 'CONFLICT', reason: 'support.heldTooLong' },
  });
  expect(await supporterActions(await again(other)).ids()).toContain(id);
  app.clock.move(HOUR);
  await claim(supporter);
});

it('the only supporter claims a request again at once', async () => {
  await app.db.query(`delete from duty where name = 'support'`);
  const supporter = await makeSupporter(app);
  const id = await askForSupport(await member(), { danger: 'yes' });
  await supporterActions(supporter).claim(id);
  app.clock.move(20 * MINUTE);
  await app.db.query('update case_assignment set claimed_until = $2 where request_id = $1', [
    ...[id, app.clock.in(-1)],
  ]);
  app.clock.move(11 * MINUTE);
  await supporterActions(await again(supporter)).claim(id);
});

it('a supporter who gave an accepted case back takes it again at once', async () => {
  const [supporter] = [await makeSupporter(app), await makeSupporter(app)];
  const id = await askForSupport(await member(), { danger: 'yes' });
  await supporterActions(supporter).take(id);
  app.clock.move(3 * HOUR);
  const later = supporterActions(await again(supporter));
  await later.release(id);
  await later.claim(id);
});

it('a supporter keeps a request that becomes urgent while they hold it', async () => {
  const [supporter] = [await makeSupporter(app), await makeSupporter(app)];
  const requester = await member();
  const calmId = await askForSupport(requester);
  await supporterActions(supporter).claim(calmId);
  for (let minutes = 0; minutes < 180; minutes += 20) {
    app.clock.move(20 * MINUTE);
    await supporterActions(await again(supporter)).claim(calmId);
  }
  const urgentId = await askForSupport(await again(requester), { danger: 'yes' });
  const helper = await again(supporter);
  const actions = supporterActions(helper);
  await actions.claimAndOpen(urgentId);
  const { number } = (await caseOf(helper, calmId)) as { number: number };
  await actions.linkDuplicate(urgentId, number);
  app.clock.move(20 * MINUTE);
  await supporterActions(await again(supporter)).claim(calmId);
  app.clock.move(5 * MINUTE);
  expect(await caseOf(await again(supporter), calmId)).toMatchObject({
    ...{ isUrgent: true, stage: 'claimed' },
  });
});

it('an account asks six times a day at most, also after deleting its requests', async () => {
  await makeSupporter(app);
  const requester = await member();
  const asks = requesterActions(requester);
  for (let time = 0; time < 6; time++) await asks.delete(await askForSupport(requester));
  await expect(askForSupport(requester)).rejects.toMatchObject({
    ...{ code: 'TOO_MANY', reason: 'support.askedOften' },
  });
  app.clock.move(DAY + MINUTE);
  await app.get(RetentionService).run('quotaUse');
  const uses = 'select 1 from quota_use where account_id = $1';
  expect(await app.db.query(uses, [requester.accountId])).toEqual([]);
  await askForSupport(await again(requester));
});

it('tells before the first question how many requests are left, and which limit is reached', async () => {
  await makeSupporter(app);
  const requester = await member();
  const asks = requesterActions(requester);
  const asking = async () =>
    (await apiAs(requester).ask('{ supportAsking { left limitReached } }')).supportAsking;
  expect(await asking()).toEqual({ left: 3, limitReached: null });
  for (let time = 0; time < 4; time++) await asks.delete(await askForSupport(requester));
  expect(await asking()).toEqual({ left: 2, limitReached: null });
  const ids = [await askForSupport(requester), await askForSupport(requester)];
  expect(await asking()).toEqual({ left: 0, limitReached: 'support.askedOften' });
  for (const id of ids) await asks.delete(id);
  expect(await asking()).toEqual({ left: 0, limitReached: 'support.askedOften' });
  const busy = await member();
  for (let time = 0; time < 3; time++) await askForSupport(busy);
  const { supportAsking } = await apiAs(busy).ask('{ supportAsking { left limitReached } }');
  expect(supportAsking).toEqual({ left: 0, limitReached: 'support.tooManyOpen' });
});

it('a requester changes contact and exclusions twenty times a day each', async () => {
  const supporter = await makeSupporter(app);
  const requester = await member();
  const asks = requesterActions(requester);
  const id = await askForSupport(requester);
  const { supporterId } = supporter;
  for (let time = 0; time < 20; time++) {
    await asks.changeContact(id, `Por la radio ${time}`);
    await (time % 2 ? asks.exclude(id, [], [supporterId]) : asks.exclude(id, [supporterId]));
  }
  const refused = { code: 'TOO_MANY', reason: 'support.changedOften' };
  await expect(asks.changeContact(id, 'Otra radio')).rejects.toMatchObject(refused);
  await expect(asks.exclude(id, [supporterId])).rejects.toMatchObject(refused);
  app.clock.move(DAY + MINUTE);
  const later = requesterActions(await again(requester));
  await later.changeContact(id, 'Otra radio');
  await later.exclude(id, [supporterId]);
});

it('an applicant who deletes their request finds the receipt of it, and another person does not', async () => {
  const RECEIPTS = '{ myDataReceipts { dataClass } }';
  const applicant = await makePerson(app, 'ari', 'applicant');
  expect((await apiAs(applicant).ask(RECEIPTS)).myDataReceipts).toEqual([]);
  await makeSupporter(app);
  await requesterActions(applicant).delete(await askForSupport(applicant));
  expect((await apiAs(applicant).ask(RECEIPTS)).myDataReceipts).toEqual([{ dataClass: 'case' }]);
  expect((await apiAs(await member()).ask(RECEIPTS)).myDataReceipts).toEqual([]);
});
