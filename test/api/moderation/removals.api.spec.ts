import { HOUR, MINUTE } from '#kernel/clock.js';
import { TwoPersonService } from '#audit/two-person/two-person.service.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { sentMails } from '../../support/browser/sent-mails.js';
import {
  requestRemoval,
  removalRequestErrorCode,
  standingOfPerson,
} from '../../support/factories/removals.js';
import {
  matterDocument,
  OPEN_MATTER,
  matterOf,
  MATTER_QUEUE_QUERY,
  reportSubject,
  makeReportedProfile,
} from '../../support/factories/moderation-documents.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { makeAllies, twoPersonActions } from '../../support/factories/two-person-acts.js';
import {
  signInAgain,
  type Person,
  makePerson,
  makePeople,
} from '../../support/factories/make-people.js';

const app = useApp();
afterEach(async () => {
  await app.db.query('delete from account');
});

const KIND = 'removeMember';
const claim = (who: Person, id: string) => apiAs(who).ask(matterDocument('claimMatter'), { id });
const fileOf = async (who: Person, id: string) =>
  (await apiAs(who).ask(OPEN_MATTER, { id })).openMatter;
const stageOf = async (who: Person) =>
  (await apiAs(who).ask(MATTER_QUEUE_QUERY)).matterQueue[0].stage;
const refusal = (reason: string) => ({ reason });

/** Mo is assigned to the matter about Ben and requested the removal; Ma may approve. */
async function asked(more: Record<string, unknown> = {}) {
  const people = await makeReportedProfile(app);
  await claim(people.mo, people.id);
  return { ...people, request: await requestRemoval(people.mo, people.id, more) };
}
const sanctions = (who: Person) =>
  app.db.query(`select ordered_by_id, approved_by_id from sanction where account_id = $1`, [
    who.accountId,
  ]);

it('a removal is requested by the assigned moderator, and executed when another moderator approves exactly its text', async () => {
  const { ada, ben, mo, ma, id, benShown, request } = await asked();
  expect(request).toMatchObject({ kind: KIND, state: 'waiting' });
  expect(request.shown).toEqual([
    { label: 'knownAs', value: benShown.name },
    { label: 'reason', value: 'harassment' },
    { label: 'reports', value: '1' },
    { label: 'before', value: 'nothing' },
    { label: 'words', value: expect.stringContaining('no cabe aquí') },
    { label: 'delay', value: 'atOnce' },
  ]);
  expect(await stageOf(mo)).toBe('waiting');
  expect((await fileOf(mo, id)).removalId).toBe(request.id);
  for (const one of [ada, ben]) {
    await expect(twoPersonActions(one).read(request.id)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  }
  const { id: actId, hash } = request;
  await expect(twoPersonActions(mo).approve(actId, hash)).rejects.toMatchObject(
    refusal('twoPerson.own'),
  );
  expect([await standingOfPerson(ben), await sanctions(ben)]).toEqual(['member', []]);
  expect((await twoPersonActions(ma).read(actId)).shown).toEqual(request.shown);
  await twoPersonActions(ma).approve(actId, hash);
  expect(await standingOfPerson(ben)).toBe('former');
  expect(await sanctions(ben)).toEqual([
    { ordered_by_id: mo.accountId, approved_by_id: ma.accountId },
  ]);
  const { removalId, acts, history } = await fileOf(mo, id);
  expect([removalId, acts]).toMatchObject([null, [{ kind: 'removal', reason: 'harassment' }]]);
  const steps = history.map(({ action, isMine }) => [action, isMine]);
  expect(steps).toContainEqual(['askRemoval', true]);
  expect(steps).toContainEqual(['removeMember', false]);
  expect(await stageOf(mo)).toBe('inHand');
  const audited = await app.db.query(
    `select action, actor_id, about_id, reason from audit_entry where subject_id = $1
       and action in ('askRemoval', 'removeMember') order by seq`,
    [id],
  );
  const reason = 'harassment';
  expect(audited).toEqual([
    { action: 'askRemoval', actor_id: mo.accountId, about_id: null, reason },
    { action: 'removeMember', actor_id: ma.accountId, about_id: ben.accountId, reason },
  ]);
});

it('a removal request notifies the possible approvers, and neither the member nor their allies', async () => {
  const { ada, ben, mo, ma, id } = await makeReportedProfile(app);
  const close = await makePerson(app, 'close', 'moderator');
  await makeAllies(app, close, ada);
  await waitForJobs(app);
  // A moderator who already got a mail today gets no other.
  const fresh = await makePerson(app, 'nu', 'moderator');
  await claim(mo, id);
  const before = sentMails(app).length;
  await requestRemoval(mo, id);
  await waitForJobs(app);
  const told = sentMails(app)
    .slice(before)
    .map(({ to }) => to);
  expect(told).toEqual([fresh.email]);
  for (const one of [ada, ben, close]) expect(told).not.toContain(one.email);
  expect(await twoPersonActions(ma).waiting()).toBe(1);
  expect(await twoPersonActions(close).waiting()).toBe(0);
});

it('a removal can be requested only by the assigned moderator, and only once at a time', async () => {
  const { ada, ben, eve, mo, ma, id } = await makeReportedProfile(app);
  const others = await makePeople(app, { su: 'supporter', ad: 'administrator', au: 'auditor' });
  await claim(mo, id);
  for (const one of [ada, ben, eve, ma, ...Object.values(others)]) {
    expect(await removalRequestErrorCode(one, id)).toBe('NOT_FOUND');
  }
  await expect(requestRemoval(mo, id, { delayDays: 3 })).rejects.toMatchObject({ code: 'INVALID' });
  app.clock.move(11 * MINUTE);
  await expect(requestRemoval(mo, id)).rejects.toMatchObject(refusal('session.confirmFirst'));
  const fresh = await signInAgain(mo);
  const request = await requestRemoval(fresh, id);
  await expect(requestRemoval(fresh, id)).rejects.toMatchObject(refusal('twoPerson.waiting'));
  expect((await twoPersonActions(fresh).withdraw(request.id)).withdrawTwoPersonAct.state).toBe(
    'withdrawn',
  );
  await waitForJobs(app);
  expect(await stageOf(fresh)).toBe('inHand');
  expect(await removalRequestErrorCode(fresh, id)).toBe('OK');
  expect(await standingOfPerson(ben)).toBe('member');
  app.clock.move(-11 * MINUTE);
});

it('a removal cannot be approved by a moderator with a conflict of interest, by either side or by other duties', async () => {
  const { ada, ben, eve, mo, ma, id: matterId, benShown } = await makeReportedProfile(app);
  const named = await makePeople(app, {
    toBen: 'moderator',
    toAda: 'moderator',
    wrote: 'moderator',
  });
  const others = await makePeople(app, { su: 'supporter', ad: 'administrator', me: 'member' });
  await makeAllies(app, named.toBen, ben);
  await makeAllies(app, named.toAda, ada);
  await reportSubject(named.wrote, 'Profile', benShown.personId);
  await claim(mo, matterId);
  const { id, hash } = await requestRemoval(mo, matterId);
  for (const one of [...Object.values(named), ...Object.values(others), ben, eve]) {
    await expect(twoPersonActions(one).approve(id, hash)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(twoPersonActions(one).refuse(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
  expect(await standingOfPerson(ben)).toBe('member');
  await twoPersonActions(ma).approve(id, hash);
  expect(await standingOfPerson(ben)).toBe('former');
});

it('a removal fails if its requester, before the approval, gets a conflict of interest or loses the assignment', async () => {
  const first = await asked();
  await makeAllies(app, first.mo, first.ada);
  const [tied, left] = [first, await asked()];
  await apiAs(left.mo).ask(matterDocument('releaseMatter'), { id: left.id });
  for (const { ma, ben, request } of [tied, left]) {
    await expect(twoPersonActions(ma).approve(request.id, request.hash)).rejects.toMatchObject(
      refusal('twoPerson.askerMayNot'),
    );
    expect(await standingOfPerson(ben)).toBe('member');
  }
});

it('an approval of a removal is valid for the text read, for a day, and after entering the password', async () => {
  const { ben, mo, ma, id, request } = await asked();
  const other = await asked();
  const { id: actId, hash } = request;
  const approve = (who: Person, with_: string) => twoPersonActions(who).approve(actId, with_);
  await expect(approve(ma, other.request.hash)).rejects.toMatchObject(refusal('twoPerson.changed'));
  const { hash: next } = (await twoPersonActions(mo).change(actId, 'Otra razón.'))
    .changeTwoPersonAct;
  await expect(approve(ma, hash)).rejects.toMatchObject(refusal('twoPerson.changed'));
  app.clock.move(11 * MINUTE);
  await expect(approve(ma, next)).rejects.toMatchObject(refusal('session.confirmFirst'));
  app.clock.move(24 * HOUR);
  const fresh = await signInAgain(ma);
  await expect(approve(fresh, next)).rejects.toMatchObject(refusal('twoPerson.expired'));
  expect([await standingOfPerson(ben), await standingOfPerson(other.ben)]).toEqual([
    'member',
    'member',
  ]);
  await app.get(TwoPersonService).expire();
  await waitForJobs(app);
  const asker = await signInAgain(mo);
  expect((await apiAs(asker).ask(MATTER_QUEUE_QUERY)).matterQueue.find(isOf(id))!.stage).toBe(
    'inHand',
  );
  const { id: againId, hash: againHash } = await requestRemoval(asker, id);
  await twoPersonActions(fresh).approve(againId, againHash);
  expect([await standingOfPerson(ben), await standingOfPerson(other.ben)]).toEqual([
    'former',
    'member',
  ]);
  await expect(twoPersonActions(fresh).approve(againId, againHash)).rejects.toMatchObject(
    refusal('twoPerson.decided'),
  );
  app.clock.move(-24 * HOUR - 11 * MINUTE);
});
const isOf = (id: string) => (matter: { id: string }) => matter.id === id;

it('twenty concurrent approvals of a removal execute the removal once', async () => {
  const { ben, ma, request } = await asked();
  const another = await makePerson(app, 'me', 'moderator');
  const ends = await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      twoPersonActions(at % 2 ? ma : another)
        .approve(request.id, request.hash)
        .then(
          () => 'OK',
          ({ reason }: { reason: string }) => reason,
        ),
    ),
  );
  expect(ends.toSorted()).toEqual(['OK', ...Array<string>(19).fill('twoPerson.decided')]);
  expect(await sanctions(ben)).toHaveLength(1);
});

describe('the member to be removed', () => {
  const put = (who: Person, standing: string) =>
    app.db.query('update account set standing = $2 where id = $1', [who.accountId, standing]);

  it('may be suspended or locked, and not already removed', async () => {
    for (const standing of ['suspended', 'locked']) {
      const { ben, ma, request } = await asked();
      await put(ben, standing);
      await twoPersonActions(ma).approve(request.id, request.hash);
      expect(await standingOfPerson(ben)).toBe('former');
    }
    const { ben, mo, ma, id, request } = await asked();
    await put(ben, 'former');
    const gone = refusal('sanction.notMember');
    await expect(twoPersonActions(ma).approve(request.id, request.hash)).rejects.toMatchObject(
      gone,
    );
    expect(await sanctions(ben)).toEqual([]);
    await twoPersonActions(mo).withdraw(request.id);
    await expect(requestRemoval(mo, id)).rejects.toMatchObject(gone);
  });

  it('cannot be one of the last three who vet; if a fourth one vets, the removed member loses their duties', async () => {
    const { ada, mo, ma } = await makePeople(app, {
      ada: 'member',
      mo: 'moderator',
      ma: 'moderator',
    });
    const vi = await makePerson(app, 'vi', 'moderator');
    const { personId } = await makeVisibleProfile(vi);
    const id = await matterOf(ada, await reportSubject(ada, 'Profile', personId));
    await claim(mo, id);
    await expect(requestRemoval(mo, id)).rejects.toMatchObject(refusal('duty.lastWhoVet'));
    await makePerson(app, 'vo', 'moderator');
    const { id: actId, hash } = await requestRemoval(mo, id);
    await twoPersonActions(ma).approve(actId, hash);
    expect(await standingOfPerson(vi)).toBe('former');
    const duties = 'select name from duty where account_id = $1';
    expect(await app.db.query(duties, [vi.accountId])).toEqual([]);
  });
});
