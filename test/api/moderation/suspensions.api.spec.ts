import { DAY, HOUR } from '#kernel/clock.js';
import { ModerationJobs } from '#moderation/moderation.jobs.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { extendSessions } from '../../support/factories/introductions.js';
import { reportPersona } from '../../support/factories/report-persona.js';
import { requestRemoval, standingOfPerson } from '../../support/factories/removals.js';
import {
  matterDocument,
  sanctionReason,
  OPEN_MATTER,
  REMOVE_CONTENT,
  makeReportedProfile,
  SEPARATE_REPORTED,
  SUSPEND_REPORTED,
  TALK_TO_REPORTED,
  WARN_REPORTED,
} from '../../support/factories/moderation-documents.js';
import { twoPersonActions } from '../../support/factories/two-person-acts.js';
import { signInAgain, signInBrowser, type Person } from '../../support/factories/make-people.js';

const app = useApp();

const suspension = (matterId: string, hours: number) => ({
  input: { matterId, hours, ...sanctionReason() },
});

describe('a suspension', () => {
  it('lasts at most 72 hours, ends every session at once, and expires on its own', async () => {
    const { ben, mo, id } = await makeReportedProfile(app);
    const second = { app, ...(await signInBrowser(app, ben.accountId)) };
    await apiAs(mo).ask(matterDocument('claimMatter'), { id });
    for (const hours of [0, -1, 73, 1e9]) {
      expect(await apiAs(mo).code(SUSPEND_REPORTED, suspension(id, hours))).toBe('INVALID');
    }
    expect(await apiAs(ben).code('{ me { id } }')).toBe('OK');
    await apiAs(mo).ask(SUSPEND_REPORTED, suspension(id, 72));
    for (const one of [ben, second])
      expect(await apiAs(one).code('{ me { id } }')).toBe('UNAUTHENTICATED');
    const again = { app, ...(await signInBrowser(app, ben.accountId)) };
    expect(await apiAs(again).code('{ me { standing } }')).toBe('OK');
    expect(await apiAs(again).code('{ blockedPeople { id } }')).toBe('FORBIDDEN');
    app.clock.move(71 * HOUR);
    await app.get(ModerationJobs).endSuspensions();
    expect(await standingOfPerson(ben)).toBe('suspended');
    app.clock.move(2 * HOUR);
    await app.get(ModerationJobs).endSuspensions();
    expect(await standingOfPerson(ben)).toBe('member');
    app.clock.move(-73 * HOUR);
  });

  it('cannot follow another within thirty days of its end, by any moderator or matter', async () => {
    const { ben, eve, mo, ma, id } = await makeReportedProfile(app);
    const other = await reportPersona(ben, eve);
    await apiAs(mo).ask(matterDocument('claimMatter'), { id });
    await apiAs(ma).ask(matterDocument('claimMatter'), { id: other });
    const codes = await Promise.all([
      apiAs(mo).code(SUSPEND_REPORTED, suspension(id, 72)),
      apiAs(ma).code(SUSPEND_REPORTED, suspension(other, 72)),
    ]);
    expect(codes.toSorted()).toEqual(['CONFLICT', 'OK']);
    const moderators = [mo, ma] as const;
    await extendSessions(...moderators);
    app.clock.move(32 * DAY);
    await app.get(ModerationJobs).endSuspensions();
    for (const [at, one] of [id, other].entries()) {
      await expect(
        apiAs(moderators[at]!).ask(SUSPEND_REPORTED, suspension(one, 1)),
      ).rejects.toMatchObject({
        // In a matter about a persona the refusal does not reveal what happened to its owner.
        reason: one === id ? 'sanction.rolling' : 'sanction.notNow',
      });
    }
    expect(await standingOfPerson(ben)).toBe('member');
    await extendSessions(mo);
    app.clock.move(2 * DAY);
    expect(await apiAs(mo).code(SUSPEND_REPORTED, suspension(id, 1))).toBe('OK');
    await extendSessions(mo);
    app.clock.move(32 * DAY);
    await app.get(ModerationJobs).endSuspensions();
    // After two suspensions a third is refused: the next step is a removal, which needs two people.
    await expect(apiAs(mo).ask(SUSPEND_REPORTED, suspension(id, 1))).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'sanction.thirdSuspension',
    });
    expect(await standingOfPerson(ben)).toBe('member');
    app.clock.move(-66 * DAY);
  });

  it('is refused for a locked or former account', async () => {
    const { ben, mo, id } = await makeReportedProfile(app);
    await apiAs(mo).ask(matterDocument('claimMatter'), { id });
    await app.db.query(`update account set standing = 'locked' where id = $1`, [ben.accountId]);
    await expect(apiAs(mo).ask(SUSPEND_REPORTED, suspension(id, 1))).rejects.toMatchObject({
      reason: 'sanction.notMember',
    });
    expect(await standingOfPerson(ben)).toBe('locked');
  });
});

it('a suspension under the profile name is not counted in a matter about a persona, nor the reverse', async () => {
  const { ben, eve, mo, ma, id } = await makeReportedProfile(app);
  const other = await reportPersona(ben, eve);
  const earlier = async (one: Person, matterId: string) =>
    (await apiAs(one).ask(OPEN_MATTER, { id: matterId })).openMatter.earlierSuspensions;
  await apiAs(mo).ask(matterDocument('claimMatter'), { id });
  await apiAs(ma).ask(matterDocument('claimMatter'), { id: other });
  await apiAs(mo).ask(SUSPEND_REPORTED, suspension(id, 24));
  expect(await earlier(mo, id)).toBe(1);
  expect(await earlier(ma, other)).toBe(0);
  await app.db.query('update sanction set matter_id = $1 where matter_id = $2', [other, id]);
  expect(await earlier(mo, id)).toBe(0);
  expect(await earlier(ma, other)).toBe(1);
});

it('repeated sanctions by single moderators never end an account', async () => {
  const { ada, ben, mo, ma, id, reportId } = await makeReportedProfile(app);
  const hands = [mo, ma] as const;
  const caps = new Set<string>();
  let [suspendedFor, waited] = [0, 0];
  for (let turn = 0; turn < 12; turn++) {
    const one = hands[turn % 2]!;
    await extendSessions(...hands);
    await apiAs(one).ask(matterDocument('claimMatter'), { id });
    const end = await apiAs(one)
      .ask(SUSPEND_REPORTED, suspension(id, 72))
      .then(
        () => 'OK',
        ({ reason }: { reason: string }) => reason,
      );
    caps.add(end);
    if (end === 'OK') suspendedFor += 72;
    const input = { matterId: id, ...sanctionReason() };
    await apiAs(one).ask(WARN_REPORTED, { input });
    await apiAs(one).ask(TALK_TO_REPORTED, { input: { matterId: id, words: 'Hablemos.' } });
    if (turn === 0) {
      await apiAs(one).ask(REMOVE_CONTENT, { input: { reportId, ...sanctionReason() } });
      await apiAs(one).ask(SEPARATE_REPORTED, {
        input: { reportId, leaving: [], ...sanctionReason() },
      });
    }
    await apiAs(one).ask(matterDocument('releaseMatter'), { id });
    // The next suspension follows right after the last one ends, and twice after more than a month.
    const pause = turn === 4 || turn === 8 ? 40 * DAY : 73 * HOUR;
    app.clock.move(pause);
    waited += pause;
    await app.get(ModerationJobs).endSuspensions();
    expect(await standingOfPerson(ben)).toBe('member');
  }
  expect(caps).toEqual(new Set(['OK', 'sanction.rolling', 'sanction.thirdSuspension']));
  expect(suspendedFor).toBe(144);
  expect(await standingOfPerson(ada)).toBe('member');
  await extendSessions(mo);
  await apiAs(mo).ask(matterDocument('claimMatter'), { id });
  const { id: actId, hash } = await requestRemoval(await signInAgain(mo), id);
  await expect(twoPersonActions(await signInAgain(mo)).approve(actId, hash)).rejects.toMatchObject({
    reason: 'twoPerson.own',
  });
  expect(await standingOfPerson(ben)).toBe('member');
  await twoPersonActions(await signInAgain(ma)).approve(actId, hash);
  expect(await standingOfPerson(ben)).toBe('former');
  app.clock.move(-waited);
});
