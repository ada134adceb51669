import { DAY, SECOND } from '#kernel/clock.js';
import { ModerationJobs } from '#moderation/moderation.jobs.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { extendSessions } from '../../support/factories/introductions.js';
import { factories } from '../../support/factories/factories.js';
import { sentMails } from '../../support/browser/sent-mails.js';
import {
  matterDocument,
  APPEAL_NOTICE,
  sanctionReason,
  OPEN_MATTER,
  DECIDE_APPEAL,
  MY_NOTICES,
  MATTER_QUEUE_QUERY,
  makeReportedProfile,
  claimAndSuspend,
  WARN_REPORTED,
} from '../../support/factories/moderation-documents.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { signInBrowser, type Person, makePerson } from '../../support/factories/make-people.js';

const app = useApp();
afterEach(() => app.db.query('delete from account'));

const appeal = (noticeId: string, words = 'No fui yo.') => ({ input: { noticeId, words } });
const noticesOf = async (one: Person) => (await apiAs(one).ask(MY_NOTICES)).myNotices;
const idsOf = async (one: Person) =>
  (await apiAs(one).ask(MATTER_QUEUE_QUERY)).matterQueue.map((matter: { id: string }) => matter.id);
const claim = (one: Person, id: string) => apiAs(one).code(matterDocument('claimMatter'), { id });
const close = (one: Person, id: string) => apiAs(one).ask(matterDocument('closeMatter'), { id });
const standingOf = async ({ accountId }: Person) =>
  (await app.db.query('select standing from account where id = $1', [accountId]))[0]!['standing'];
const again = async (one: Person): Promise<Person> => ({
  ...one,
  ...(await signInBrowser(app, one.accountId)),
});

/** Mo suspended Ben and closed the matter; Ben appealed. */
async function appealed() {
  const people = await makeReportedProfile(app);
  const { mo, id } = people;
  const noticeId = await claimAndSuspend(mo, id, 72);
  await close(mo, id);
  const ben = await again(people.ben);
  await apiAs(ben).ask(APPEAL_NOTICE, appeal(noticeId));
  const [{ appeal: made }] = await noticesOf(ben);
  return { ...people, ben, noticeId, appealId: made.id as string };
}
const hearing = (appealId: string, outcome: string) => ({
  input: { appealId, outcome, words: 'Lo miramos otra vez.' },
});

it('an appeal is decided by another moderator with access to the sanction; success undoes the sanction', async () => {
  const { ada, ben, mo, ma, id, appealId } = await appealed();
  expect(await idsOf(mo)).not.toContain(id);
  expect(await claim(mo, id)).toBe('NOT_FOUND');
  expect((await apiAs(ma).ask(MATTER_QUEUE_QUERY)).matterQueue).toMatchObject([
    { id, stage: 'appealed' },
  ]);
  for (const one of [ada, ben, mo, ma])
    expect(await apiAs(one).code(DECIDE_APPEAL, hearing(appealId, 'lifted'))).toMatch(
      /NOT_FOUND|FORBIDDEN/,
    );
  expect(await claim(ma, id)).toBe('OK');
  const { acts, reports, outcome } = (await apiAs(ma).ask(OPEN_MATTER, { id })).openMatter;
  expect(outcome).toBe('noBreach');
  expect(reports).toHaveLength(1);
  expect(acts).toMatchObject([{ kind: 'suspension', appeal: { words: 'No fui yo.' } }]);
  // While an appeal waits, no other act is possible in its matter.
  const warn = { input: { matterId: id, ...sanctionReason() } };
  expect(await apiAs(ma).code(WARN_REPORTED, warn)).toBe('FORBIDDEN');
  await apiAs(ma).ask(DECIDE_APPEAL, hearing(appealId, 'lifted'));
  expect(await apiAs(ma).code(DECIDE_APPEAL, hearing(appealId, 'upheld'))).toBe('NOT_FOUND');
  expect(await standingOf(ben)).toBe('member');
  expect(await idsOf(ma)).not.toContain(id);
  const notices = await noticesOf(await again(ben));
  expect(notices).toMatchObject([
    { kind: 'lifted', words: 'Lo miramos otra vez.', viewerCan: ['read'] },
    { kind: 'suspension', liftedAt: expect.any(String), appeal: { outcome: 'lifted' } },
  ]);
});

it('a rejected appeal changes nothing and cannot be repeated', async () => {
  const { ben, ma, id, appealId, noticeId } = await appealed();
  await claim(ma, id);
  await apiAs(ma).ask(DECIDE_APPEAL, hearing(appealId, 'upheld'));
  expect(await standingOf(ben)).toBe('suspended');
  await expect(apiAs(ben).ask(APPEAL_NOTICE, appeal(noticeId))).rejects.toMatchObject({
    code: 'FORBIDDEN',
    reason: 'sanction.appealedOnce',
  });
});

it('twenty concurrent appeals against one sanction create one appeal', async () => {
  const people = await makeReportedProfile(app);
  const noticeId = await claimAndSuspend(people.mo, people.id);
  const ben = await again(people.ben);
  const codes = await Promise.all(
    Array.from({ length: 20 }, () => apiAs(ben).code(APPEAL_NOTICE, appeal(noticeId))),
  );
  expect(codes.filter((code) => code === 'OK')).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set(['OK', 'FORBIDDEN']));
});

it('an appeal ends the assignment of the moderator who decided, and after the decision the matter is open', async () => {
  const people = await makeReportedProfile(app);
  const { mo, ma, id } = people;
  const noticeId = await claimAndSuspend(mo, id);
  const ben = await again(people.ben);
  await apiAs(ben).ask(APPEAL_NOTICE, appeal(noticeId));
  expect(await apiAs(mo).code(OPEN_MATTER, { id })).toBe('NOT_FOUND');
  await claim(ma, id);
  const [{ appeal: made }] = await noticesOf(ben);
  await apiAs(ma).ask(DECIDE_APPEAL, hearing(made.id, 'upheld'));
  // The matter was never closed, so it continues, and the first moderator may claim it again.
  expect(await apiAs(ma).ask(matterDocument('claimMatter'), { id })).toMatchObject({
    claimMatter: { stage: 'inHand' },
  });
  await apiAs(ma).ask(matterDocument('releaseMatter'), { id });
  expect(await claim(mo, id)).toBe('OK');
});

it('an appeal is possible for twenty days after the notice, also after a delayed notice', async () => {
  const { ben, mo, id } = await makeReportedProfile(app);
  await claim(mo, id);
  const words = sanctionReason({ delayDays: 7, delayReason: 'dangerToSomebody' });
  const { warnReported } = await apiAs(mo).ask(WARN_REPORTED, {
    input: { matterId: id, ...words },
  });
  await extendSessions(ben, mo);
  expect(await apiAs(ben).code(APPEAL_NOTICE, appeal(warnReported.id))).toBe('NOT_FOUND');
  app.clock.move(7 * DAY + 20 * DAY - 60 * SECOND);
  expect((await noticesOf(ben))[0].viewerCan).toContain('appeal');
  await extendSessions(ben);
  app.clock.move(120 * SECOND);
  await expect(apiAs(ben).ask(APPEAL_NOTICE, appeal(warnReported.id))).rejects.toMatchObject({
    code: 'FORBIDDEN',
    reason: 'sanction.appealTooLate',
  });
  app.clock.move(-27 * DAY);
});

it('an appeal without a possible moderator waits: administrators learn of the missing duty, the appellant does not', async () => {
  const administrator = await makePerson(app, 'adm', 'administrator');
  const people = await makeReportedProfile(app);
  const { ada, mo, ma, id } = people;
  await factories.group(app, { steward: ada, members: [ma] });
  const noticeId = await claimAndSuspend(mo, id);
  const ben = await again(people.ben);
  await apiAs(ben).ask(APPEAL_NOTICE, appeal(noticeId));
  await waitForJobs(app);
  const told = await noticesOf(ben);
  expect(told[0].appeal).toMatchObject({ outcome: null });
  expect(sentMails(app).filter(({ to }) => to === administrator.email)).toHaveLength(1);
  const MISSING = '{ appealsWithoutModerator }';
  expect(await apiAs(administrator).ask(MISSING)).toEqual({ appealsWithoutModerator: 1 });
  expect(await apiAs(mo).code(MISSING)).toBe('FORBIDDEN');
  await makePerson(app, 'me', 'moderator');
  expect(await noticesOf(ben)).toEqual(told);
  // Telling the appellant that the appeal waits would reveal a moderator's tie to the reporter.
  const WAITS = '{ myNotices { appeal { waitsForSomebody } } }';
  expect(await apiAs(ben).code(WAITS)).toBe('INVALID');
  expect(await apiAs(administrator).ask(MISSING)).toEqual({ appealsWithoutModerator: 0 });
});

it('a successful appeal does not unlock an account that was locked after the sanction', async () => {
  const { ben, ma, id, appealId } = await appealed();
  await app.db.query(`update account set standing = 'locked' where id = $1`, [ben.accountId]);
  await claim(ma, id);
  await apiAs(ma).ask(DECIDE_APPEAL, hearing(appealId, 'lifted'));
  expect(await standingOf(ben)).toBe('locked');
});

it('an appeal against a suspension that has already ended is still decided', async () => {
  const { ben, ma, id, appealId } = await appealed();
  await extendSessions(ben, ma);
  app.clock.move(4 * DAY);
  await app.get(ModerationJobs).endSuspensions();
  expect(await standingOf(ben)).toBe('member');
  await claim(ma, id);
  await apiAs(ma).ask(DECIDE_APPEAL, hearing(appealId, 'lifted'));
  expect(await standingOf(ben)).toBe('member');
  app.clock.move(-4 * DAY);
});
