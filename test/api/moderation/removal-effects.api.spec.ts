import { DAY, MINUTE } from '#kernel/clock.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, sendForm } from '../../support/app/client.js';
import { containingActions } from '../../support/app/match-viewer-can.js';
import { ownInvitations, createInvitation } from '../../support/factories/invitations.js';
import {
  alliesOf,
  requestIntroduction,
  INTRODUCTION_FIELDS,
  LIST_INTRODUCTIONS,
  extendSessions,
} from '../../support/factories/introductions.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { factories } from '../../support/factories/factories.js';
import { mailsTo, sentMails } from '../../support/browser/sent-mails.js';
import { CookieJar, setTestPassword } from '../../support/app/test-password.js';
import { PERSON_QUERY } from '../../support/matrix/person-document.js';
import {
  requestRemoval,
  removeMember,
  standingOfPerson,
} from '../../support/factories/removals.js';
import {
  matterDocument,
  APPEAL_NOTICE,
  DECIDE_APPEAL,
  MY_NOTICES,
  makeReportedProfile,
  claimAndSuspend,
} from '../../support/factories/moderation-documents.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';
import { makeAllies, twoPersonActions } from '../../support/factories/two-person-acts.js';
import {
  signInAgain,
  signInBrowser,
  type Person,
  makePerson,
} from '../../support/factories/make-people.js';

const app = useApp();
afterEach(async () => {
  closeAllSockets();
  await app.db.query('delete from account');
});

const ME = '{ me { standing } }';
const noticesOf = async (who: Person) => (await apiAs(who).ask(MY_NOTICES)).myNotices;
const appeal = (noticeId: string) => ({ input: { noticeId, words: 'No fui yo.' } });
const hearing = (appealId: string, outcome: string) => ({
  input: { appealId, outcome, words: 'Lo miramos otra vez.' },
});
const PEOPLE = '{ people { items { id } } }';
const MEMBERS = 'query ($id: ID!) { groupMembers(groupId: $id) { items { name } } }';

it('a removal closes every session and socket before the approval is answered', async () => {
  const { ben, mo, ma, id } = await makeReportedProfile(app);
  const second = { ...ben, ...(await signInBrowser(app, ben.accountId, 'Chromium · Android')) };
  const ears = [await openSocket(ben), await openSocket(second)];
  await apiAs(mo).ask(matterDocument('claimMatter'), { id });
  const { id: actId, hash } = await requestRemoval(mo, id);
  expect(await apiAs(ben).code(ME)).toBe('OK');
  await twoPersonActions(ma).approve(actId, hash);
  for (const one of [ben, second]) expect(await apiAs(one).code(ME)).toBe('UNAUTHENTICATED');
  for (const { socket } of ears) await gone(() => socket.disconnected);
});

async function gone(isSo: () => boolean): Promise<void> {
  const endAt = performance.now() + 1_000;
  while (!isSo() && performance.now() < endAt) await new Promise(setImmediate);
  expect(isSo()).toBe(true);
}

it('a removal takes the member out of lists, search and groups, and ends their open requests to other members', async () => {
  const { ada, ben, eve, mo, ma, id, benShown } = await makeReportedProfile(app);
  const group = await factories.group(app, { steward: ada, members: [ben] });
  const asking = await factories.group(app, { steward: ada });
  await makeAllies(app, ada, ben);
  const eveShown = await makeVisibleProfile(eve);
  await requestIntroduction(ben, eveShown);
  await createInvitation(ben);
  const JOIN = `mutation ($input: RequestToJoinInput!) { requestToJoin(input: $input) { id } }`;
  await apiAs(ben).ask(JOIN, { input: { groupId: asking.id, answer: 'Hola.' } });
  const seen = async () => ({
    people: (await apiAs(eve).ask(PEOPLE)).people.items.map((one: { id: string }) => one.id),
    person: await apiAs(eve).code(PERSON_QUERY, { id: benShown.personId }),
    members: (await apiAs(ada).ask(MEMBERS, { id: group.id })).groupMembers.items.length,
    allies: await alliesOf(ada),
    asked: (await apiAs(eve).ask(LIST_INTRODUCTIONS, { side: 'asked' })).introductions.items.length,
    requests: await waitingIn(ada),
    links: (await app.db.query('select 1 from invitation where revoked_at is null')).length,
  });
  expect(INTRODUCTION_FIELDS).toContain('note');
  expect((await ownInvitations(ben)).items).toHaveLength(1);
  expect(await seen()).toMatchObject({
    ...{ people: expect.arrayContaining([benShown.personId]), person: 'OK', members: 2 },
    ...{ allies: [ben.accountId], asked: 1, requests: 1, links: 1 },
  });
  await removeMember(mo, ma, id);
  await waitForJobs(app);
  const after = await seen();
  expect(after.people).not.toContain(benShown.personId);
  expect(after).toMatchObject({
    ...{ person: 'NOT_FOUND', members: 1, allies: [], asked: 0, requests: 0, links: 0 },
  });
});
const waitingIn = async (steward: Person): Promise<number> =>
  (await apiAs(steward).ask('{ joinRequestsWaiting }')).joinRequestsWaiting;

it('a removal sends a neutral mail; the removed member can sign in only to read the reason, appeal and get their own data', async () => {
  const { ben, mo, ma, id, benShown } = await makeReportedProfile(app);
  await setTestPassword(app, ben);
  await removeMember(mo, ma, id);
  await waitForJobs(app);
  const mails = await mailsTo(app, ben.email);
  expect(mails).toHaveLength(1);
  expect(mails[0]!.text).not.toMatch(/cabe aquí|modera|siempre/i);
  const jar = new CookieJar(app);
  expect((await jar.signIn(ben.email)).status).toBe(200);
  const inside = { ...ben, cookie: jar.cookie };
  expect(await apiAs(inside).ask(ME)).toEqual({ me: { standing: 'former' } });
  expect(await noticesOf(inside)).toMatchObject([
    {
      kind: 'removal',
      reason: 'harassment',
      viewerCan: containingActions(['read', 'appeal'], { without: ['answer'] }),
    },
  ]);
  for (const document of [PEOPLE, '{ blockedPeople { id } }', '{ matterQueue { id } }']) {
    expect(await apiAs(inside).code(document)).toBe('FORBIDDEN');
  }
  expect(await apiAs(inside).code(PERSON_QUERY, { id: benShown.personId })).toBe('NOT_FOUND');
  await extendSessions(inside);
  app.clock.move(20 * DAY - MINUTE);
  expect(await apiAs(inside).code(ME)).toBe('OK');
  app.clock.move(2 * MINUTE);
  expect(await apiAs(inside).code(ME)).toBe('UNAUTHENTICATED');
  expect((await new CookieJar(app).signIn(ben.email)).status).toBe(401);
  app.clock.move(-20 * DAY - MINUTE);
});

it('a removed member who forgot the password can set a new password while an appeal is possible', async () => {
  const { ben, mo, ma, id } = await makeReportedProfile(app);
  await removeMember(mo, ma, id);
  await waitForJobs(app);
  const forgot = () => sendForm({ app }, '/es/forgot', { email: ben.email });
  await forgot();
  const [, mail] = await mailsTo(app, ben.email, 2);
  const t = new URL(mail!.path, app.url).searchParams.get('t')!;
  const password = 'otra-orilla-más-lejana';
  expect((await sendForm({ app }, '/es/reset', { t, password })).status).toBe(303);
  expect((await new CookieJar(app).signIn(ben.email, password)).status).toBe(200);
  expect(await standingOfPerson(ben)).toBe('former');
  app.clock.move(21 * DAY);
  await forgot();
  await waitForJobs(app);
  const links = sentMails(app).filter(
    ({ to, path }) => to === ben.email && path.includes('/reset'),
  );
  expect(links).toHaveLength(1);
  app.clock.move(-21 * DAY);
});

it('a removal with a delayed notice takes effect at once and can be appealed for twenty days after the notice', async () => {
  const { ben, mo, ma, id } = await makeReportedProfile(app);
  await apiAs(mo).ask(matterDocument('claimMatter'), { id });
  const later = { delayDays: 7, delayReason: 'retaliation' };
  const { id: actId, hash, shown } = await requestRemoval(mo, id, later);
  expect(shown.slice(-2)).toEqual([
    { label: 'delay', value: '7' },
    { label: 'delayReason', value: 'retaliation' },
  ]);
  await twoPersonActions(ma).approve(actId, hash);
  const inside = await signInAgain(ben);
  expect([await standingOfPerson(ben), await noticesOf(inside)]).toEqual(['former', []]);
  await extendSessions(inside);
  app.clock.move(26 * DAY);
  expect(await noticesOf(inside)).toMatchObject([{ kind: 'removal' }]);
  expect(await apiAs(inside).code(APPEAL_NOTICE, appeal((await noticesOf(inside))[0].id))).toBe(
    'OK',
  );
  app.clock.move(-26 * DAY);
});

describe('an appeal against a removal', () => {
  async function appealed(
    before: (people: Awaited<ReturnType<typeof makeReportedProfile>>) => unknown,
  ) {
    const people = await makeReportedProfile(app);
    const third = await makePerson(app, 'me', 'moderator');
    await before(people);
    const { mo, ma, id } = people;
    await removeMember(mo, ma, id);
    const ben = await signInAgain(people.ben);
    await apiAs(ben).ask(APPEAL_NOTICE, appeal((await noticesOf(ben))[0].id));
    await extendSessions(ben, third);
    // The person can sign in as long as the appeal is undecided.
    app.clock.move(40 * DAY);
    const [{ appeal: made }] = await noticesOf(ben);
    for (const one of [mo, ma]) {
      await extendSessions(one);
      expect(await apiAs(one).code(matterDocument('claimMatter'), { id })).toBe('NOT_FOUND');
    }
    await apiAs(third).ask(matterDocument('claimMatter'), { id });
    return { ...people, ben, third, appealId: made.id as string };
  }
  afterEach(() => app.clock.move(-40 * DAY));

  it('is decided by a third moderator, and if successful restores the standing but not the ties to others', async () => {
    const { ada, ben, third, appealId } = await appealed(({ ada: one, ben: other }) =>
      makeAllies(app, one, other),
    );
    await apiAs(third).ask(DECIDE_APPEAL, hearing(appealId, 'lifted'));
    expect(await standingOfPerson(ben)).toBe('member');
    const inside = await signInAgain(ben);
    expect(await apiAs(inside).code('{ blockedPeople { id } }')).toBe('OK');
    expect(await noticesOf(inside)).toMatchObject([
      { kind: 'lifted' },
      { kind: 'removal', liftedAt: expect.any(String), appeal: { outcome: 'lifted' } },
    ]);
    expect(await alliesOf(ada)).toEqual([]);
  });

  it('restores only the suspension when the member was suspended before', async () => {
    const { ben, third, appealId } = await appealed(({ mo, id }) => claimAndSuspend(mo, id));
    await apiAs(third).ask(DECIDE_APPEAL, hearing(appealId, 'lifted'));
    expect(await standingOfPerson(ben)).toBe('suspended');
  });

  it('restores full membership when the suspension is lifted on appeal too', async () => {
    const { ben, third, appealId } = await appealed(({ mo, id }) => claimAndSuspend(mo, id));
    const before = (await noticesOf(ben)).find(
      ({ kind }: { kind: string }) => kind === 'suspension',
    );
    // Moves the notice, which is forty days old, back into its appeal period.
    await app.db.query('update notice set shown_from = $2 where id = $1', [
      before!.id,
      app.clock.now(),
    ]);
    const other = (await apiAs(ben).ask(APPEAL_NOTICE, appeal(before!.id))).appealNotice.appeal.id;
    const { id } = (
      await app.db.query('select matter_id as id from appeal where id = $1', [other])
    )[0]!;
    await apiAs(third).ask(matterDocument('claimMatter'), { id });
    await apiAs(third).ask(DECIDE_APPEAL, hearing(other, 'lifted'));
    expect(await standingOfPerson(ben)).toBe('former');
    await apiAs(third).ask(DECIDE_APPEAL, hearing(appealId, 'lifted'));
    expect(await standingOfPerson(ben)).toBe('member');
  });

  it('leaves the member removed when rejected, and the answer stays readable for twenty days', async () => {
    const { ben, third, appealId } = await appealed(() => undefined);
    await apiAs(third).ask(DECIDE_APPEAL, hearing(appealId, 'upheld'));
    expect(await standingOfPerson(ben)).toBe('former');
    expect((await noticesOf(ben)).map(({ kind }: { kind: string }) => kind)).toEqual([
      'upheld',
      'removal',
    ]);
    app.clock.move(20 * DAY + MINUTE);
    expect(await apiAs(ben).code(ME)).toBe('UNAUTHENTICATED');
    app.clock.move(-20 * DAY - MINUTE);
  });
});
