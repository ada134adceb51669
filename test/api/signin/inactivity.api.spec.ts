import { DAY } from '#kernel/clock.js';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import { StandingJobs } from '#signin/accounts/standing.jobs.js';
import { useApp } from '../../support/app/app.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { apiAs, sendForm, send } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import { mailsTo, sentMails } from '../../support/browser/sent-mails.js';
import { TEST_PASSWORD, setTestPassword } from '../../support/app/test-password.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { makeReviewers } from '../../support/factories/applicants-and-reviewers.js';
import { signInAgain, makePerson, type Person } from '../../support/factories/make-people.js';

const app = useApp();

const time = () => app.get(StandingJobs);
const accountOf = async ({ accountId }: Person) =>
  (await app.db.query('select * from account where id = $1', [accountId]))[0] as Record<
    string,
    unknown
  >;
const monthsAgo = (who: Person, months: number) =>
  app.db.query(
    `update account set active_month = (date_trunc('month', $2::timestamptz at time zone 'UTC') - make_interval(months => $3))::date
     where id = $1`,
    [who.accountId, app.clock.now(), months],
  );
const newsTo = ({ email }: Person) => sentMails(app).filter(({ to }) => to === email).length;
const signIn = (email: string, password: string) =>
  send({ app, cookie: '' }, '/auth/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ email, password }),
  });

/** A member who was warned of inactivity and did not sign in during the following month. */
async function lapsed(name: string, kind: 'member' | 'moderator' = 'member') {
  const who = await makePerson(app, name, kind);
  await setTestPassword(app, who);
  await monthsAgo(who, 13);
  await time().endWhatIsIdle();
  app.clock.move(31 * DAY);
  await time().endWhatIsIdle();
  return who;
}

it('the end of probation notifies the member once', async () => {
  const [inf, ada] = [
    await makePerson(app, 'inf', 'probation'),
    await makePerson(app, 'ada', 'member'),
  ];
  await time().tellThatProbationIsOver();
  expect((await accountOf(inf))['probation_told_at']).toBeNull();
  app.clock.move(30 * DAY);
  for (const _twice of [1, 2]) await time().tellThatProbationIsOver();
  await waitForJobs(app);
  const [news] = await mailsTo(app, inf.email);
  expect(newsTo(inf)).toBe(1);
  expect(news!.text).not.toMatch(/primer|avalar|prueba|probation/i);
  expect((await accountOf(ada))['probation_told_at']).not.toBeNull();
});

it('the last activity is stored as a month only, and updated at sign-in and use', async () => {
  const ada = await makePerson(app, 'ada', 'member');
  await monthsAgo(ada, 5);
  app.clock.move(DAY);
  await apiAs(ada).ask('{ me { id } }');
  const month = `${app.clock.now().toISOString().slice(0, 7)}-01`;
  const sql = 'select active_month::text as month from account where id = $1';
  expect(await app.db.query(sql, [ada.accountId])).toEqual([{ month }]);
  await monthsAgo(ada, 5);
  await signInAgain(ada);
  expect(await app.db.query(sql, [ada.accountId])).toEqual([{ month }]);
});

it('an inactive member is warned, and stays a member by signing in within the month', async () => {
  const [near, idle] = [
    await makePerson(app, 'cerca', 'member'),
    await makePerson(app, 'lejos', 'member'),
  ];
  await monthsAgo(near, 12);
  await monthsAgo(idle, 13);
  for (const _twice of [1, 2]) await time().endWhatIsIdle();
  await waitForJobs(app);
  expect([newsTo(near), newsTo(idle)]).toEqual([0, 1]);
  app.clock.move(29 * DAY);
  await time().endWhatIsIdle();
  expect((await accountOf(idle))['standing']).toBe('member');
  await signInAgain(idle);
  app.clock.move(3 * DAY);
  await time().endWhatIsIdle();
  expect((await accountOf(idle))['standing']).toBe('member');
});

it('an inactive member who does not sign in becomes a former member: groups, alliances, duties and sessions end', async () => {
  const eve = await makePerson(app, 'eve', 'member');
  const gone = await makePerson(app, 'ida', 'member');
  await setTestPassword(app, gone);
  const { personId } = await makeVisibleProfile(gone);
  const group = await factories.group(app, { steward: eve, members: [gone] });
  await app.db.write(() => app.get(AlliancesService).start(gone.accountId, eve.accountId));
  await monthsAgo(gone, 13);
  await time().endWhatIsIdle();
  app.clock.move(31 * DAY);
  const [other] = [await makePerson(app, 'otra', 'member')];
  await app.db.query(`
    create function fail() returns trigger language plpgsql as $$ begin raise 'midway'; end $$;
    create trigger fail before insert on audit_entry execute function fail()`);
  await expect(time().endWhatIsIdle()).rejects.toThrow('midway');
  expect((await accountOf(gone))['standing']).toBe('member');
  await app.db.query('drop trigger fail on audit_entry');
  for (const _twice of [1, 2]) await time().endWhatIsIdle();
  expect(await accountOf(gone)).toMatchObject({ standing: 'former', idle_since: expect.any(Date) });
  expect(await apiAs(gone).code('{ me { id } }')).toBe('UNAUTHENTICATED');
  const open = await app.db.query(
    `select 1 from membership where account_id = $1 and ended_at is null
     union all select 1 from alliance where $1 in (low_id, high_id) and ended_at is null`,
    [gone.accountId],
  );
  expect(open).toEqual([]);
  expect(group.id).toBeTruthy();
  const find = 'query ($id: ID!) { person(id: $id) { id } }';
  expect(await apiAs(other).code(find, { id: personId })).toBe('NOT_FOUND');
  const acts = await app.db.query(
    `select action, actor_id from audit_entry where about_id = $1 and action = 'lapse'`,
    [gone.accountId],
  );
  expect(acts).toEqual([{ action: 'lapse', actor_id: null }]);
});

it('an inactive former member returns through a mailed link, on probation; no other former member can', async () => {
  const gone = await lapsed('ida', 'moderator');
  const refused = await signIn(gone.email, TEST_PASSWORD);
  expect([refused.status, await refused.json()]).toMatchObject([
    403,
    { code: 'FORBIDDEN', reason: 'account.idle' },
  ]);
  // Without the right password an idle account is answered like any other.
  expect((await signIn(gone.email, 'otra cosa')).status).toBe(401);
  const removed = await makePerson(app, 'fuera', 'former');
  await setTestPassword(app, removed);
  expect((await signIn(removed.email, TEST_PASSWORD)).status).toBe(401);
  for (const { email } of [gone, removed]) {
    await sendForm({ app, cookie: '' }, '/es/forgot', { email });
  }
  await waitForJobs(app);
  const mails = sentMails(app).filter(({ path }) => path.includes('/reset'));
  expect(mails.map(({ to }) => to)).toEqual([gone.email]);
  const token = new URL(`http://x${mails[0]!.path}`).searchParams.get('t')!;
  const password = 'una-orilla-muy-distinta-9';
  await sendForm({ app, cookie: '' }, '/es/reset', { t: token, password, again: password });
  const account = await accountOf(gone);
  expect(account).toMatchObject({ standing: 'member', idle_since: null });
  const left = (account['probation_ends_at'] as Date).getTime() - app.clock.now().getTime();
  expect(Math.round(left / DAY)).toBe(30);
  const duties = await app.db.query('select 1 from duty where account_id = $1', [gone.accountId]);
  expect(duties).toEqual([]);
  expect((await signIn(gone.email, password)).status).toBe(200);
});

it('inactivity does not end staff, suspended or locked accounts, and pauses applications when too few people vet', async () => {
  const three = await makeReviewers(app);
  const admin = await makePerson(app, 'ad', 'administrator');
  await setTestPassword(app, admin);
  const others = [
    admin,
    await makePerson(app, 'su', 'suspended', { suspendedUntil: app.clock.in(900 * DAY) }),
    await makePerson(app, 'lo', 'locked'),
  ];
  const before = await Promise.all(others.map(accountOf));
  for (const who of [...others, three[0]]) await monthsAgo(who, 14);
  await time().endWhatIsIdle();
  app.clock.move(31 * DAY);
  for (const who of three.slice(1)) await signInAgain(who);
  await time().endWhatIsIdle();
  await waitForJobs(app);
  const after = await Promise.all(others.map(accountOf));
  expect(after.map(({ standing }) => standing)).toEqual(before.map(({ standing }) => standing));
  expect((await accountOf(three[0]))['standing']).toBe('former');
  const left = await app.db.query(`select 1 from duty where account_id = $1`, [three[0].accountId]);
  expect(left).toEqual([]);
  expect(newsTo(admin)).toBeGreaterThan(0);
});
