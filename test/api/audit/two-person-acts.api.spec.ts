import { TwoPersonJobs } from '#audit/two-person/two-person.jobs.js';
import { HOUR, MINUTE } from '#kernel/clock.js';
import { Conflict, Forbidden } from '#kernel/errors.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { containingActions } from '../../support/app/match-viewer-can.js';
import { TEST_PASSWORD, setTestPassword } from '../../support/app/test-password.js';
import {
  requestTwoPersonAct,
  makeAllies,
  registerTestKind,
  countExecutions,
  twoPersonActions,
} from '../../support/factories/two-person-acts.js';
import {
  signInBrowser,
  type Person,
  makePerson,
  makePeople,
} from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });
let mo1: Person;
let mo2: Person;
let ada: Person;
const notAsking = new Set<string>();
let fails: Error | undefined;
beforeAll(async () => {
  registerTestKind(app, 'tested', 'moderate', {
    check: async ({ accountId }) => {
      if (notAsking.has(accountId)) throw new Forbidden('policy.refused');
    },
    execute: async ({ id }) => {
      await app.db.query('insert into rate_limit (key, points) values ($1, 1)', [`done ${id}`]);
      if (fails) throw fails;
    },
  });
  registerTestKind(app, 'administered', 'administer');
});
beforeEach(async () => {
  // Removes the moderators of earlier tests, so that only the people of this test can approve.
  await app.db.query('delete from duty');
  ({ mo1, mo2, ada } = await makePeople(app, {
    mo1: 'moderator',
    mo2: 'moderator',
    ada: 'member',
  }));
  notAsking.clear();
  fails = undefined;
});

const ask = (who = mo1, more = {}) =>
  requestTwoPersonAct(who, { kind: 'tested', aboutId: ada.accountId, ...more });
const refusal = (code: string, reason?: string) => ({ code, ...(reason && { reason }) });

it('a two-person act is executed once, when another person approves it', async () => {
  const act = await ask();
  expect(act).toMatchObject({
    state: 'waiting',
    reason: 'Por lo que pasó en noviembre.',
    shown: [{ label: 'what', value: 'esto' }],
    isMine: true,
    missingDuty: null,
    viewerCan: containingActions(['read', 'change', 'withdraw'], {
      without: ['approve', 'refuse'],
    }),
  });
  expect(await countExecutions(app, act.id)).toBe(0);
  const seen = await twoPersonActions(mo2).read(act.id);
  expect(seen).toMatchObject({ isMine: false, hash: act.hash });
  expect(seen.viewerCan).toEqual(
    containingActions(['read', 'approve', 'refuse'], { without: ['change', 'withdraw'] }),
  );
  expect(await twoPersonActions(mo2).waiting()).toBe(1);
  expect(await twoPersonActions(mo1).waiting()).toBe(0);
  const { approveTwoPersonAct } = await twoPersonActions(mo2).approve(act.id, act.hash);
  expect(approveTwoPersonAct).toMatchObject({ state: 'approved', decidedAt: expect.any(String) });
  expect(await countExecutions(app, act.id)).toBe(1);
  expect(await twoPersonActions(mo2).waiting()).toBe(0);
  const again = twoPersonActions(mo2).approve(act.id, act.hash);
  await expect(again).rejects.toMatchObject(refusal('FORBIDDEN', 'twoPerson.decided'));
  expect(await countExecutions(app, act.id)).toBe(1);
});

it('a two-person act cannot be approved by its requester, from any browser, or by the person it is about', async () => {
  const act = await ask();
  const other = { ...mo1, ...(await signInBrowser(app, mo1.accountId, 'Chromium · Android')) };
  for (const who of [mo1, other]) {
    const own = twoPersonActions(who).approve(act.id, act.hash);
    await expect(own).rejects.toMatchObject(refusal('FORBIDDEN', 'twoPerson.own'));
  }
  const about = await makePerson(app, 'mo3', 'moderator');
  const aboutOne = await ask(mo1, { aboutId: about.accountId });
  await expect(twoPersonActions(about).approve(aboutOne.id, aboutOne.hash)).rejects.toMatchObject(
    refusal('NOT_FOUND'),
  );
  expect(await twoPersonActions(about).list()).toEqual([act.id]);
  await expect(ask(mo1, { aboutId: mo1.accountId })).rejects.toMatchObject(
    refusal('FORBIDDEN', 'twoPerson.aboutYou'),
  );
  await twoPersonActions(mo2).approve(aboutOne.id, aboutOne.hash);
  expect([await countExecutions(app, act.id), await countExecutions(app, aboutOne.id)]).toEqual([
    0, 1,
  ]);
});

it('a two-person act is NOT_FOUND for an account without the duty, whatever its standing', async () => {
  const act = await ask();
  const others = await makePeople(app, {
    eve: 'member',
    su: 'supporter',
    pr: 'probation',
    ad: 'administrator',
  });
  for (const who of [ada, ...Object.values(others)]) {
    for (const asked of [
      twoPersonActions(who).read(act.id),
      twoPersonActions(who).approve(act.id, act.hash),
      twoPersonActions(who).refuse(act.id),
      twoPersonActions(who).withdraw(act.id),
      twoPersonActions(who).change(act.id, 'x'),
    ]) {
      await expect(asked).rejects.toMatchObject(refusal('NOT_FOUND'));
    }
    expect([await twoPersonActions(who).list(), await twoPersonActions(who).waiting()]).toEqual([
      [],
      0,
    ]);
  }
  const { sp, au, ap } = await makePeople(app, { sp: 'suspended', au: 'auditor', ap: 'applicant' });
  for (const who of [sp, au, ap])
    expect(await apiAs(who).code('{ twoPersonActs { id } }')).toBe('FORBIDDEN');
  const administered = await requestTwoPersonAct(others.ad, { kind: 'administered' });
  await expect(twoPersonActions(mo2).read(administered.id)).rejects.toMatchObject(
    refusal('NOT_FOUND'),
  );
});

it('an approval is valid only for the exact act and text that the approver read', async () => {
  const [act, other] = [await ask(), await ask()];
  await expect(twoPersonActions(mo2).approve(other.id, act.hash)).rejects.toMatchObject(
    refusal('CONFLICT', 'twoPerson.changed'),
  );
  await expect(twoPersonActions(mo2).change(act.id, 'Otra cosa')).rejects.toMatchObject(
    refusal('FORBIDDEN'),
  );
  const { changeTwoPersonAct } = await twoPersonActions(mo1).change(act.id, 'Por lo de diciembre.');
  expect(changeTwoPersonAct.hash).not.toBe(act.hash);
  await expect(twoPersonActions(mo2).approve(act.id, act.hash)).rejects.toMatchObject(
    refusal('CONFLICT', 'twoPerson.changed'),
  );
  expect(await countExecutions(app, act.id)).toBe(0);
  const seen = await twoPersonActions(mo2).read(act.id);
  expect(seen).toMatchObject({ reason: 'Por lo de diciembre.', hash: changeTwoPersonAct.hash });
  await twoPersonActions(mo2).approve(act.id, seen.hash);
  expect(await countExecutions(app, act.id)).toBe(1);
  await expect(twoPersonActions(mo1).change(act.id, 'Después')).rejects.toMatchObject(
    refusal('FORBIDDEN', 'twoPerson.decided'),
  );
});

it('a two-person act needs the password of both people, entered in the same session within ten minutes', async () => {
  await setTestPassword(app, mo1, mo2);
  const act = await ask();
  const confirm = (who: Person) =>
    apiAs(who).ask('mutation ($input: PasswordInput!) { confirmSession(input: $input) }', {
      input: { password: TEST_PASSWORD },
    });
  app.clock.move(11 * MINUTE);
  const late = refusal('FORBIDDEN', 'session.confirmFirst');
  await expect(ask()).rejects.toMatchObject(late);
  await expect(twoPersonActions(mo1).change(act.id, 'x')).rejects.toMatchObject(late);
  await expect(twoPersonActions(mo2).approve(act.id, act.hash)).rejects.toMatchObject(late);
  // A password entered in another browser does not count.
  const fresh = { ...mo2, ...(await signInBrowser(app, mo2.accountId)) };
  await expect(twoPersonActions(mo2).approve(act.id, act.hash)).rejects.toMatchObject(late);
  await twoPersonActions(fresh).read(act.id);
  await confirm(mo2);
  await twoPersonActions(mo2).approve(act.id, act.hash);
  await confirm(mo1);
  expect((await ask()).state).toBe('waiting');
});

it('a two-person act expires after a day, even before the job marks it as expired', async () => {
  const act = await ask(mo1, { subjectKey: 'one thing' });
  app.clock.move(24 * HOUR);
  const [asker, approver] = await Promise.all(
    [mo1, mo2].map(async (who) => ({ ...who, ...(await signInBrowser(app, who.accountId)) })),
  );
  const over = refusal('FORBIDDEN', 'twoPerson.expired');
  expect(await twoPersonActions(approver!).waiting()).toBe(0);
  expect((await twoPersonActions(approver!).read(act.id)).state).toBe('expired');
  await expect(twoPersonActions(approver!).approve(act.id, act.hash)).rejects.toMatchObject(over);
  await expect(twoPersonActions(asker!).change(act.id, 'x')).rejects.toMatchObject(over);
  const again = await ask(asker!, { subjectKey: 'one thing' });
  await app.get(TwoPersonJobs).expire();
  const decided = refusal('FORBIDDEN', 'twoPerson.decided');
  await expect(twoPersonActions(approver!).approve(act.id, act.hash)).rejects.toMatchObject(
    decided,
  );
  await twoPersonActions(approver!).approve(again.id, again.hash);
  expect([await countExecutions(app, act.id), await countExecutions(app, again.id)]).toEqual([
    0, 1,
  ]);
});

it('a two-person act is hidden from an approver with a conflict of interest, even if the conflict begins later', async () => {
  const mo3 = await makePerson(app, 'mo3', 'moderator');
  await makeAllies(app, mo2, ada);
  const act = await ask();
  await expect(twoPersonActions(mo2).approve(act.id, act.hash)).rejects.toMatchObject(
    refusal('NOT_FOUND'),
  );
  expect(await twoPersonActions(mo3).list()).toEqual([act.id]);
  await makeAllies(app, mo3, ada);
  await expect(twoPersonActions(mo3).approve(act.id, act.hash)).rejects.toMatchObject(
    refusal('NOT_FOUND'),
  );
  await expect(twoPersonActions(mo3).read(act.id)).rejects.toMatchObject(refusal('NOT_FOUND'));
  expect((await twoPersonActions(mo1).read(act.id)).missingDuty).toBe('moderate');
  const mo4 = await makePerson(app, 'mo4', 'moderator');
  expect((await twoPersonActions(mo1).read(act.id)).missingDuty).toBe(null);
  await twoPersonActions(mo4).approve(act.id, act.hash);
  expect(await countExecutions(app, act.id)).toBe(1);
});

it('a two-person act cannot be approved when its requester is recused or may no longer request it', async () => {
  const may = refusal('CONFLICT', 'twoPerson.askerMayNot');
  const [tied, refused, suspended, fine] = [await ask(), await ask(), await ask(), await ask()];
  const other = await makePerson(app, 'eve', 'member');
  await app.db.query('update two_person_act set about_id = $1 where id <> $2', [
    ...[other.accountId, tied.id],
  ]);
  await makeAllies(app, mo1, ada);
  await expect(twoPersonActions(mo2).approve(tied.id, tied.hash)).rejects.toMatchObject(may);
  const hashOf = async (id: string) => (await twoPersonActions(mo2).read(id)).hash as string;
  notAsking.add(mo1.accountId);
  await expect(
    twoPersonActions(mo2).approve(refused.id, await hashOf(refused.id)),
  ).rejects.toMatchObject(may);
  notAsking.clear();
  await twoPersonActions(mo2).approve(fine.id, await hashOf(fine.id));
  await app.db.query(`update account set standing = 'former' where id = $1`, [mo1.accountId]);
  await expect(
    twoPersonActions(mo2).approve(suspended.id, await hashOf(suspended.id)),
  ).rejects.toMatchObject(may);
  for (const { id } of [tied, refused, suspended]) {
    expect([(await twoPersonActions(mo2).read(id)).state, await countExecutions(app, id)]).toEqual([
      'waiting',
      0,
    ]);
  }
  expect(await countExecutions(app, fine.id)).toBe(1);
});

it('a two-person act that fails during execution leaves no trace and can be approved again', async () => {
  const act = await ask();
  fails = new Conflict('sanction.notMember');
  await expect(twoPersonActions(mo2).approve(act.id, act.hash)).rejects.toMatchObject(
    refusal('CONFLICT', 'sanction.notMember'),
  );
  expect(await countExecutions(app, act.id)).toBe(0);
  expect((await twoPersonActions(mo2).read(act.id)).state).toBe('waiting');
  fails = undefined;
  await twoPersonActions(mo2).approve(act.id, act.hash);
  expect(await countExecutions(app, act.id)).toBe(1);
});
