import { DateTime } from 'luxon';
import { DAY, HOUR, MINUTE } from '#kernel/clock.js';
import { SupportJobs } from '#support/requests/support.jobs.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { Instance } from '#settings/instance.entity.js';
import { useApp } from '../../../support/app/app.js';
import { apiAs } from '../../../support/app/client.js';
import { forgetNewsMails } from '../../../support/app/notification-mails.js';
import { recordStatements } from '../../../support/app/record-statements.js';
import { closeAllSockets, openSocket } from '../../../support/app/sockets.js';
import { waitForJobs } from '../../../support/app/wait-for-jobs.js';
import { sentMails } from '../../../support/browser/sent-mails.js';
import { makePerson, type Person, signInAgain } from '../../../support/factories/make-people.js';
import { callActions, setHours } from '../../../support/factories/support/calls.js';
import {
  allowAskingWithoutAccount,
  askAsGuest,
} from '../../../support/factories/support/guests.js';
import {
  askForSupport,
  makeSupporter,
  requesterActions,
  supporterActions,
} from '../../../support/factories/support-requests.js';

const app = useApp();
afterEach(closeAllSockets);

const HOURS = {
  ...{ zone: 'America/Lima', weekdays: [1, 2, 3, 4, 5], from: 9 * 60, to: 18 * 60 },
  holidays: [
    { date: '2031-06-09', country: 'territory:PE' },
    { date: '2031-06-10', country: 'territory:BR' },
  ],
};
beforeAll(async () => {
  const foundedAt = app.clock.now();
  await app.db.repo(Instance).insert({ foundedAt, workingHours: HOURS });
});

const member = () => makePerson(app, 'nayra', 'member');
const helping = async (who: Person) => supporterActions(await signInAgain(who));
const asking = async (who: Person) => requesterActions(await signInAgain(who));
const local = (iso: string) => DateTime.fromISO(iso, { zone: 'America/Lima' });
const at = (iso: string) => app.clock.set(local(iso).toJSDate());
/** The nearest minute in Lima: some seconds pass between the steps. */
const minuteOf = (iso: string) => local(iso).plus({ seconds: 30 }).toISO()!.slice(0, 16);

/** A request that a supporter claimed and opened. */
async function makeClaimedRequest(said: Record<string, unknown> = {}) {
  const [supporter, requester] = [await makeSupporter(app), await member()];
  const id = await askForSupport(requester, said);
  await supporterActions(supporter).claimAndOpen(id);
  return { supporter, requester, id };
}

describe('a question to the requester', () => {
  it('reaches them without a name, and the answer reaches the supporter, who opens the request again', async () => {
    const { supporter, requester, id } = await makeClaimedRequest();
    const socket = await openSocket(supporter);
    await supporterActions(supporter).ask(id, '¿Quién más usa la cuenta?');
    const asked = await requesterActions(requester).one(id);
    expect(asked).toMatchObject({
      ...{ stage: 'claimed', supporterName: null, hasNews: true, hasQuestion: true },
      questions: [{ question: '¿Quién más usa la cuenta?', answer: null, answeredAt: null }],
    });
    expect(JSON.stringify(asked)).not.toContain(supporter.workName);
    const [mine] = await supporterActions(supporter).mine();
    expect(mine).toMatchObject({ waitsForRequesterUntil: mine.claimEndsAt, answeredAt: null });
    app.clock.move(1_000);
    await requesterActions(requester).answer(id, 'Dos personas.');
    await socket.until('news', (news) => news.subject === 'supportCase' && news.id === id);
    expect((await supporterActions(supporter).mine())[0]).toMatchObject({
      ...{ waitsForRequesterUntil: null, isOpened: false, answeredAt: expect.any(String) },
    });
    await expect(supporterActions(supporter).accept(id)).rejects.toMatchObject({
      ...{ code: 'CONFLICT', reason: 'support.openFirst' },
    });
    expect(await supporterActions(supporter).open(id)).toMatchObject({
      questions: [{ question: '¿Quién más usa la cuenta?', answer: 'Dos personas.' }],
      questionsLeft: 4,
    });
    await supporterActions(supporter).accept(id);
    expect(await requesterActions(requester).one(id)).toMatchObject({
      ...{ stage: 'accepted', hasQuestion: false, questions: [{ answer: 'Dos personas.' }] },
    });
    const exported = await app.get(DataExportService).read(requester.accountId);
    expect(JSON.stringify(exported)).toMatch(/Quién más usa la cuenta.*Dos personas/s);
  });

  it('a supporter asks only after opening the request and while no other question is open, and nobody else asks', async () => {
    const [supporter, other] = [await makeSupporter(app), await makeSupporter(app)];
    const requester = await member();
    const id = await askForSupport(requester);
    const actions = supporterActions(supporter);
    await actions.claim(id);
    const conflict = (reason: string) => ({ code: 'CONFLICT', reason: `support.${reason}` });
    await expect(actions.ask(id)).rejects.toMatchObject(conflict('openFirst'));
    await actions.open(id);
    for (const who of [other, requester])
      await expect(supporterActions(who).ask(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await actions.ask(id);
    await expect(actions.ask(id)).rejects.toMatchObject(conflict('questionOpen'));
    await requesterActions(requester).answer(id);
    for (let more = 0; more < 4; more++) {
      await actions.open(id);
      await actions.ask(id);
      await requesterActions(requester).answer(id);
      app.clock.move(1_000);
    }
    await actions.open(id);
    await expect(actions.ask(id)).rejects.toMatchObject(conflict('tooManyQuestions'));
    await actions.accept(id);
    await expect(actions.ask(id)).rejects.toMatchObject({ reason: 'support.answered' });
  });

  it('is answered once, and only by the requester', async () => {
    const { supporter, requester, id } = await makeClaimedRequest();
    const other = await member();
    const otherId = await askForSupport(other);
    await supporterActions(supporter).ask(id);
    const [{ id: questionId }] = (await requesterActions(requester).one(id)).questions;
    const answer = (who: Person, requestId = id) =>
      requesterActions(who).answer(requestId, 'Desde ayer.', questionId);
    await expect(answer(other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(answer(other, otherId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(answer(supporter)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await answer(requester);
    await expect(answer(requester)).rejects.toMatchObject({ reason: 'support.questionAnswered' });
  });

  it('cannot be answered after the request was accepted or withdrawn', async () => {
    const { supporter, requester, id } = await makeClaimedRequest();
    await supporterActions(supporter).ask(id);
    await supporterActions(supporter).accept(id);
    await expect(requesterActions(requester).answer(id)).rejects.toMatchObject({
      reason: 'support.answered',
    });
    await requesterActions(requester).withdraw(id);
    await expect(requesterActions(requester).answer(id)).rejects.toMatchObject({
      reason: 'support.ended',
    });
  });

  it('tells only the supporter who has the request that it was answered', async () => {
    const { supporter, requester, id } = await makeClaimedRequest();
    const other = await makeSupporter(app);
    const otherId = await askForSupport(requester);
    await supporterActions(supporter).ask(id);
    app.clock.move(1_000);
    await requesterActions(requester).answer(id);
    const { others } = await supporterActions(other).claimAndOpen(otherId);
    expect(others).toMatchObject([{ id, stage: 'claimed', answeredAt: null }]);
    expect((await supporterActions(supporter).mine())[0].answeredAt).not.toBeNull();
    for (const one of [id, otherId]) await requesterActions(requester).withdraw(one);
  });

  it('a linked duplicate is not reported to the supporter as an answer', async () => {
    const { supporter, requester, id } = await makeClaimedRequest();
    await supporterActions(supporter).ask(id);
    await requesterActions(requester).answer(id);
    await supporterActions(supporter).open(id);
    const otherId = await askForSupport(requester);
    const other = await makeSupporter(app);
    await supporterActions(other).claimAndOpen(otherId);
    const { number } = await requesterActions(requester).one(id);
    await supporterActions(other).linkDuplicate(otherId, number);
    expect(await supporterActions(supporter).mine()).toMatchObject([
      { id, isOpened: false, answeredAt: null },
    ]);
    await requesterActions(requester).withdraw(id);
  });

  it('the questions of all requests of a requester are read by one statement', async () => {
    const requester = await member();
    for (let n = 0; n < 3; n++) await askForSupport(requester);
    const statements = await recordStatements(() => requesterActions(requester).list());
    expect(statements.filter((text) => text.includes('case_question"'))).toHaveLength(1);
  });

  it('a guest answers a question, which counts as their news until then', async () => {
    await allowAskingWithoutAccount(app);
    const supporter = await makeSupporter(app);
    const guest = await askAsGuest(app, {});
    const { requestId } = guest;
    await supporterActions(supporter).claimAndOpen(requestId);
    await supporterActions(supporter).ask(requestId);
    await requesterActions(guest).see(requestId);
    expect(await requesterActions(guest).news()).toBe(1);
    await requesterActions(guest).answer(requestId, 'Somos tres.');
    expect(await requesterActions(guest).news()).toBe(0);
    const { questions } = await supporterActions(supporter).open(requestId);
    expect(questions).toMatchObject([{ answer: 'Somos tres.' }]);
  });

  it('the next supporter reads a question, and the requester can answer it after the claim ended', async () => {
    const { supporter, requester, id } = await makeClaimedRequest();
    const next = await makeSupporter(app);
    await supporterActions(supporter).ask(id);
    await supporterActions(supporter).release(id);
    expect(await requesterActions(requester).one(id)).toMatchObject({
      ...{ stage: 'waiting', hasQuestion: true, waitsForRequesterUntil: null },
    });
    app.clock.move(1_000);
    await supporterActions(next).claimAndOpen(id);
    await supporterActions(next).ask(id, '¿En qué país?');
    const [first, second] = (await requesterActions(requester).one(id)).questions;
    await requesterActions(requester).answer(id, 'Desde mayo.', first.id);
    // The second supporter still waits for the answer to their own question.
    expect((await requesterActions(requester).one(id)).waitsForRequesterUntil).not.toBeNull();
    await requesterActions(requester).answer(id, 'En Perú.', second.id);
    expect((await requesterActions(requester).one(id)).waitsForRequesterUntil).toBeNull();
    expect(await supporterActions(next).open(id)).toMatchObject({
      questions: [{ answer: 'Desde mayo.' }, { answer: 'En Perú.' }],
    });
  });

  it('returns a claimed request to the queue when its requester excludes anybody, and stays answerable', async () => {
    const { supporter, requester, id } = await makeClaimedRequest();
    const other = await makeSupporter(app);
    await supporterActions(supporter).ask(id);
    await requesterActions(requester).exclude(id, [other.supporterId]);
    expect(await requesterActions(requester).one(id)).toMatchObject({
      ...{ stage: 'waiting', hasQuestion: true, waitsForRequesterUntil: null },
    });
    await requesterActions(requester).answer(id);
  });

  it('the supporter of the other request reads the questions of a linked duplicate', async () => {
    const { supporter, requester, id } = await makeClaimedRequest();
    const otherId = await askForSupport(requester);
    await supporterActions(supporter).claimAndOpen(otherId);
    await supporterActions(supporter).ask(id, '¿Cuándo fue?');
    await supporterActions(supporter).ask(otherId);
    const { number } = await requesterActions(requester).one(otherId);
    await supporterActions(supporter).linkDuplicate(id, number);
    // The text has grown, so the promise of the other request runs again.
    expect(await requesterActions(requester).one(otherId)).toMatchObject({
      ...{ stage: 'claimed', waitsForRequesterUntil: null, hasQuestion: true },
    });
    expect((await requesterActions(requester).one(id)).hasQuestion).toBe(false);
    const { duplicates } = await supporterActions(supporter).open(otherId);
    expect(duplicates).toMatchObject([{ questions: [{ question: '¿Cuándo fue?', answer: null }] }]);
  });
});

describe('the promised answer while the requester is asked', () => {
  it('keeps the working time that was left, over a weekend and two holidays', async () => {
    at('2031-06-03T10:00');
    const { supporter, requester, id } = await makeClaimedRequest();
    const dueAt = async () => minuteOf((await (await asking(requester)).one(id)).dueAt);
    expect(await dueAt()).toBe('2031-06-06T10:00');
    // Thursday 16:00: two hours of this day and one of Friday are left.
    at('2031-06-05T16:00');
    await (await helping(supporter)).claimAndOpen(id);
    await (await helping(supporter)).ask(id);
    // Friday 17:00, with Monday and Tuesday free: an hour of Friday, and two of Wednesday.
    at('2031-06-06T17:00');
    await app.get(SupportJobs).notifyOverdue();
    const late = 'select 1 from support_request where id = $1 and overdue_told_at is not null';
    expect(await app.db.query(late, [id])).toEqual([]);
    await (await asking(requester)).answer(id);
    expect(await dueAt()).toBe('2031-06-11T11:00');
    // The supporter has a working day to come back.
    const [mine] = await (await helping(supporter)).mine();
    expect(minuteOf(mine.claimEndsAt)).toBe('2031-06-11T17:00');
  });

  it('the deadline runs again when nobody answers for seven days, and the request returns to the queue', async () => {
    at('2031-07-01T10:00');
    const { supporter, requester, id } = await makeClaimedRequest();
    await (await helping(supporter)).ask(id);
    at('2031-07-08T09:00');
    expect(await (await helping(supporter)).ids()).not.toContain(id);
    expect(await (await helping(supporter)).claim(id)).toBeDefined();
    at('2031-07-08T10:01');
    await app.get(SupportJobs).endClaims();
    expect(await (await asking(requester)).one(id)).toMatchObject({
      ...{ stage: 'waiting', hasQuestion: true, waitsForRequesterUntil: null },
    });
    // Three working days of nine hours were left.
    const { dueAt } = await (await asking(requester)).one(id);
    expect(minuteOf(dueAt)).toBe('2031-07-11T10:01');
    await app.db.query('delete from support_request where id = $1', [id]);
  });

  it('an urgent request is on hold for at most 24 hours by the clock, and its mails are sent at once', async () => {
    at('2031-08-01T20:00');
    const { supporter, requester, id } = await makeClaimedRequest({ danger: 'yes' });
    app.clock.move(30 * MINUTE);
    await (await helping(supporter)).claimAndOpen(id);
    const mailsTo = (who: Person) => sentMails(app).filter(({ to }) => to === who.email).length;
    await forgetNewsMails(app);
    const before = [mailsTo(requester), mailsTo(supporter)];
    await (await helping(supporter)).ask(id);
    app.clock.move(5 * HOUR);
    await app.get(SupportJobs).notifyOverdue();
    await (await asking(requester)).answer(id);
    await waitForJobs(app);
    expect([mailsTo(requester), mailsTo(supporter)]).toEqual(before.map((count) => count + 1));
    const one = await (await asking(requester)).one(id);
    const left = Date.parse(one.dueAt) - app.clock.now().getTime();
    expect(Math.abs(left - 90 * MINUTE)).toBeLessThan(MINUTE);
    await (await helping(supporter)).open(id);
    await (await helping(supporter)).ask(id);
    app.clock.move(DAY + MINUTE);
    await app.get(SupportJobs).endClaims();
    expect((await (await asking(requester)).one(id)).stage).toBe('waiting');
  });

  it('supporters are told again when an urgent request returns to the queue after the answer and is late', async () => {
    at('2031-08-11T20:00');
    const [supporter, requester] = [await makeSupporter(app), await member()];
    const id = await askForSupport(requester, { danger: 'yes' });
    app.clock.move(100 * MINUTE);
    await (await helping(supporter)).claimAndOpen(id);
    const announced = async () => {
      await app.get(SupportJobs).notifyOverdue();
      const sql = 'select overdue_told_at as at from support_request where id = $1';
      return (await app.db.query<{ at: Date | null }>(sql, [id]))[0]!.at;
    };
    const first = await announced();
    expect(first).not.toBeNull();
    await (await helping(supporter)).ask(id);
    app.clock.move(5 * HOUR);
    expect(await announced()).toEqual(first);
    await (await asking(requester)).answer(id);
    app.clock.move(31 * MINUTE);
    await app.get(SupportJobs).endClaims();
    expect((await (await asking(requester)).one(id)).stage).toBe('waiting');
    expect(+(await announced())!).toBeGreaterThan(+first!);
  });

  it('the deadline runs again when the supporter accepts without the answer', async () => {
    at('2031-09-02T10:00');
    const { supporter, requester, id } = await makeClaimedRequest();
    await (await helping(supporter)).ask(id);
    at('2031-09-03T10:00');
    await (await helping(supporter)).accept(id);
    const { dueAt, waitsForRequesterUntil } = await (await asking(requester)).one(id);
    expect([minuteOf(dueAt), waitsForRequesterUntil]).toEqual(['2031-09-08T10:00', null]);
  });

  it('ends with a booked call, in which both sides can ask', async () => {
    at('2031-11-03T10:00');
    const { supporter, requester, id } = await makeClaimedRequest();
    const helper = await signInAgain(supporter);
    await setHours(helper);
    await supporterActions(helper).ask(id);
    const [time] = await callActions(helper, id).times();
    await callActions(helper, id).book(time!);
    expect(await (await asking(requester)).one(id)).toMatchObject({
      ...{ stage: 'claimed', waitsForRequesterUntil: null, hasQuestion: true },
    });
    await expect(supporterActions(helper).ask(id)).rejects.toMatchObject({
      ...{ code: 'CONFLICT', reason: 'support.askInCall' },
    });
  });

  it('administrators count a request as late only while no question is open', async () => {
    at('2031-10-01T10:00');
    await app.db.query('delete from support_request');
    const administrator = await makePerson(app, 'ada', 'administrator');
    const { supporter, id } = await makeClaimedRequest();
    await (await helping(supporter)).ask(id);
    const overdue = async () =>
      (await apiAs(await signInAgain(administrator)).ask('{ supportPause { overdueCount } }'))
        .supportPause.overdueCount;
    at('2031-10-07T10:00');
    expect(await overdue()).toBe(0);
    await (await helping(supporter)).release(id);
    at('2031-10-20T10:00');
    expect(await overdue()).toBe(1);
  });
});
