import { DAY } from '#kernel/clock.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { RetentionService } from '#retention/retention.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, send } from '../../support/app/client.js';
import { mailsTo } from '../../support/browser/sent-mails.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import {
  appealDecline,
  type Applicant,
  makeApplicant,
  DECLINING_DECISION,
  DECLINING_REVIEW,
  declineApplicant,
  reviewerActions,
  makeReviewers,
} from '../../support/factories/applicants-and-reviewers.js';
import { askForSupport, makeSupporter } from '../../support/factories/support-requests.js';
import { signInBrowser, makePerson, type Person } from '../../support/factories/make-people.js';

const app = useApp();
let people: Person[];
let [mo1, mo2, mo3, mo4, mo5] = [] as Person[];
beforeAll(async () => {
  people = await makeReviewers(app);
  for (const name of ['mo4', 'mo5']) people.push(await makePerson(app, name, 'moderator'));
});
beforeEach(signInAgain);

/** The tests move the clock, and sessions of moderators expire after half an hour. */
async function signInAgain() {
  for (const who of people) Object.assign(who, await signInBrowser(app, who.accountId));
  [mo1, mo2, mo3, mo4, mo5] = people;
}
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'OK',
    (error: { code: string; reason?: string }) =>
      error.reason ? `${error.code} ${error.reason}` : error.code,
  );
const WITHDRAW = 'mutation ($id: ID!) { withdrawApplication(id: $id) { stage } }';

/** An applicant whom mo1 and mo2 declined on the first day. */
async function turnedDown(): Promise<{ who: Applicant; id: string }> {
  const who = await makeApplicant(app);
  const id = await who.id();
  await declineApplicant([mo1!, mo2!], id);
  return { who, id };
}
const standingOf = async ({ accountId }: Applicant) =>
  (await app.db.query('select standing from account where id = $1', [accountId]))[0]?.['standing'];

it('an appeal is decided by two reviewers who did not take the first decision, and the first decision stays on record', async () => {
  const { who, id } = await turnedDown();
  expect(await who.own()).toMatchObject({
    ...{ stage: 'declined', isAppeal: false, isHeardLater: false },
    ...{ appealUntil: expect.any(String), viewerCan: expect.arrayContaining(['appeal']) },
  });
  await appealDecline(who, id, 'Hay un boletín publicado que no se vio.');
  expect(await who.own()).toMatchObject({
    ...{ stage: 'appealed', isAppeal: true, appeal: 'Hay un boletín publicado que no se vio.' },
    ...{ appealUntil: null, reviewsWritten: 0, answerDueAt: expect.any(String) },
    decision: { round: 1, outcome: 'decline' },
  });
  expect(await reviewerActions(mo3!).queue()).toContainEqual(
    expect.objectContaining({ id, isAppeal: true, reviewsWritten: 0 }),
  );
  expect(await app.get(DataExportService).read(who.accountId)).toMatchObject({
    applications: [{ appeal: 'Hay un boletín publicado que no se vio.' }],
  });
  await reviewerActions(mo3!).claim(id);
  const file = await reviewerActions(mo3!).open(id);
  const [opened] = await app.db.query(
    `select reason from audit_entry where subject_id = $1 and action = 'readFile' order by seq desc limit 1`,
    [id],
  );
  expect(opened).toEqual({ reason: 'appeal' });
  expect(file.appeal).toEqual({
    words: 'Hay un boletín publicado que no se vio.',
    decision: { reasonClass: 'purpose', words: 'Aquí no cabe.' },
  });
  expect(file).toMatchObject({ otherReviews: [], ownReview: null });
  await reviewerActions(mo3!).review(id);
  await reviewerActions(mo4!).read(id);
  // Reviewers of an appeal read the reviews of this round and none of the first round.
  expect((await reviewerActions(mo4!).open(id)).otherReviews).toHaveLength(1);
  await reviewerActions(mo4!).decide(id);
  expect(await standingOf(who)).toBe('member');
  const decisions = await app.db.query(
    'select round, outcome from decision where application_id = $1 order by round',
    [id],
  );
  expect(decisions).toEqual([
    { round: 1, outcome: 'decline' },
    { round: 2, outcome: 'accept' },
  ]);
});

it('an appealed application is NOT_FOUND for reviewers of the first round', async () => {
  const { who, id } = await turnedDown();
  const readAs = 'f'.repeat(64);
  await appealDecline(who, id);
  const absent = await (await reviewerActions(mo1!).openRaw(crypto.randomUUID())).text();
  for (const out of [mo1!, mo2!]) {
    expect((await reviewerActions(out).queue()).map((item) => item.id)).not.toContain(id);
    expect(await (await reviewerActions(out).openRaw(id)).text()).toBe(absent);
    for (const work of [
      reviewerActions(out).claim(id),
      reviewerActions(out).review(id),
      reviewerActions(out).question(id, '¿Y?'),
      reviewerActions(out).decide(id, { readAs }),
    ]) {
      expect(await code(work)).toBe('NOT_FOUND');
    }
  }
  // The only remaining reviewer cannot decide alone, and not with a reviewer of the first round either.
  await reviewerActions(mo3!).read(id);
  expect(await code(reviewerActions(mo3!).decide(id))).toBe('CONFLICT decision.reviewsDoNotAgree');
  expect(await code(reviewerActions(mo1!).decide(id, { readAs }))).toBe('NOT_FOUND');
  await reviewerActions(mo4!).read(id);
  expect(await code(reviewerActions(mo4!).decide(id))).toBe('OK');
});

it('a declined appeal is final and cannot be repeated', async () => {
  const { who, id } = await turnedDown();
  await makeSupporter(app);
  const requestId = await askForSupport(who);
  await appealDecline(who, id);
  expect(await code(appealDecline(who, id))).toBe('FORBIDDEN appeal.once');
  const inAppeal = await (await send(who, '/es/join/status')).text();
  await reviewerActions(mo3!).read(id, DECLINING_REVIEW);
  await reviewerActions(mo5!).read(id, DECLINING_REVIEW);
  await reviewerActions(mo5!).decide(id, DECLINING_DECISION);
  expect(await who.own()).toMatchObject({
    ...{ stage: 'declined', isAppeal: true, appealUntil: null, decision: { round: 2 } },
    viewerCan: expect.not.arrayContaining(['appeal']),
  });
  expect(await code(appealDecline(who, id))).toBe('FORBIDDEN appeal.once');
  const page = await (await send(who, '/es/join/status')).text();
  expect(page).toContain('Esta decisión es la última.');
  expect(page).not.toContain('name="appeal"');
  // A declined applicant reads how to keep an open request for support.
  const phrase = `/app/support/${requestId}/phrase`;
  expect([inAppeal, page].map((one) => one.includes(phrase))).toEqual([false, true]);
});

it('a disagreement on an appeal needs a third reviewer who is new to the application', async () => {
  const { who, id } = await turnedDown();
  await appealDecline(who, id);
  await reviewerActions(mo3!).read(id);
  await reviewerActions(mo4!).read(id, DECLINING_REVIEW);
  expect(await code(reviewerActions(mo4!).decide(id))).toBe('CONFLICT decision.reviewsDoNotAgree');
  expect(await code(reviewerActions(mo2!).claim(id))).toBe('NOT_FOUND');
  await reviewerActions(mo5!).read(id);
  await reviewerActions(mo5!).decide(id);
  expect(await standingOf(who)).toBe('member');
});

it('an appeal is refused before a decline, after acceptance, for other accounts, and with an empty or overlong text', async () => {
  const other = await makeApplicant(app);
  const open = await other.id();
  expect(await code(appealDecline(other, open))).toBe('FORBIDDEN appeal.notDeclined');
  const { who, id } = await turnedDown();
  for (const stranger of [other, mo3!, await makePerson(app, 'ana', 'member')]) {
    expect(await code(appealDecline(stranger, id))).toBe('NOT_FOUND');
  }
  expect(await code(appealDecline({ app }, id))).toBe('UNAUTHENTICATED');
  await expect(appealDecline(who, id, ' \n ')).rejects.toMatchObject({
    fields: { words: 'blank' },
  });
  await expect(appealDecline(who, id, 'x'.repeat(10_000))).rejects.toMatchObject({
    fields: { words: 'tooLong' },
  });
  expect(await who.own()).toMatchObject({ stage: 'declined', appeal: null });
  expect(await code(appealDecline(who, id))).toBe('OK');
});

it('an appeal is possible for exactly ten days after the decline', async () => {
  const { who, id } = await turnedDown();
  const { who: late, id: lateId } = await turnedDown();
  app.clock.move(10 * DAY - 60_000);
  expect(await code(appealDecline(who, id))).toBe('OK');
  app.clock.move(60_000);
  expect(await code(appealDecline(late, lateId))).toBe('FORBIDDEN appeal.tooLate');
  expect(await late.own()).toMatchObject({ stage: 'declined', appealUntil: null });
  app.clock.move(-10 * DAY);
});

it('an appealed application keeps its file until the decision and fourteen days longer', async () => {
  const { who, id } = await turnedDown();
  await appealDecline(who, id, 'Un canario que se guarda.');
  const destroyed = async (days: number) => {
    app.clock.move(days * DAY);
    await app.get(RetentionService).run('applicationFile');
    await signInAgain();
    const [row] = await app.db.query(
      'select answers is null and appeal is null as gone from application where id = $1',
      [id],
    );
    return row?.['gone'] as boolean;
  };
  expect(await destroyed(40)).toBe(false);
  await reviewerActions(mo3!).read(id, DECLINING_REVIEW);
  await reviewerActions(mo4!).read(id, DECLINING_REVIEW);
  await reviewerActions(mo4!).decide(id, DECLINING_DECISION);
  expect(await destroyed(13)).toBe(false);
  expect(await destroyed(1)).toBe(true);
  app.clock.move(-54 * DAY);
});

it('reviewers of an appeal can ask the applicant, and must confirm their reviews after the answer', async () => {
  const { who, id } = await turnedDown();
  await appealDecline(who, id);
  await reviewerActions(mo3!).read(id);
  await reviewerActions(mo4!).claim(id);
  await reviewerActions(mo4!).question(id, '¿Dónde está el boletín?');
  expect(await who.own()).toMatchObject({ stage: 'asked', isAppeal: true });
  const input = { applicationId: id, answer: 'En la biblioteca.' };
  await apiAs(who).ask(
    `mutation ($input: AnswerQuestionInput!) { answerApplicationQuestion(input: $input) { id } }`,
    { input },
  );
  expect(await who.own()).toMatchObject({ stage: 'appealed' });
  await reviewerActions(mo4!).review(id);
  expect(await code(reviewerActions(mo4!).decide(id))).toBe('CONFLICT decision.reviewsDoNotAgree');
  await reviewerActions(mo3!).change(id);
  expect(await code(reviewerActions(mo3!).decide(id))).toBe('OK');
});

it('a withdrawn appeal leaves the decline, deletes the file and cannot be repeated', async () => {
  const { who, id } = await turnedDown();
  await appealDecline(who, id);
  const page = await (await send(who, '/es/join/status/leave')).text();
  expect(page).toContain('Retirar la apelación');
  await apiAs(who).ask(WITHDRAW, { id });
  expect(await who.own()).toMatchObject({ stage: 'declined', answers: null, appeal: null });
  expect(await code(appealDecline(who, id))).toBe('FORBIDDEN appeal.once');
  expect(await apiAs(who).code(WITHDRAW, { id })).toBe('FORBIDDEN');
  expect((await reviewerActions(mo3!).queue()).map((item) => item.id)).not.toContain(id);
});

it('concurrent appeals of one applicant create one appeal', async () => {
  const { who, id } = await turnedDown();
  const answers = await Promise.all(
    [1, 2, 3].map((n) => code(appealDecline(who, id, `Número ${n}.`))),
  );
  expect(answers.filter((one) => one === 'OK')).toHaveLength(1);
  expect(answers.filter((one) => one === 'FORBIDDEN appeal.once')).toHaveLength(2);
});

it('an appeal notifies the possible reviewers, and not the reviewers of the first round', async () => {
  const { who, id } = await turnedDown();
  await waitForJobs(app);
  const before = (await mailsTo(app, mo1!.email, 0)).length;
  await appealDecline(who, id);
  await waitForJobs(app);
  await mailsTo(app, mo5!.email);
  expect(await mailsTo(app, mo1!.email, 0)).toHaveLength(before);
});
