import { useApp } from '../../support/app/app.js';
import { apiAs, sendForm } from '../../support/app/client.js';
import { sentMails } from '../../support/browser/sent-mails.js';
import { CookieJar, setTestPassword } from '../../support/app/test-password.js';
import { removeMember, standingOfPerson } from '../../support/factories/removals.js';
import { makeReportedProfile } from '../../support/factories/moderation-documents.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { signInAgain } from '../../support/factories/make-people.js';

/** Removes locked and suspended members. Only unlocking opens a locked account. */
const app = useApp();
afterEach(async () => {
  await app.db.query('delete from account');
});

const ME = '{ me { standing } }';
const NOTICES = '{ myNotices { kind } }';

/**
 * Removes Ben while he is suspended or locked. Returns which ways of signing in still work: password, session, reset
 * mail.
 */
async function removedFrom(standing: 'suspended' | 'locked') {
  const { ben, mo, ma, id } = await makeReportedProfile(app);
  await setTestPassword(app, ben);
  const until = standing === 'suspended' ? app.clock.in(60_000) : null;
  const put = 'update account set standing = $2, suspended_until = $3 where id = $1';
  await app.db.query(put, [ben.accountId, standing, until]);
  await removeMember(mo, ma, id);
  await waitForJobs(app);
  expect(await standingOfPerson(ben)).toBe('former');
  await sendForm({ app }, '/es/forgot', { email: ben.email });
  await waitForJobs(app);
  const inside = await signInAgain(ben);
  const mails = sentMails(app).filter(({ to }) => to === ben.email);
  return {
    password: (await new CookieJar(app).signIn(ben.email)).status,
    session: await apiAs(inside).code(ME),
    told: await apiAs(inside).code(NOTICES),
    mails: mails.filter(({ path }) => path.includes('/reset')).length,
  };
}

it('a suspended member who is removed can sign in and read the notice', async () => {
  expect(await removedFrom('suspended')).toEqual({
    ...{ password: 200, session: 'OK', told: 'OK', mails: 1 },
  });
});

it('a locked member who is removed cannot sign in by any way', async () => {
  expect(await removedFrom('locked')).toEqual({
    ...{ password: 401, session: 'UNAUTHENTICATED', told: 'UNAUTHENTICATED', mails: 0 },
  });
});
