import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { Forbidden } from '#kernel/errors.js';
import { MembershipRole } from '#members/membership.entity.js';
import { useApp } from '../../support/app/app.js';
import { auditFaults } from '../../support/app/audit-entries.js';
import { makeGroup, makeMembership } from '../../support/factories/make-groups.js';
import {
  requestTwoPersonAct,
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
import { readRepositoryFile } from '../../support/repository.js';

const app = useApp({ TRAMA_WORKER: '0' });
beforeAll(async () => {
  registerTestKind(app, 'tested', 'moderate');
  registerTestKind(app, 'stewarded', 'steward');
  registerTestKind(app, 'dutiful', 'moderate', {
    check: async ({ duties }) => {
      if (!duties.includes('moderate')) throw new Forbidden('policy.refused');
    },
  });
});

const reasonOf = (error: unknown) => {
  const { code, reason } = error as { code: string; reason?: string };
  return `${code} ${reason}`;
};
async function tally(asked: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const ends = await Promise.all(asked.map((one) => one.then(() => 'OK', reasonOf)));
  return Object.fromEntries(
    [...Map.groupBy(ends, (end) => end)].map(([end, of]) => [end, of.length]),
  );
}

it('only one of twenty concurrent approvals of a two-person act succeeds; the others are refused as already decided', async () => {
  const { mo1, mo2, mo3 } = await makePeople(app, {
    mo1: 'moderator',
    mo2: 'moderator',
    mo3: 'moderator',
  });
  const act = await requestTwoPersonAct(mo1, { kind: 'tested' });
  const second = { ...mo2, ...(await signInBrowser(app, mo2.accountId)) };
  const approvers = Array.from({ length: 20 }, (_, at) => [mo2, second, mo3][at % 3]!);
  const ends = await tally(approvers.map((who) => twoPersonActions(who).approve(act.id, act.hash)));
  expect(ends).toEqual({ OK: 1, 'FORBIDDEN twoPerson.decided': 19 });
  expect(await countExecutions(app, act.id)).toBe(1);
  expect(await auditFaults(app)).toEqual([]);
});

it('exactly one of a concurrent approval, refusal and withdrawal of a two-person act succeeds', async () => {
  const { mo1, mo2, mo3 } = await makePeople(app, {
    mo1: 'moderator',
    mo2: 'moderator',
    mo3: 'moderator',
  });
  for (let round = 0; round < 5; round++) {
    const act = await requestTwoPersonAct(mo1, { kind: 'tested' });
    const ends = await tally([
      twoPersonActions(mo2).approve(act.id, act.hash),
      twoPersonActions(mo3).refuse(act.id),
      twoPersonActions(mo1).withdraw(act.id),
    ]);
    expect(ends).toEqual({ OK: 1, 'FORBIDDEN twoPerson.decided': 2 });
    const { state } = await twoPersonActions(mo1).read(act.id);
    expect(await countExecutions(app, act.id)).toBe(state === 'approved' ? 1 : 0);
  }
});

it('a two-person act is refused only by another person and withdrawn only by its requester', async () => {
  const { mo1, mo2 } = await makePeople(app, { mo1: 'moderator', mo2: 'moderator' });
  const ask = () => requestTwoPersonAct(mo1, { kind: 'tested' });
  const [refused, withdrawn] = [await ask(), await ask()];
  await expect(twoPersonActions(mo1).refuse(refused.id)).rejects.toMatchObject({
    code: 'FORBIDDEN',
    reason: 'twoPerson.own',
  });
  await expect(twoPersonActions(mo2).withdraw(withdrawn.id)).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  await twoPersonActions(mo2).refuse(refused.id);
  await twoPersonActions(mo1).withdraw(withdrawn.id);
  expect((await twoPersonActions(mo1).read(refused.id)).state).toBe('refused');
  expect((await twoPersonActions(mo1).read(withdrawn.id)).state).toBe('withdrawn');
  for (const { id, hash } of [refused, withdrawn]) {
    await expect(twoPersonActions(mo2).approve(id, hash)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      reason: 'twoPerson.decided',
    });
    expect(await countExecutions(app, id)).toBe(0);
  }
});

it('concurrent requests for the same two-person act create one act, and a different request creates another act', async () => {
  const { mo1, mo2, mo3 } = await makePeople(app, {
    mo1: 'moderator',
    mo2: 'moderator',
    mo3: 'moderator',
  });
  const subjectKey = crypto.randomUUID();
  const asked = [mo1, mo2, mo3, mo1, mo2, mo3].map((who) =>
    requestTwoPersonAct(who, { kind: 'tested', subjectKey }),
  );
  expect(await tally([...asked, requestTwoPersonAct(mo1, { kind: 'tested' })])).toEqual({
    OK: 2,
    'CONFLICT twoPerson.waiting': 5,
  });
});

describe('an account that loses its duty during a two-person act', () => {
  let other: Client;
  beforeAll(async () => {
    other = new Client(app.databaseUrl);
    await other.connect();
  });
  afterAll(() => other.end());

  /** Runs the approval while another transaction takes the duty; the approval waits for that lock. */
  async function approvedWhile(taken: Person, approver: Person, act: { id: string; hash: string }) {
    await other.query('begin');
    await other.query('select 1 from account where id = $1 for update', [taken.accountId]);
    await other.query('delete from duty where account_id = $1', [taken.accountId]);
    const approval = twoPersonActions(approver)
      .approve(act.id, act.hash)
      .then(() => 'OK', reasonOf);
    const blocked = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%for share%'`;
    while ((await app.db.query(blocked)).length === 0) await wait(10);
    await other.query('commit');
    return approval;
  }

  it('cannot approve, even if it sent the approval before', async () => {
    const { mo1, mo2 } = await makePeople(app, { mo1: 'moderator', mo2: 'moderator' });
    const act = await requestTwoPersonAct(mo1, { kind: 'tested' });
    expect(await approvedWhile(mo2, mo2, act)).toBe('NOT_FOUND undefined');
    expect(await countExecutions(app, act.id)).toBe(0);
  });

  it('invalidates its own request if the act requires a duty of its requester', async () => {
    const { mo1, mo2 } = await makePeople(app, { mo1: 'moderator', mo2: 'moderator' });
    const act = await requestTwoPersonAct(mo1, { kind: 'dutiful' });
    expect(await approvedWhile(mo1, mo2, act)).toBe('CONFLICT twoPerson.askerMayNot');
    expect(await countExecutions(app, act.id)).toBe(0);
  });
});

describe('a two-person act of a group', () => {
  async function held(more: number) {
    const people = await makePeople(app, {
      ana: 'steward',
      bea: 'steward',
      mo: 'moderator',
      eva: 'member',
    });
    const { ana, bea, eva } = people;
    const made = await makeGroup(app, { steward: ana, members: [eva] });
    if (more > 0) {
      await makeMembership(app, { group: made, person: bea, role: MembershipRole.steward });
    }
    const act = await requestTwoPersonAct(ana, { kind: 'stewarded', scopeId: made.id });
    return { ...people, act };
  }
  const absent = { code: 'NOT_FOUND' };

  it('can be approved only by another steward while there is one', async () => {
    const { ana, bea, mo, eva, act } = await held(1);
    for (const who of [mo, eva]) {
      await expect(twoPersonActions(who).approve(act.id, act.hash)).rejects.toMatchObject(absent);
    }
    await expect(twoPersonActions(ana).approve(act.id, act.hash)).rejects.toMatchObject({
      reason: 'twoPerson.own',
    });
    await twoPersonActions(bea).approve(act.id, act.hash);
    expect(await countExecutions(app, act.id)).toBe(1);
  });

  it('is approved by a moderator when there is no other steward, or none who can sign in', async () => {
    const alone = await held(0);
    await expect(
      twoPersonActions(alone.eva).approve(alone.act.id, alone.act.hash),
    ).rejects.toMatchObject(absent);
    await twoPersonActions(alone.mo).approve(alone.act.id, alone.act.hash);
    expect(await countExecutions(app, alone.act.id)).toBe(1);

    const { bea, mo, act } = await held(1);
    await app.db.query(`update account set standing = 'suspended' where id = $1`, [bea.accountId]);
    await twoPersonActions(mo).approve(act.id, act.hash);
    expect(await countExecutions(app, act.id)).toBe(1);
  });

  it('reports the missing duty when there is neither another steward nor a moderator', async () => {
    await app.db.query('delete from duty');
    const ana = await makePerson(app, 'ana', 'steward');
    const made = await makeGroup(app, { steward: ana });
    const act = await requestTwoPersonAct(ana, { kind: 'stewarded', scopeId: made.id });
    expect(act.missingDuty).toBe('moderate');
    await makePerson(app, 'mo', 'moderator');
    expect((await twoPersonActions(ana).read(act.id)).missingDuty).toBe(null);
  });
});

it('no endpoint handles a second sign-in factor yet, so no test of its concurrent removal is needed', () => {
  const doors = readRepositoryFile('test/laws/doors.txt').split('\n');
  expect(doors).toContain('mutation approveTwoPersonAct · member, administrator');
  // When an endpoint removes a sign-in factor, test here that one factor remains after twenty concurrent removals.
  expect(doors.filter((door) => /factor|totp|passkey|webauthn|recoveryCode/i.test(door))).toEqual(
    [],
  );
});
