import { DAY } from '#kernel/clock.js';
import { RetentionService } from '#retention/retention.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { dumpDatabase } from '../../support/app/database-dump.js';
import { removeMember } from '../../support/factories/removals.js';
import {
  matterDocument,
  APPEAL_NOTICE,
  DECIDE_APPEAL,
  MY_NOTICES,
  makeReportedProfile,
} from '../../support/factories/moderation-documents.js';
import {
  type Applicant,
  makeApplicant,
  reviewerActions,
  makeReviewers,
} from '../../support/factories/applicants-and-reviewers.js';
import {
  signInAgain,
  signInBrowser,
  type Person,
  makePerson,
} from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });
let people: [Person, Person, Person];
beforeAll(async () => {
  people = await makeReviewers(app);
});
afterEach(() => app.db.query('delete from earlier_removal'));

const run = (name: string) => app.get(RetentionService).run(name);
const kept = async () => (await app.db.query('select 1 from earlier_removal')).length;
const month = () => app.clock.now().toISOString().slice(0, 7);

/** Ben was removed for harassment, and his account is deleted. */
async function gone(): Promise<string> {
  const { ben, mo, ma, id } = await makeReportedProfile(app);
  await removeMember(mo, ma, id);
  await app.db.query('delete from account where id = $1', [ben.accountId]);
  return ben.email;
}
async function comesAgain(email: string): Promise<Applicant> {
  const who = await makeApplicant(app);
  const sql = 'update account set email = $2, email_confirmed_at = $3 where id = $1';
  await app.db.query(sql, [who.accountId, email, app.clock.now()]);
  return who;
}
async function told(who: Applicant) {
  for (const one of people) Object.assign(one, await signInBrowser(app, one.accountId));
  const id = await who.id();
  const { wasSeenBefore } = (await reviewerActions(people[2]).queue()).find((one) => one.id === id);
  await reviewerActions(people[2]).claim(id);
  const { earlierRemovals, earlierDecisions } = await reviewerActions(people[2]).open(id);
  await reviewerActions(people[2]).release(id);
  return { wasSeenBefore, earlierRemovals, earlierDecisions };
}
const nothing = { wasSeenBefore: false, earlierRemovals: [], earlierDecisions: [] };

it("reviewers of a removed member's new application see the reason class and the month; the applicant sees nothing", async () => {
  const email = await gone();
  expect((await dumpDatabase(app)).toLowerCase()).not.toContain(email.toLowerCase());
  const [back, stranger] = [await comesAgain(email), await comesAgain(`otra.${email}`)];
  expect(await told(back)).toEqual({
    ...{ wasSeenBefore: true, earlierDecisions: [] },
    earlierRemovals: [{ reason: 'harassment', month: month() }],
  });
  expect(await told(stranger)).toEqual(nothing);
  const own = ({ name, state, applyAgainFrom, rememberedUntil }: Record<string, unknown>) => ({
    ...{ name, state, applyAgainFrom, rememberedUntil },
  });
  expect(own(await back.own())).toEqual(own(await stranger.own()));
});

it('a removal is remembered for two years from the end of its month', async () => {
  const email = await gone();
  app.clock.move(729 * DAY);
  await run('earlierRemoval');
  expect(await kept()).toBeGreaterThan(0);
  app.clock.move(33 * DAY);
  await run('earlierRemoval');
  await run('earlierRemoval');
  expect(await kept()).toBe(0);
  expect(await told(await comesAgain(email))).toEqual(nothing);
  app.clock.move(-762 * DAY);
});

it('a removal is no longer remembered after a successful appeal', async () => {
  const { ben, mo, ma, id } = await makeReportedProfile(app);
  const third = await makePerson(app, 'me', 'moderator');
  await removeMember(mo, ma, id);
  const inside = await signInAgain(ben);
  const of = async () => (await apiAs(inside).ask(MY_NOTICES)).myNotices[0];
  const words = 'No fui yo.';
  await apiAs(inside).ask(APPEAL_NOTICE, { input: { noticeId: (await of()).id, words } });
  await apiAs(third).ask(matterDocument('claimMatter'), { id });
  const before = await kept();
  const appealId = (await of()).appeal.id;
  await apiAs(third).ask(DECIDE_APPEAL, { input: { appealId, outcome: 'lifted', words } });
  expect([before, await kept()]).toEqual([1, 0]);
});
