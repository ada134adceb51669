import { DAY } from '#kernel/clock.js';
import { RetentionService } from '#retention/retention.service.js';
import { type TestApp, startApp } from '../../support/app/app.js';
import { apiAs, send } from '../../support/app/client.js';
import { mailsTo } from '../../support/browser/sent-mails.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import {
  appealDecline,
  makeApplicant,
  DECLINING_REVIEW,
  declineApplicant,
  reviewerActions,
  makeReviewers,
} from '../../support/factories/applicants-and-reviewers.js';
import { signInBrowser, makePerson, type Person } from '../../support/factories/make-people.js';

const code = (work: Promise<unknown>) =>
  work.then(
    () => 'OK',
    (error: { code: string; reason?: string }) => `${error.code} ${error.reason}`,
  );

describe('an instance with too few reviewers', () => {
  let small: TestApp;
  let three: Person[];
  let admin: Person;
  const againIn = async () => {
    for (const one of [...three, admin])
      Object.assign(one, await signInBrowser(small, one.accountId));
  };
  const missing = async () =>
    (await apiAs(admin).ask('{ missingVetters }')).missingVetters as number;
  beforeAll(async () => {
    small = await startApp();
    three = await makeReviewers(small);
    admin = await makePerson(small, 'admin', 'administrator');
  });
  afterAll(() => small.stop());

  it('tells the applicant that the appeal must wait, keeps the file, and tells administrators which duty is missing', async () => {
    const who = await makeApplicant(small);
    const id = await who.id();
    await declineApplicant([three[0]!, three[1]!], id);
    expect(await who.own()).toMatchObject({ isHeardLater: true, appealUntil: expect.any(String) });
    expect(await missing()).toBe(0);
    const page = await (await send(who, '/es/join/status')).text();
    expect(page).toContain('Hoy no hay dos personas más que puedan oírla.');
    await waitForJobs(small);
    const mails = (await mailsTo(small, admin.email, 0)).length;

    await appealDecline(who, id);
    expect(await who.own()).toMatchObject({ isHeardLater: true, answerDueAt: null });
    expect(await missing()).toBe(1);
    await mailsTo(small, admin.email, mails + 1);
    await reviewerActions(three[2]!).read(id);
    expect(await code(reviewerActions(three[2]!).decide(id))).toBe(
      'CONFLICT decision.reviewsDoNotAgree',
    );

    small.clock.move(60 * DAY);
    await small.get(RetentionService).run('applicationFile');
    const fourth = await makePerson(small, 'mo4', 'moderator');
    await againIn();
    expect(await missing()).toBe(0);
    await reviewerActions(fourth).read(id);
    await reviewerActions(three[2]!).change(id);
    expect(await code(reviewerActions(fourth).decide(id))).toBe('OK');
    small.clock.move(-60 * DAY);
  });

  it('reports a missing third reviewer when two disagree', async () => {
    await againIn();
    const id = await (await makeApplicant(small)).id();
    const declare = 'mutation ($id: ID!) { declareConflict(id: $id) }';
    expect(await missing()).toBe(0);
    const four = [...three, await makePerson(small, 'mo5', 'moderator')];
    const out = await small.db.query<{ account_id: string }>(
      `select account_id from duty where name = 'vet' and account_id <> all($1)`,
      [[three[0]!.accountId, three[1]!.accountId]],
    );
    for (const { account_id: accountId } of out) {
      const one = four.find((person) => person.accountId === accountId);
      const cookie = (await signInBrowser(small, accountId)).cookie;
      await apiAs({ app: small, cookie: one?.cookie ?? cookie }).ask(declare, { id });
    }
    expect(await missing()).toBe(0);
    await reviewerActions(three[0]!).read(id);
    await reviewerActions(three[1]!).read(id, DECLINING_REVIEW);
    expect(await missing()).toBe(1);
    for (const kind of ['member', 'auditor'] as const) {
      const asker = await makePerson(small, kind, kind);
      expect(await apiAs(asker).code('{ missingVetters }')).toBe('FORBIDDEN');
    }
  });
});
