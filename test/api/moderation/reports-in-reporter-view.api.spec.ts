import { DAY } from '#kernel/clock.js';
import { MATTER_ENDED_SQL } from '#moderation/matters/matter-retention.js';
import { RetentionService } from '#retention/retention.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, sendJson } from '../../support/app/client.js';
import { TEST_PASSWORD, setTestPassword } from '../../support/app/test-password.js';
import {
  matterDocument,
  APPEAL_NOTICE,
  makeReportedProfile,
  claimAndSuspend,
} from '../../support/factories/moderation-documents.js';
import { signInAgain, type Person } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });
afterEach(() => app.db.query('delete from account; delete from receipt'));

const later = async (days: number) => {
  app.clock.move(days * DAY);
  await app.get(RetentionService).run('matterFile');
};
const seenBy = async (who: Person) => {
  const one = await signInAgain(who);
  const { myReports, myDataReceipts } = await apiAs(one).ask(
    '{ myReports { stage } myDataReceipts { dataClass } }',
  );
  const file = await (await sendJson(one, '/auth/export', { password: TEST_PASSWORD })).json();
  return [myReports, file.reports, myDataReceipts];
};
const kept = async () => (await app.db.query('select id from report')).length;

it.each(['no sanction followed', 'the sanction was appealed'])(
  "a report stays for the same time in its reporter's view and data export, and disappears without a receipt: %s",
  async (how) => {
    const { ada, ben, mo, id } = await makeReportedProfile(app);
    await setTestPassword(app, ada);
    const isAppealed = how !== 'no sanction followed';
    await apiAs(mo).ask(matterDocument('claimMatter'), { id });
    const noticeId = isAppealed ? await claimAndSuspend(mo, id) : null;
    await apiAs(mo).ask(matterDocument('closeMatter'), { id });
    if (isAppealed) {
      await apiAs(await signInAgain(ben)).ask(APPEAL_NOTICE, {
        input: { noticeId, words: 'No fui yo.' },
      });
    }
    await later(109);
    const stage = 'closed';
    expect(await seenBy(ada)).toEqual([[{ stage }], [expect.objectContaining({ stage })], []]);
    await later(2);
    expect(await kept()).toBe(isAppealed ? 1 : 0);
    expect(await seenBy(ada)).toEqual([[], [], []]);
  },
);

it("a report stays in its reporter's view while its matter is open, however old", async () => {
  const { ada } = await makeReportedProfile(app);
  await setTestPassword(app, ada);
  await later(400);
  const stage = 'open';
  expect(await seenBy(ada)).toEqual([[{ stage }], [expect.objectContaining({ stage })], []]);
});

it('the query for ended matters uses an index', async () => {
  const plan = await app.db.query(
    `explain (costs off) select m.id from matter m where ${MATTER_ENDED_SQL.replaceAll('$1', 'now()')}`,
  );
  expect(JSON.stringify(plan)).toMatch(/matter_closed.*Index Cond: \(closed_at <=/);
});
