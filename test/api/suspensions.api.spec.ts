import { DAY, HOUR } from '#kernel/clock.js';
import { ModerationJobs } from '#moderation/moderation.jobs.js';
import { type TestApp, startApp } from '../support/app.js';
import { as } from '../support/client.js';
import { stay } from '../support/introductions.js';
import { act, report, reported, SUSPEND } from '../support/reports.js';
import { browser, type Person } from '../support/world.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const standingOf = async (someone: Person) => {
  const sql = 'select standing from account where id = $1';
  return (await app.db.query(sql, [someone.accountId]))[0]!['standing'];
};

describe('a suspension', () => {
  it('lasts 72 hours at most, ends every session at once, and ends by itself', async () => {
    const { ben, mo, id } = await reported(app);
    const second = { app, ...(await browser(app, ben.accountId)) };
    await as(mo).ask(act('claimReport'), { id });
    for (const hours of [0, -1, 73, 1e9]) {
      expect(await as(mo).code(SUSPEND, { input: { reportId: id, hours } })).toBe('INVALID');
    }
    expect(await as(ben).code('{ me { id } }')).toBe('OK');
    await as(mo).ask(SUSPEND, { input: { reportId: id, hours: 72 } });
    for (const one of [ben, second])
      expect(await as(one).code('{ me { id } }')).toBe('UNAUTHENTICATED');
    const again = { app, ...(await browser(app, ben.accountId)) };
    expect(await as(again).code('{ me { standing } }')).toBe('OK');
    expect(await as(again).code('{ blockedPeople { id } }')).toBe('FORBIDDEN');
    app.clock.move(71 * HOUR);
    await app.get(ModerationJobs).endSuspensions();
    expect(await standingOf(ben)).toBe('suspended');
    app.clock.move(2 * HOUR);
    await app.get(ModerationJobs).endSuspensions();
    expect(await standingOf(ben)).toBe('member');
    app.clock.move(-73 * HOUR);
  });

  it('never rolls: a second one within thirty days needs two people, whoever reports', async () => {
    const { ada, ben, eve, mo, ma, benShown, id } = await reported(app);
    const other = await report(eve, 'Profile', benShown.personId);
    await as(mo).ask(act('claimReport'), { id });
    await as(ma).ask(act('claimReport'), { id: other });
    const codes = await Promise.all([
      as(mo).code(SUSPEND, { input: { reportId: id, hours: 24 } }),
      as(ma).code(SUSPEND, { input: { reportId: other, hours: 72 } }),
    ]);
    expect(codes.toSorted()).toEqual(['CONFLICT', 'OK']);
    app.clock.move(4 * DAY);
    await app.get(ModerationJobs).endSuspensions();
    await stay(ada, mo, ma);
    // Whichever came second still holds an open report; whoever came first needs a new one.
    const isFirst = codes[0] === 'OK';
    const third = isFirst ? await report(ada, 'Profile', benShown.personId) : id;
    const moderator = isFirst ? ma : mo;
    await as(moderator).code(act('claimReport'), { id: third });
    const refused = as(moderator).ask(SUSPEND, { input: { reportId: third, hours: 1 } });
    await expect(refused).rejects.toMatchObject({ reason: 'sanction.rolling' });
    expect(await standingOf(ben)).toBe('member');
    app.clock.move(-4 * DAY);
  });

  it('makes nobody suspended who is locked or gone', async () => {
    const { ben, mo, id } = await reported(app);
    await as(mo).ask(act('claimReport'), { id });
    await app.db.query(`update account set standing = 'locked' where id = $1`, [ben.accountId]);
    await expect(as(mo).ask(SUSPEND, { input: { reportId: id, hours: 1 } })).rejects.toMatchObject({
      reason: 'sanction.notMember',
    });
    expect(await standingOf(ben)).toBe('locked');
  });
});
