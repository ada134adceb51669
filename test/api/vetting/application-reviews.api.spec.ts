import { AlliancesService } from '#members/relationships/alliances.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';
import {
  makeApplicant,
  DECLINING_REVIEW,
  reviewerActions,
  makeReviewers,
} from '../../support/factories/applicants-and-reviewers.js';
import { signInBrowser, makePerson, type Person } from '../../support/factories/make-people.js';

const app = useApp();
let mo1: Person;
let mo2: Person;
let mo3: Person;
let mo4: Person;
beforeAll(async () => {
  [mo1, mo2, mo3] = await makeReviewers(app);
  mo4 = await makePerson(app, 'mo4', 'moderator');
});
beforeEach(signInAgain);
afterEach(closeAllSockets);

const MINUTE = 60_000;
const NO_ID = '00000000-0000-4000-8000-000000000000';
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'OK',
    (error: { code: string; reason?: string }) =>
      error.reason ? `${error.code} ${error.reason}` : error.code,
  );
/** The tests move the clock, and sessions of moderators expire after half an hour. */
async function signInAgain() {
  for (const who of [mo1, mo2, mo3, mo4])
    Object.assign(who, await signInBrowser(app, who.accountId));
}
const newId = async (name = 'Colibrí') => (await makeApplicant(app, { name })).id();

it('an application file opens only for a reviewer with a claim, and each access is audited with the duty', async () => {
  const colibri = await makeApplicant(app, { name: 'Colibrí' });
  const id = await colibri.id();
  expect(await code(reviewerActions(mo1).open(id))).toBe('NOT_FOUND');
  expect(await code(reviewerActions(mo1).open(NO_ID))).toBe('NOT_FOUND');
  await reviewerActions(mo1).claim(id);
  await reviewerActions(mo1).open(id);
  await reviewerActions(mo1).open(id);
  const acts = await app.db.query(
    `select action, duty, reason, about_id from audit_entry where subject_id = $1 and action = 'readFile'`,
    [id],
  );
  const act = { action: 'readFile', duty: 'vet', reason: 'review', about_id: colibri.accountId };
  expect(acts).toEqual([act, act]);
});

it('opening an application is audited as review, second view or third view', async () => {
  const id = await newId();
  const openedBy = async (who: Person) => {
    await reviewerActions(who).claim(id);
    await reviewerActions(who).open(id);
    const [row] = await app.db.query<{ reason: string }>(
      `select reason from audit_entry where subject_id = $1 and action = 'readFile' order by seq desc limit 1`,
      [id],
    );
    return row!.reason;
  };
  expect(await openedBy(mo1)).toBe('review');
  await reviewerActions(mo1).review(id);
  expect(await openedBy(mo2)).toBe('secondView');
  await reviewerActions(mo2).review(id, DECLINING_REVIEW);
  expect(await openedBy(mo3)).toBe('thirdView');
  expect([await openedBy(mo1), await openedBy(mo2)]).toEqual(['review', 'secondView']);
});

it('a claim is shown live to other reviewers; two reviewers can claim for half an hour', async () => {
  const id = await newId();
  const ear = await openSocket(mo2);
  await reviewerActions(mo1).claim(id);
  await ear.until('news', (news) => news.subject === 'application' && news.id === id);
  const seen = async (who: Person) =>
    (await reviewerActions(who).queue()).find((item) => item.id === id);
  expect(await seen(mo2)).toMatchObject({ otherReaders: 1, claimEndsAt: null });
  expect(await seen(mo1)).toMatchObject({ otherReaders: 0, claimEndsAt: expect.any(String) });
  await reviewerActions(mo2).claim(id);
  expect(await code(reviewerActions(mo3).claim(id))).toBe('CONFLICT application.seatsTaken');

  app.clock.move(29 * MINUTE);
  await reviewerActions(mo1).claim(id);
  app.clock.move(2 * MINUTE);
  await signInAgain();
  expect(await code(reviewerActions(mo2).open(id))).toBe('NOT_FOUND');
  expect(await code(reviewerActions(mo1).open(id))).toBe('OK');
  await reviewerActions(mo3).claim(id);
  await reviewerActions(mo1).release(id);
  expect(await code(reviewerActions(mo1).open(id))).toBe('NOT_FOUND');
  expect(await code(reviewerActions(mo2).claim(id))).toBe('OK');
});

it('only one of three concurrent claims takes the last place for a reviewer', async () => {
  const id = await newId();
  await reviewerActions(mo1).claim(id);
  const answers = await Promise.all(
    [mo2, mo3, mo4].map((who) => code(reviewerActions(who).claim(id))),
  );
  expect(answers.toSorted()).toEqual([
    'CONFLICT application.seatsTaken',
    'CONFLICT application.seatsTaken',
    'OK',
  ]);
});

it('a second reviewer sees the first review only after writing their own', async () => {
  const id = await newId();
  await reviewerActions(mo1).read(id, { reason: 'Canario de la primera.' });
  await reviewerActions(mo2).claim(id);
  const before = await (await reviewerActions(mo2).openRaw(id)).text();
  expect(before).not.toContain('Canario');
  expect(before).not.toContain('accept');
  await reviewerActions(mo2).review(id, DECLINING_REVIEW);
  const { otherReviews, agreedOutcome } = await reviewerActions(mo2).open(id);
  expect(otherReviews).toMatchObject([{ review: { reason: 'Canario de la primera.' } }]);
  expect(agreedOutcome).toBeNull();
  expect(await code(reviewerActions(mo2).decide(id))).toBe('CONFLICT decision.reviewsDoNotAgree');

  await reviewerActions(mo3).read(id);
  expect(await reviewerActions(mo3).open(id)).toMatchObject({ agreedOutcome: 'accept' });
  expect(await code(reviewerActions(mo4).claim(id))).toBe('CONFLICT application.seatsTaken');
  expect(await code(reviewerActions(mo3).decide(id))).toBe('OK');
});

it('a reviewer writes one review, from any session, and two reviews are needed for a decision', async () => {
  const id = await newId();
  await reviewerActions(mo1).read(id);
  const again = { ...mo1, ...(await signInBrowser(app, mo1.accountId)) };
  expect(await code(reviewerActions(again).review(id))).toBe('CONFLICT review.written');
  expect(await code(reviewerActions(again).decide(id))).toBe('CONFLICT decision.reviewsDoNotAgree');
  await reviewerActions(mo2).claim(id);
  const { readAs } = await reviewerActions(mo2).open(id);
  expect(await code(reviewerActions(mo2).decide(id))).toBe('FORBIDDEN policy.refused');
  await reviewerActions(mo2).review(id);
  expect(await code(reviewerActions(mo2).decide(id, { readAs: 'f'.repeat(64) }))).toBe(
    'CONFLICT application.changed',
  );
  expect(await code(reviewerActions(mo2).decide(id, { readAs }))).toBe('OK');
});

it('a review without the item on conflicts of interest, and a decline without a reason class, are rejected', async () => {
  const id = await newId();
  await reviewerActions(mo1).claim(id);
  await expect(reviewerActions(mo1).review(id, { checks: ['identity'] })).rejects.toMatchObject({
    fields: { checks: 'conflictOfInterest' },
  });
  await expect(
    reviewerActions(mo1).review(id, { ...DECLINING_REVIEW, reasonClass: null }),
  ).rejects.toMatchObject({
    fields: { reasonClass: 'missing' },
  });
  await expect(
    reviewerActions(mo1).review(id, { reason: 'x'.repeat(10_000) }),
  ).rejects.toMatchObject({
    fields: { reason: 'tooLong' },
  });
});

it('exactly one of two concurrent decisions succeeds', async () => {
  for (let round = 0; round < 5; round++) {
    const id = await newId(`Carrera ${round}`);
    for (const who of [mo1, mo2]) await reviewerActions(who).read(id);
    const { readAs } = await reviewerActions(mo1).open(id);
    const answers = await Promise.all(
      [mo1, mo2].map((who) => code(reviewerActions(who).decide(id, { readAs }))),
    );
    expect(answers.filter((one) => one === 'OK')).toHaveLength(1);
    expect(answers.filter((one) => /^(CONFLICT|NOT_FOUND)/.test(one))).toHaveLength(1);
    expect(
      await app.db.query('select 1 from decision where application_id = $1', [id]),
    ).toHaveLength(1);
  }
});

it('a review expires after fourteen days unless its author confirms it', async () => {
  const id = await newId();
  await reviewerActions(mo1).read(id);
  app.clock.move(15 * 24 * 60 * MINUTE);
  await signInAgain();
  await reviewerActions(mo2).read(id);
  expect(await code(reviewerActions(mo2).decide(id))).toBe('CONFLICT decision.reviewsDoNotAgree');
  await reviewerActions(mo1).change(id);
  expect(await code(reviewerActions(mo2).decide(id))).toBe('OK');
  app.clock.move(-15 * 24 * 60 * MINUTE);
});

it('an application file closes on the decision, and for a reviewer with a later conflict of interest', async () => {
  const nayra = await makeApplicant(app, { name: 'Nayra' });
  const id = await nayra.id();
  for (const who of [mo1, mo2]) await reviewerActions(who).read(id);
  await app.db.write(() => app.get(AlliancesService).start(mo1.accountId, nayra.accountId));
  expect(await code(reviewerActions(mo1).open(id))).toBe('NOT_FOUND');
  expect(await code(reviewerActions(mo1).claim(id))).toBe('NOT_FOUND');
  expect((await reviewerActions(mo1).queue()).map((item) => item.id)).not.toContain(id);
  expect(await code(reviewerActions(mo2).decide(id))).toBe('CONFLICT decision.reviewsDoNotAgree');
  await reviewerActions(mo3).read(id);
  expect(await code(reviewerActions(mo3).decide(id))).toBe('OK');
  for (const who of [mo1, mo2, mo3]) {
    const hidden = await (await reviewerActions(who).openRaw(id)).text();
    const absent = await (await reviewerActions(who).openRaw(NO_ID)).text();
    expect(hidden).toBe(absent);
    expect((await reviewerActions(who).queue()).map((item) => item.id)).not.toContain(id);
  }
});

it('applications can be reviewed only by accounts with the vet duty', async () => {
  const id = await newId();
  const su = await makePerson(app, 'su', 'supporter');
  const ad = await makePerson(app, 'ad', 'administrator');
  expect(await code(reviewerActions(su).queue())).toBe('FORBIDDEN door.notForYou');
  expect(await code(reviewerActions(ad).queue())).toBe('FORBIDDEN door.notForYou');
  expect(await code(reviewerActions(su).claim(id))).toBe('NOT_FOUND');
  expect(await code(reviewerActions({ app }).claim(id))).toBe('UNAUTHENTICATED');
  expect(await apiAs(su).code('{ applicationsWaiting }')).toBe('FORBIDDEN');
  expect((await apiAs(mo4).ask('{ applicationsWaiting }')).applicationsWaiting).toBeGreaterThan(0);
});
