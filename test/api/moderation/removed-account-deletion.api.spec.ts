import { DAY } from '#kernel/clock.js';
import { RetentionService } from '#retention/retention.service.js';
import { AccountErasersService } from '#signin/accounts/account-erasers.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { dumpDatabase } from '../../support/app/database-dump.js';
import { extendSessions } from '../../support/factories/introductions.js';
import { requestRemoval, removeMember } from '../../support/factories/removals.js';
import {
  matterDocument,
  APPEAL_NOTICE,
  DECIDE_APPEAL,
  MY_NOTICES,
  makeReportedProfile,
} from '../../support/factories/moderation-documents.js';
import { twoPersonActions } from '../../support/factories/two-person-acts.js';
import { signInAgain, type Person, makePerson } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });
let moved = 0;
/** An account whose deletion fails, as with a full disk. */
let faulty: string | undefined;
beforeAll(async () => {
  app.get(AccountErasersService).register(async (accountId) => {
    if (accountId === faulty) throw new Error('The disk is full');
  });
});
afterEach(async () => {
  app.clock.move(-moved);
  [moved, faulty] = [0, undefined];
  await app.db.query('delete from account');
});

const run = () => app.get(RetentionService).run('removedMember');
const later = async (days: number) => {
  app.clock.move(days * DAY);
  moved += days * DAY;
  await run();
};
const isThere = async ({ accountId }: Person) =>
  (await app.db.query('select 1 from account where id = $1', [accountId])).length > 0;
const notice = async (who: Person) => (await apiAs(who).ask(MY_NOTICES)).myNotices.at(-1);
const words = 'Esto lo escribí yo, y no fui.';

it('the account of a removed member is deleted ten days after the appeal period, and no other account is', async () => {
  const { ada, ben, mo, ma, id } = await makeReportedProfile(app);
  await later(400);
  expect(await isThere(ben)).toBe(true);
  await removeMember(await signInAgain(mo), await signInAgain(ma), id);
  await later(29);
  expect([await isThere(ben), await dumpDatabase(app)]).toEqual([
    true,
    expect.stringContaining(ben.email),
  ]);
  await later(2);
  expect(await isThere(ben)).toBe(false);
  expect(await dumpDatabase(app)).not.toContain(ben.email);
  for (const one of [ada, mo, ma]) expect(await isThere(one)).toBe(true);
  await run();
  for (const one of [ada, mo, ma]) expect(await isThere(one)).toBe(true);
});

it('the account of a removed member is deleted later when the notice was delayed', async () => {
  const { ben, mo, ma, id } = await makeReportedProfile(app);
  await apiAs(mo).ask(matterDocument('claimMatter'), { id });
  const request = await requestRemoval(mo, id, { delayDays: 7, delayReason: 'retaliation' });
  await twoPersonActions(ma).approve(request.id, request.hash);
  await later(36);
  expect(await isThere(ben)).toBe(true);
  await later(2);
  expect(await isThere(ben)).toBe(false);
});

describe('the account of a removed member with an appeal', () => {
  async function appealed() {
    const { ben, mo, ma, id } = await makeReportedProfile(app);
    const third = await makePerson(app, 'me', 'moderator');
    await removeMember(mo, ma, id);
    const inside = await signInAgain(ben);
    await apiAs(inside).ask(APPEAL_NOTICE, {
      input: { noticeId: (await notice(inside))!.id, words },
    });
    await later(60);
    expect(await isThere(ben)).toBe(true);
    await extendSessions(third, inside);
    await apiAs(third).ask(matterDocument('claimMatter'), { id });
    const appealId = (await notice(inside))!.appeal.id as string;
    const hear = (outcome: string) =>
      apiAs(third).ask(DECIDE_APPEAL, { input: { appealId, outcome, words: 'Lo miramos.' } });
    return { ben, hear };
  }

  it('is kept until the appeal is rejected, and deleted thirty days after that', async () => {
    const { ben, hear } = await appealed();
    await hear('upheld');
    await later(29);
    expect(await isThere(ben)).toBe(true);
    await later(2);
    expect(await isThere(ben)).toBe(false);
  });

  it('is kept after a successful appeal', async () => {
    const { ben, hear } = await appealed();
    await hear('lifted');
    await later(200);
    expect(await isThere(ben)).toBe(true);
  });
});

it('if one of two removed accounts cannot be deleted, the job deletes neither, and deletes both in a later run', async () => {
  const both = [await makeReportedProfile(app), await makeReportedProfile(app)];
  for (const { mo, ma, id } of both) await removeMember(mo, ma, id);
  faulty = both.map(({ ben }) => ben.accountId).toSorted()[1];
  const there = async () => Promise.all(both.map(({ ben }) => isThere(ben)));
  await expect(later(31)).rejects.toThrow('The disk is full');
  expect(await there()).toEqual([true, true]);
  faulty = undefined;
  await run();
  expect(await there()).toEqual([false, false]);
});
