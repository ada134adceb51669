import { DAY } from '#kernel/clock.js';
import { ModerationJobs } from '#moderation/moderation.jobs.js';
import { StandingJobs } from '#signin/accounts/standing.jobs.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, send, sendForm } from '../../support/app/client.js';
import { allOperations } from '../../support/matrix/operations.js';
import { factories } from '../../support/factories/factories.js';
import { mailsTo } from '../../support/browser/sent-mails.js';
import {
  secondBrowserOf,
  applicantInState,
  APPLICANT_STATES,
} from '../../support/factories/applicant-states.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';
import { sourceFiles, readRepositoryFile } from '../../support/repository.js';
import { isSampled } from '../../support/sampled-sweeps.js';
import { twoPersonActions } from '../../support/factories/two-person-acts.js';
import {
  makeApplicant,
  type Applicant,
  reviewerActions,
  makeTenMembers,
  makeReviewers,
} from '../../support/factories/applicants-and-reviewers.js';
import {
  signInAgain,
  type Person,
  makePerson,
  makePeople,
} from '../../support/factories/make-people.js';

const STATES = Object.keys(APPLICANT_STATES);

const app = useApp();
let vetting: [Person, Person, Person];
/** The ids that a member can watch, by socket key. */
let rooms: Record<string, string>;
beforeAll(async () => {
  vetting = await makeReviewers(app);
  const ste = await makePerson(app, 'ste', 'member');
  const { personId } = await makeVisibleProfile(ste);
  const { id } = await factories.channel(app, {
    group: await factories.group(app, { steward: ste }),
  });
  rooms = { channel: id, profile: personId };
});
afterEach(closeAllSockets);

const standingOf = async ({ accountId }: { accountId: string }) =>
  (await app.db.query('select standing from account where id = $1', [accountId]))[0]!['standing'];

/** Returns the endpoints that are open neither to applicants nor to everyone. */
const closedDoors = () => {
  const list = readRepositoryFile('test/laws/doors.txt').split('\n');
  const closed = new Set(
    list.flatMap((line) => {
      const [door = '', audience = ''] = line.split(' · ');
      return /applicant|anySignedIn|anyone/.test(audience) ? [] : [door];
    }),
  );
  return allOperations().filter(({ kind, name }) => closed.has(`${kind} ${name}`));
};

it.each(STATES)('no endpoint for members opens to an applicant who %s', async (state) => {
  const who = await applicantInState(app, state, vetting);
  const doors = closedDoors();
  expect(doors.length).toBeGreaterThan(90);
  const opened: string[] = [];
  const browsers = [who, await secondBrowserOf(who)];
  for (const [at, { name, document }] of doors.entries()) {
    if (!isSampled('applicantCalls', at + 997 * STATES.indexOf(state))) continue;
    const code = await apiAs(browsers[at % 2]!).code(document);
    if (code !== 'FORBIDDEN' && code !== 'NOT_FOUND') opened.push(`${name} ${code}`);
  }
  for (const asker of browsers) {
    const ear = await openSocket(asker);
    for (const [key, id] of Object.entries(rooms)) {
      expect(await ear.emit('watch', { [key]: id })).toEqual({ code: 'NOT_FOUND' });
    }
    expect((await send(asker, '/auth/export', { body: '{}' })).status).not.toBe(200);
  }
  expect(opened).toEqual([]);
  expect(await standingOf(who)).toBe('applicant');
});

/** Places in the code that make an account a member, and the test of each; a new place needs a test here. */
const PLACES = {
  'libs/members/standing.service.ts': 'changes every standing; the other files call it',
  'libs/moderation/moderation.jobs.ts': 'a suspension ends: see below',
  'libs/moderation/sanctions/sanction-effects.ts':
    'a suspension is lifted: see the tests of appeals against sanctions, which only members can have',
  'libs/profiles/decoys/decoys.service.ts':
    'a decoy is made, and no account can sign in as one: see the tests of decoys',
  'libs/settings/founding/founding.service.ts':
    'a founder accepts an invitation, until the founding is closed: see the tests of the founding',
  'libs/signin/passwords/new-password.service.ts':
    'an inactive former member returns by a mailed link: see below, and the tests of inactivity',
  'libs/vetting/decisions/decision-effects.service.ts':
    'two agreeing reviewers accept: see the tests of admission paths and admission rules',
};
const MAKES =
  /(\.admit\(accountId|standing\.(restore|comeBack)\(|Standing\.member(?=[,\s:]|$)(?![^\n]*===))/;

it('every place in the code that makes a member has a test here', () => {
  const places = sourceFiles(['libs', 'apps/api'], /(?<!\.spec)\.ts$/, 700)
    .filter(({ text }) => MAKES.test(text))
    .map(({ path }) => path);
  expect(places.toSorted()).toEqual(Object.keys(PLACES));
});

const RESET = { password: 'una-orilla-muy-distinta-9', again: 'una-orilla-muy-distinta-9' };

/** An applicant with a confirmed address. */
async function reached(): Promise<Applicant & { email: string }> {
  const email = `${crypto.randomUUID()}@trama.example`;
  const who = await makeApplicant(app);
  const sql = 'update account set email = $2, email_confirmed_at = now() where id = $1';
  await app.db.query(sql, [who.accountId, email]);
  return Object.assign(who, { email });
}

it('a password reset, or the passing of time, does not make an applicant a member', async () => {
  const who = await reached();
  await sendForm({ app }, '/es/forgot', { email: who.email });
  const [mail] = await mailsTo(app, who.email);
  const token = new URL(mail!.path, app.url).searchParams.get('t')!;
  expect((await sendForm({ app }, '/es/reset', { t: token, ...RESET })).status).toBeLessThan(400);
  expect(await standingOf(who)).toBe('applicant');
  // States that only members can have: an expired suspension, a year of inactivity.
  await app.db.query(
    `update account set suspended_until = $2, active_month = '2020-01-01', idle_told_at = $2 where id = $1`,
    [who.accountId, app.clock.in(-60 * DAY)],
  );
  await app.get(ModerationJobs).endSuspensions();
  await app.get(StandingJobs).endWhatIsIdle();
  await app.get(StandingJobs).tellThatProbationIsOver();
  await waitForJobs(app);
  expect(await standingOf(who)).toBe('applicant');
});

it('a mailed link does not bring back a declined applicant or a former member', async () => {
  const [no, left] = [await reached(), await makePerson(app, 'fuera', 'former')];
  for (const { email } of [no, left]) await sendForm({ app }, '/es/forgot', { email });
  const [mail] = await mailsTo(app, no.email);
  const token = new URL(mail!.path, app.url).searchParams.get('t')!;
  await app.db.query(`update account set standing = 'former' where id = $1`, [no.accountId]);
  expect((await sendForm({ app }, '/es/reset', { t: token, ...RESET })).status).toBe(404);
  for (const one of [no, left]) expect(await standingOf(one)).toBe('former');
});

it('an instance that requires no vouches still requires two agreeing reviewers', async () => {
  await makeTenMembers(app);
  const { ad1, ad2 } = await makePeople(app, { ad1: 'administrator', ad2: 'administrator' });
  const change = `mutation ($input: VouchesNeededInput!) { askToChangeVouchesNeeded(input: $input) { id hash } }`;
  const input = { vouches: 0, reason: 'Nos conocemos todas.' };
  const { askToChangeVouchesNeeded: act } = await apiAs(ad1).ask(change, { input });
  await twoPersonActions(ad2).approve(act.id, act.hash);
  const who = await makeApplicant(app);
  const id = await who.id();
  const [first, second] = await Promise.all(vetting.map(signInAgain));
  await reviewerActions(first!).read(id);
  await expect(reviewerActions(first!).decide(id)).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await standingOf(who)).toBe('applicant');
  await reviewerActions(second!).read(id);
  await reviewerActions(second!).decide(id);
  expect(await standingOf(who)).toBe('member');
});
