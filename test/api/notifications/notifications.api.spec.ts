import { EventsWorker } from '#events/events.worker.js';
import { HOUR } from '#kernel/clock.js';
import { forgetNewsMails } from '../../support/app/notification-mails.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import {
  answerDocument,
  requestIntroduction,
  makeVisiblePair,
} from '../../support/factories/introductions.js';
import { factories } from '../../support/factories/factories.js';
import { sentMails } from '../../support/browser/sent-mails.js';
import {
  matterDocument,
  HAND_OVER_MATTER,
  matterOf,
  reportSubject,
  makeReportedProfile,
} from '../../support/factories/moderation-documents.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { openSocket } from '../../support/app/sockets.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';

const app = useApp();

/** Returns the source of every mail to this person so far, with headers. */
const mailsTo = ({ email }: Person): string[] =>
  sentMails(app).flatMap(({ to, source }) => (to === email ? [source] : []));

it('an introduction notifies the person asked by change notice and content-free mail, and the asker only when accepted', async () => {
  const { ada, ben, adaShown, benShown } = await makeVisiblePair(app);
  const [ear, other] = [await openSocket(ben), await openSocket(ada)];
  const { id } = await requestIntroduction(ada, benShown, 'Nota muy propia');
  expect(await ear.until('news')).toEqual({ subject: 'introduction', id });
  await waitForJobs(app);
  expect(mailsTo(ben)).toHaveLength(1);
  expect(mailsTo(ada)).toHaveLength(0);
  const [mail] = mailsTo(ben);
  for (const secret of [
    'ada',
    adaShown.name,
    'Ribera',
    'Nota',
    'presentaci',
    id,
    benShown.personId,
  ]) {
    expect(mail!.replace(ben.email, '')).not.toContain(secret);
  }
  expect(mail).toContain('/app');
  await apiAs(ben).ask(answerDocument('accept'), { id });
  await other.until('news', (news) => news.subject === 'introduction');
  await waitForJobs(app);
  expect(mailsTo(ada)).toHaveLength(1);
  ear.socket.disconnect();
  other.socket.disconnect();
});

it('declining an introduction does not notify the asker', async () => {
  const { ada, ben, benShown } = await makeVisiblePair(app);
  const ear = await openSocket(ada);
  const { id } = await requestIntroduction(ada, benShown);
  await waitForJobs(app);
  await apiAs(ben).ask(answerDocument('decline'), { id });
  await waitForJobs(app);
  expect(ear.frames).toEqual([]);
  expect(mailsTo(ada)).toEqual([]);
  ear.socket.disconnect();
});

it('an account gets at most one mail in six hours, and no mail about content that it may no longer read', async () => {
  const { ben, eve, benShown } = await makeVisiblePair(app);
  const { cleo, dan } = await makePeople(app, { cleo: 'member', dan: 'member' });
  for (const one of [eve, cleo, dan]) await makeVisibleProfile(one);
  await requestIntroduction(eve, benShown);
  await waitForJobs(app);
  await requestIntroduction(cleo, benShown);
  await waitForJobs(app);
  expect(mailsTo(ben)).toHaveLength(1);
  // The second mail waits; Ben blocks Cleo before it is sent, so nothing remains to notify.
  const waiting = `update graphile_worker._private_jobs set run_at = now() where key = $1`;
  const key = `notice:${ben.accountId}`;
  const { introductions } = await apiAs(ben).ask(
    '{ introductions(side: asked) { items { id person { name } } } }',
  );
  const ofCleo = introductions.items.find((one: any) => one.person.name.startsWith('cleo'));
  await apiAs(ben).ask(
    'mutation ($id: ID!) { block(subject: Introduction, subjectId: $id) { id } }',
    {
      id: ofCleo!.id,
    },
  );
  app.clock.move(7 * HOUR);
  await app.db.query(waiting, [key]);
  await waitForJobs(app);
  expect(mailsTo(ben)).toHaveLength(1);
  await requestIntroduction(dan, benShown);
  await waitForJobs(app);
  expect(mailsTo(ben)).toHaveLength(2);
  app.clock.move(-7 * HOUR);
});

it('an event that is delivered twice has no second effect', async () => {
  const { ada, ben, benShown } = await makeVisiblePair(app);
  const ear = await openSocket(ben);
  const { id } = await requestIntroduction(ada, benShown);
  await waitForJobs(app);
  const [receipt] = await app.db.query<{ event_id: string; handler: string }>(
    `select event_id, handler from event_receipt where handler like 'TellTheTwo%'
     order by created_at desc limit 1`,
  );
  const sides = { askerId: ada.accountId, askedId: ben.accountId, withId: ben.accountId };
  const payload = { introductionId: id, ...sides };
  await app.get(EventsWorker).deliver({
    eventId: receipt!.event_id,
    event: 'introduction.asked',
    handler: receipt!.handler,
    payload,
  });
  await waitForJobs(app);
  expect(ear.received('news')).toHaveLength(1);
  expect(mailsTo(ben)).toHaveLength(1);
  ear.socket.disconnect();
});

it('a join request notifies the stewards, and the decision notifies the requester', async () => {
  const { ste, ben, eve } = await makePeople(app, { ste: 'steward', ben: 'member', eve: 'member' });
  await makeVisibleProfile(ben);
  const group = await factories.group(app, { steward: ste, members: [eve] });
  const REQUEST = `mutation ($input: RequestToJoinInput!) { requestToJoin(input: $input) { id } }`;
  const { requestToJoin } = await apiAs(ben).ask(REQUEST, {
    input: { groupId: group.id, answer: 'Hola' },
  });
  await waitForJobs(app);
  expect([ste, eve, ben].map((one) => mailsTo(one).length)).toEqual([1, 0, 0]);
  await apiAs(ste).ask('mutation ($id: ID!) { acceptJoinRequest(joinRequestId: $id) { id } }', {
    id: requestToJoin.id,
  });
  await waitForJobs(app);
  expect(mailsTo(ben)).toHaveLength(1);
  expect(mailsTo(ben)[0]).not.toContain(group.name);
});

it('a report notifies moderators, except either side and recused moderators', async () => {
  const people = await makePeople(app, {
    ada: 'member',
    mo: 'moderator',
    ma: 'moderator',
    me: 'moderator',
  });
  const { ada, mo, ma, me } = people;
  await factories.group(app, { steward: ada, members: [ma] });
  const ears = await Promise.all([mo, ma, me].map((one) => openSocket(one)));
  const { personId } = await makeVisibleProfile(mo);
  const id = await matterOf(ada, await reportSubject(ada, 'Profile', personId));
  expect(await ears[2]!.until('news')).toEqual({ subject: 'matter', id });
  await waitForJobs(app);
  const MATTERS = (ear: (typeof ears)[number]) =>
    ear.received('news').filter((news) => news.subject === 'matter');
  expect(ears.map((ear) => MATTERS(ear).length)).toEqual([0, 0, 1]);
  expect([ada, mo, ma, me].map((one) => mailsTo(one).length)).toEqual([0, 0, 0, 1]);
  await apiAs(me).ask(matterDocument('claimMatter'), { id });
  await apiAs(me).ask(matterDocument('closeMatter'), { id });
  await waitForJobs(app);
  expect(ears.map((ear) => MATTERS(ear).length)).toEqual([0, 0, 3]);
  for (const ear of ears) ear.socket.disconnect();
});

it('the moderator assigned to a matter is notified of additions to the matter and of losing the assignment', async () => {
  const { eve, mo, ma, benShown, id } = await makeReportedProfile(app);
  await waitForJobs(app);
  await apiAs(ma).ask(matterDocument('claimMatter'), { id });
  await factories.group(app, { steward: eve, members: [ma] });
  await waitForJobs(app);
  const ears = [await openSocket(mo), await openSocket(ma)];
  const before = [mo, ma].map((one) => mailsTo(one).length);
  await reportSubject(eve, 'Profile', benShown.personId);
  await waitForJobs(app);
  expect(ears[1]!.received('news')).toContainEqual({ subject: 'matter', id });
  expect(ears[0]!.received('news')).toContainEqual({ subject: 'matter', id });
  // The matter is unassigned now, so possible moderators get a mail; at most one in six hours.
  expect([mo, ma].map((one) => mailsTo(one).length)).toEqual(before);
  for (const ear of ears) ear.socket.disconnect();
});

it('passing on a matter notifies the chosen colleague, unless they are recused', async () => {
  const { ada, mo, ma, id } = await makeReportedProfile(app);
  const { personId } = await makeVisibleProfile(ma);
  const MATTERS = async () => {
    const ear = await openSocket(ma);
    await apiAs(mo).ask(matterDocument('claimMatter'), { id });
    await waitForJobs(app);
    const before = ear.received('news').length;
    await apiAs(mo).ask(HAND_OVER_MATTER, { input: { matterId: id, personId } });
    await waitForJobs(app);
    ear.socket.disconnect();
    return ear.received('news').slice(before);
  };
  await forgetNewsMails(app, ma.accountId);
  const mails = mailsTo(ma).length;
  expect(await MATTERS()).toContainEqual({ subject: 'matter', id });
  expect(mailsTo(ma).length).toBe(mails + 1);
  await factories.group(app, { steward: ada, members: [ma] });
  expect(await MATTERS()).toEqual([]);
});
