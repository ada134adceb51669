import { DAY } from '#kernel/clock.js';
import { ModerationJobs } from '#moderation/moderation.jobs.js';
import { RetentionService } from '#retention/retention.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { dumpDatabase, textsInDump } from '../../support/app/database-dump.js';
import {
  matterDocument,
  ANSWER_NOTICE,
  APPEAL_NOTICE,
  sanctionReason,
  OPEN_MATTER,
  DECIDE_APPEAL,
  MY_NOTICES,
  makeReportedProfile,
  SEPARATE_REPORTED,
  claimAndSuspend,
  TALK_TO_REPORTED,
} from '../../support/factories/moderation-documents.js';
import { signInAgain, type Person } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });
afterEach(() => app.db.query('delete from account; delete from receipt'));

const CLASSES = ['matterFile', 'notice', 'sanction'];
const run = async () => {
  for (const name of CLASSES) await app.get(RetentionService).run(name);
};
const later = async (days: number) => {
  app.clock.move(days * DAY);
  await run();
};
const close = (one: Person, id: string) => apiAs(one).ask(matterDocument('closeMatter'), { id });
const claim = (one: Person, id: string) => apiAs(one).ask(matterDocument('claimMatter'), { id });
const TABLES = ['matter', 'report', 'matter_note', 'notice', 'appeal', 'sanction'];
const counts = async () => {
  const parts = TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  return (await app.db.query(`select ${parts.join(', ')}`))[0]!;
};
const words = async () =>
  (
    await app.db.query(`select (select count(words)::int from notice) as notices,
      (select count(words)::int from appeal) as appeals`)
  )[0]!;
const receiptsOf = async ({ accountId }: Person) =>
  (
    await app.db.query<{ name: string }>(
      'select data_class as name from receipt where about_id = $1 order by 1',
      [accountId],
    )
  ).map(({ name }) => name);

/** Mo talked to Ben, who answered, left a note, suspended him and closed the matter. */
async function handled() {
  const people = await makeReportedProfile(app);
  const { mo, ben, id: matterId } = people;
  await claim(mo, matterId);
  await apiAs(mo).ask('mutation ($input: NoteMatterInput!) { noteMatter(input: $input) { id } }', {
    input: { matterId, body: 'Canario de la nota.' },
  });
  await apiAs(mo).ask(TALK_TO_REPORTED, { input: { matterId, words: '¿Qué pasó?' } });
  app.clock.move(60_000);
  const [talk] = (await apiAs(ben).ask(MY_NOTICES)).myNotices;
  await apiAs(ben).ask(ANSWER_NOTICE, { input: { noticeId: talk.id, words: 'No pasó nada.' } });
  const noticeId = await claimAndSuspend(mo, matterId);
  await close(mo, matterId);
  return { ...people, noticeId, matterId };
}

it('reports and texts of a matter are deleted, with a receipt, ninety days after the last day for an appeal; sanctions stay', async () => {
  const { ada, ben, matterId, noticeId, reportId } = await handled();
  const canaries = await boxesOf(reportId, noticeId);
  const before = await counts();
  await later(109);
  expect(await counts()).toEqual(before);
  await later(2);
  expect(await counts()).toEqual({ ...before, report: 0, matter_note: 0, notice: 1 });
  expect(await words()).toEqual({ notices: 0, appeals: 0 });
  expect(textsInDump(await dumpDatabase(app), canaries)).toEqual([]);
  // No receipt for the report: it would reveal to Ben that a report exists, and to Ada its outcome.
  expect(await receiptsOf(ada)).toEqual([]);
  expect(await receiptsOf(ben)).toEqual(['notice', 'notice']);
  const [kept] = await app.db.query(
    'select kind, reason, ordered_by_id is not null as decided from sanction where matter_id = $1',
    [matterId],
  );
  expect(kept).toEqual({ kind: 'suspension', reason: 'harassment', decided: true });
  await app.get(ModerationJobs).endSuspensions();
  expect((await apiAs(await signInAgain(ben)).ask(MY_NOTICES)).myNotices).toMatchObject([
    { id: noticeId, kind: 'suspension', reason: 'harassment', words: null },
  ]);
  expect((await apiAs(await signInAgain(ada)).ask('{ myReports { id } }')).myReports).toEqual([]);
  const [after, proofs] = [await counts(), await app.db.query('select id from receipt order by 1')];
  await run();
  expect([await counts(), await app.db.query('select id from receipt order by 1')]).toEqual([
    after,
    proofs,
  ]);
});

it('an open matter keeps all its data, however old', async () => {
  const { mo, id } = await makeReportedProfile(app);
  await claim(mo, id);
  await apiAs(mo).ask(TALK_TO_REPORTED, { input: { matterId: id, words: '¿Qué pasó?' } });
  const before = await counts();
  await later(800);
  expect(await counts()).toEqual(before);
  expect(await words()).toEqual({ notices: 1, appeals: 0 });
  const mo2 = await signInAgain(mo);
  await claim(mo2, id);
  expect((await apiAs(mo2).ask(OPEN_MATTER, { id })).openMatter.reports).toHaveLength(1);
});

it('an appealed matter keeps all its data until the decision on the appeal and ninety days longer', async () => {
  const { ben, ma, id, noticeId } = await handled();
  await apiAs(await signInAgain(ben)).ask(APPEAL_NOTICE, {
    input: { noticeId, words: 'No fui yo.' },
  });
  const before = await counts();
  await later(400);
  expect(await counts()).toEqual(before);
  const other = await signInAgain(ma);
  await claim(other, id);
  const { acts } = (await apiAs(other).ask(OPEN_MATTER, { id })).openMatter;
  const appealId = acts.find(({ kind }) => kind === 'suspension')!.appeal.id;
  await apiAs(other).ask(DECIDE_APPEAL, {
    input: { appealId, outcome: 'upheld', words: 'Se mantiene.' },
  });
  await later(89);
  expect(await counts()).toEqual({ ...before, notice: Number(before['notice']) + 1 });
  await later(2);
  expect(await counts()).toMatchObject({ report: 0, matter_note: 0, appeal: 1, sanction: 1 });
  expect(await words()).toEqual({ notices: 0, appeals: 0 });
  const [heard] = await app.db.query('select outcome, heard_by_id from appeal');
  expect(heard).toEqual({ outcome: 'upheld', heard_by_id: ma.accountId });
});

it('a report without a sanction is deleted as late as a report with one, so that the reporter cannot infer the outcome', async () => {
  const { ada, mo, id } = await makeReportedProfile(app);
  await claim(mo, id);
  await close(mo, id);
  await later(109);
  expect(await counts()).toMatchObject({ matter: 1, report: 1 });
  await later(2);
  expect(await counts()).toMatchObject({ matter: 1, report: 0 });
  expect(await receiptsOf(ada)).toEqual([]);
});

it('after two years the rest of the matter is deleted, and no trace of it remains', async () => {
  const { ben } = await handled();
  await later(111);
  await later(638);
  expect(await counts()).toMatchObject({ matter: 1, sanction: 1, notice: 1 });
  await later(2);
  expect(Object.values(await counts())).toEqual(TABLES.map(() => 0));
  expect(await receiptsOf(ben)).toEqual(['notice', 'notice', 'sanction']);
});

it('an active separation stays without its texts until it is lifted', async () => {
  const { mo, id, reportId } = await makeReportedProfile(app);
  await claim(mo, id);
  await apiAs(mo).ask(SEPARATE_REPORTED, { input: { reportId, leaving: [], ...sanctionReason() } });
  await close(mo, id);
  await later(111);
  expect(await words()).toEqual({ notices: 0, appeals: 0 });
  await later(800);
  expect(await counts()).toMatchObject({ matter: 1, sanction: 2, report: 0 });
  await app.db.query('update separation set ended_at = $1', [app.clock.now()]);
  await run();
  expect(Object.values(await counts())).toEqual(TABLES.map(() => 0));
});

it.each(CLASSES)(
  '%s: a run that fails midway deletes nothing, reports the failure and can be repeated',
  async (name) => {
    await handled();
    await later(111);
    if (name !== 'sanction') {
      await app.db.query('delete from account; delete from receipt');
      await handled();
    }
    app.clock.move(800 * DAY);
    const before = [await counts(), await words()];
    await app.db.query(`
    create function no_paper() returns trigger language plpgsql as $$ begin raise 'no paper'; end $$;
    create trigger no_paper before insert on receipt for each row execute function no_paper()`);
    try {
      await expect(app.get(RetentionService).run(name)).rejects.toThrow('no paper');
      expect([await counts(), await words()]).toEqual(before);
      const failing = await app.db.query(
        'select failing_since is null as fine from data_class_run where name = $1',
        [name],
      );
      expect(failing).toEqual([{ fine: false }]);
    } finally {
      await app.db.query('drop trigger no_paper on receipt; drop function no_paper');
    }
    await Promise.all([1, 2, 3].map(() => app.get(RetentionService).run(name)));
    expect([await counts(), await words()]).not.toEqual(before);
    const doubled = await app.db.query(
      'select 1 from receipt group by data_class, subject_id having count(*) > 1',
    );
    expect(doubled).toEqual([]);
  },
);

/** Returns every sealed value of a matter as the database stores it. */
async function boxesOf(reportId: string, noticeId: string): Promise<string[]> {
  const rows = await app.db.query<{ box: string }>(
    `select encode(b, 'hex') as box from (
       select unnest(array[note, forwarded, context, known_as]) as b from report where id = $1
       union all select words from notice where id = $2 union all select body from matter_note) t`,
    [reportId, noticeId],
  );
  expect(rows).toHaveLength(7);
  return rows.map(({ box }) => box);
}
