import { DAY, HOUR } from '#kernel/clock.js';
import { RetentionService } from '#retention/retention.service.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { dumpDatabase, textsInDump } from '../../support/app/database-dump.js';
import { sentMails } from '../../support/browser/sent-mails.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';
import {
  requestTwoPersonAct,
  makeAllies,
  registerTestKind,
  twoPersonActions,
} from '../../support/factories/two-person-acts.js';
import { signInAgain, type Person, makePeople } from '../../support/factories/make-people.js';

/** Tests the traces of a two-person act: in the audit log, in mails, on open pages and in the database. */
const app = useApp();
beforeAll(async () => {
  registerTestKind(app, 'tested', 'moderate');
});
afterEach(closeAllSockets);

const three = async () => {
  await app.db.query('delete from duty');
  return makePeople(app, { mo1: 'moderator', mo2: 'moderator', ada: 'member', au: 'auditor' });
};
const mailsTo = ({ email }: Person) => sentMails(app).filter(({ to }) => to === email);
const REASON = 'Por lo que qzrazonqz contó.';
const askAbout = (who: Person, about: Person) =>
  requestTwoPersonAct(who, {
    kind: 'tested',
    aboutId: about.accountId,
    payload: { what: 'qzcosaqz' },
    reason: REASON,
  });

it('every step of a two-person act is in the audit log, with its kind as the reason class and without its text', async () => {
  const { mo1, mo2, ada, au } = await three();
  const approved = await askAbout(mo1, ada);
  const { changeTwoPersonAct } = await twoPersonActions(mo1).change(
    approved.id,
    `${REASON} Y más.`,
  );
  await twoPersonActions(mo2).approve(approved.id, changeTwoPersonAct.hash);
  const refused = await askAbout(mo1, ada);
  await twoPersonActions(mo2).refuse(refused.id);
  const withdrawn = await askAbout(mo1, ada);
  await twoPersonActions(mo1).withdraw(withdrawn.id);
  const entries = async (id: string) =>
    app.db.query(
      `select action, actor_id, duty, reason, about_id from audit_entry
       where subject_type = 'TwoPersonAct' and subject_id = $1 order by seq`,
      [id],
    );
  const entry = (action: string, who: Person | null) => ({
    action,
    actor_id: who && who.accountId,
    duty: who && 'moderate',
    reason: 'tested',
    about_id: null,
  });
  expect(await entries(approved.id)).toEqual([
    entry('ask', mo1),
    entry('change', mo1),
    entry('approve', mo2),
  ]);
  expect(await entries(refused.id)).toEqual([entry('ask', mo1), entry('refuse', mo2)]);
  expect(await entries(withdrawn.id)).toEqual([entry('ask', mo1), entry('withdraw', mo1)]);
  // The person concerned learns of the act when it is executed, from the audit entry of the act itself.
  expect((await apiAs(ada).ask('{ actsAboutMe { items { action } } }')).actsAboutMe.items).toEqual(
    [],
  );
  const records = '{ auditRecords(first: 50) { items { seq action subjectType reason } } }';
  expect(JSON.stringify(await apiAs(au).ask(records))).not.toMatch(/qz\w+qz/);
});

it('the text of a two-person act is never stored in clear and is deleted 14 days after the decision', async () => {
  const { mo1, mo2, ada } = await three();
  const act = await askAbout(mo1, ada);
  await waitForJobs(app);
  const words = ['qzrazonqz', 'qzcosaqz'];
  const before = await dumpDatabase(app);
  expect(before).toContain(act.id);
  expect(textsInDump(before, words)).toEqual([]);
  expect((await twoPersonActions(mo2).read(act.id)).reason).toContain('qzrazonqz');
  await twoPersonActions(mo2).approve(act.id, act.hash);
  app.clock.move(13 * DAY);
  await app.get(RetentionService).run('twoPersonAct');
  expect((await twoPersonActions(await signInAgain(mo1)).read(act.id)).state).toBe('approved');
  app.clock.move(2 * DAY);
  for (let times = 0; times < 2; times++) await app.get(RetentionService).run('twoPersonAct');
  expect(await app.db.query('select 1 from two_person_act where id = $1', [act.id])).toEqual([]);
  const said = `select action from audit_entry where subject_id = $1 order by seq`;
  expect(await app.db.query(said, [act.id])).toEqual([{ action: 'ask' }, { action: 'approve' }]);
});

it('approvers learn of a two-person act by change notice and content-free mail; the requester learns the outcome', async () => {
  const { mo1, mo2, ada } = await three();
  const [asker, approver, about] = [
    await openSocket(mo1),
    await openSocket(mo2),
    await openSocket(ada),
  ];
  const act = await askAbout(mo1, ada);
  const isOfAct = ({ subject }: { subject: string }) => subject === 'twoPersonAct';
  expect(await approver.until('news', isOfAct)).toEqual({ subject: 'twoPersonAct', id: act.id });
  await waitForJobs(app);
  expect([mailsTo(mo1).length, mailsTo(mo2).length, mailsTo(ada).length]).toEqual([0, 1, 0]);
  expect(asker.frames).toEqual([]);
  const [mail] = mailsTo(mo2);
  expect(mail!.subject).toBe('Trama: Hay novedades');
  expect(mail!.source).not.toMatch(/qz\w+qz|tested|moder/);
  expect(mail!.source).not.toContain(act.id);
  await twoPersonActions(mo2).approve(act.id, act.hash);
  expect(await asker.until('news', isOfAct)).toEqual({ subject: 'twoPersonAct', id: act.id });
  await waitForJobs(app);
  expect([mailsTo(mo1).length, mailsTo(ada).length]).toEqual([1, 0]);
  expect(about.frames).toEqual([]);
});

it('an approver who becomes an ally of the person concerned loses access to the act at once, by a notice without its id', async () => {
  const { mo1, mo2, ada } = await three();
  const act = await askAbout(mo1, ada);
  await waitForJobs(app);
  const [ear, about] = [await openSocket(mo2), await openSocket(ada)];
  await makeAllies(app, mo2, ada);
  const news = await ear.until('news', ({ subject }) => subject === 'twoPersonAct');
  expect(news.id).not.toBe(act.id);
  await expect(twoPersonActions(mo2).read(act.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await waitForJobs(app);
  expect(about.received('news').filter(({ subject }) => subject === 'twoPersonAct')).toEqual([]);
});

it('a queued mail is not sent to an approver who may no longer approve', async () => {
  const { mo1, mo2, ada } = await three();
  await app.db.query('insert into news_mail (account_id, mailed_at) values ($1, $2)', [
    ...[mo2.accountId, app.clock.now()],
  ]);
  await askAbout(mo1, ada);
  await waitForJobs(app);
  await makeAllies(app, mo2, ada);
  await waitForJobs(app);
  app.clock.move(7 * HOUR);
  await app.db.query(`update graphile_worker._private_jobs set run_at = now()`);
  await waitForJobs(app);
  const to = mailsTo(mo2).length;
  // The alliance sends no mail here, because the test creates it directly in the service.
  expect(to).toBe(0);
});

it('a two-person act appears, with its text, only in the data export of its requester', async () => {
  const { mo1, mo2, ada } = await three();
  const act = await askAbout(mo1, ada);
  await twoPersonActions(mo2).approve(act.id, act.hash);
  const exported = async (who: Person) =>
    (await app.get(DataExportService).read(who.accountId)) as Record<string, object[]>;
  expect((await exported(mo1))['twoPersonActsAsked']).toMatchObject([
    { kind: 'tested', state: 'approved', reason: REASON },
  ]);
  for (const who of [mo2, ada]) {
    expect((await exported(who))['twoPersonActsAsked']).toEqual([]);
    expect(JSON.stringify(await exported(who))).not.toMatch(/qz\w+qz/);
  }
});
