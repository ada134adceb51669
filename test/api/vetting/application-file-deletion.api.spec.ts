import { DAY, HOUR } from '#kernel/clock.js';
import { Report } from '#moderation/reports/report.entity.js';
import { RetentionService } from '#retention/retention.service.js';
import { STARTS_WITHIN_MS, type TestApp, startApp } from '../../support/app/app.js';
import { apiAs, send } from '../../support/app/client.js';
import {
  dumpDatabase,
  contentOfFiles,
  encodedForms,
  textsInDump,
} from '../../support/app/database-dump.js';
import { sentMails } from '../../support/browser/sent-mails.js';
import { type BuiltProduct, startProduct } from '../../support/app/built-product.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { makeApplicant, makeReviewers } from '../../support/factories/applicants-and-reviewers.js';
import { setTestPassword } from '../../support/app/test-password.js';
import {
  acceptedApplication,
  declinedApplication,
  type ApplicationWithCanaries,
  textColumnsOfApplications,
} from '../../support/factories/application-with-canaries.js';
import { makePerson } from '../../support/factories/make-people.js';

let product: BuiltProduct;
/** A second node, whose clock the test can move. The people of the test use the first node, `product`. */
let app: TestApp;
let file: ApplicationWithCanaries;
let accepted: ApplicationWithCanaries;
/** Canaries of both application files, except those in a report, which belongs to moderation. */
let canaries: string[];
let ofReports: string[];
beforeAll(async () => {
  product = await startProduct({ LOG_LEVEL: 'trace' });
  const { databaseUrl, dataDir, url } = product;
  const node = await startApp({ TRAMA_WORKER: '0' }, { databaseUrl });
  app = { ...node, dataDir, url, origin: url };
  const vetting = await makeReviewers(app);
  file = await declinedApplication(app, vetting);
  accepted = await acceptedApplication(app, vetting);
  ofReports = [accepted.canaries.get('report')!];
  const all = [...file.canaries.values(), ...accepted.canaries.values()];
  canaries = all.filter((one) => !ofReports.includes(one));
  await waitForJobs(app);
}, STARTS_WITHIN_MS);
afterAll(async () => {
  await app.stop();
  await product.stop();
});

/** Text columns that are not sealed because rules read them, and the values they hold. */
const IN_CLEAR = new Map([
  ['application.stage', 'a word of a closed list'],
  ['application.vouch_code', 'chance'],
  ['decision.outcome', 'a word of a closed list'],
  ['invitation.language', 'a word of a closed list'],
  ['decision.reason_class', 'a word of a closed list'],
  ['review.checks', 'words of a closed list'],
  ['review.reason_class', 'a word of a closed list'],
  ['review.recommendation', 'a word of a closed list'],
  ['vouch.attestations', 'words of a closed list'],
  ['vouch.withdrawal_reason', 'a word of a closed list'],
]);

it('every user-written text about an application is in a sealed column', async () => {
  const columns = await textColumnsOfApplications(app);
  const open = columns.filter(({ isSealed }) => !isSealed).map(({ name }) => name);
  expect(open.toSorted()).toEqual([...IN_CLEAR.keys()].toSorted());
  expect(columns.length).toBeGreaterThan(open.length);
});

it('a database dump contains no text of an application file in clear', async () => {
  const heard = new Set<string>();
  for (const { name, isSealed, read } of await textColumnsOfApplications(app)) {
    if (!isSealed) continue;
    const found = textsInDump(await read(), canaries);
    // A sealed column without a canary would not be tested: add a text for it to declinedApplication().
    expect([name, found.length > 0]).toEqual([name, true]);
    for (const one of found) heard.add(one);
  }
  expect(heard).toEqual(new Set(canaries));
  const dump = await dumpDatabase(app);
  expect(textsInDump(dump, [...canaries, ...ofReports])).toEqual([]);
  // The report stores the reported texts of the application file in a sealed column.
  const [report] = await app.db.repo(Report).find();
  expect(textsInDump(JSON.stringify(report), [...accepted.canaries.values()])).toHaveLength(3);
  expect(dump).toContain(report!.id);
});

it('the search of this test finds a text in plain, binary and base64 form', async () => {
  const [one] = file.canaries.values();
  await app.db.query('create table diary (said text, bytes bytea, packed text)');
  const search = async (said: string, bytes: Buffer, packed: string) => {
    await app.db.query('insert into diary values ($1, $2, $3)', [said, bytes, packed]);
    const found = textsInDump(await dumpDatabase(app), [one!]);
    await app.db.query('delete from diary');
    return found;
  };
  const none = Buffer.alloc(0);
  expect(await search('', none, '')).toEqual([]);
  expect(await search(`x ${one}`, none, '')).toEqual([one]);
  expect(await search('', Buffer.from(`x ${one}`), '')).toEqual([one]);
  for (const before of ['', '1', '12', '123']) {
    const packed = Buffer.from(`${before}${one}${before}`).toString('base64');
    expect(await search('', none, packed)).toEqual([one]);
  }
  expect(Math.min(...encodedForms(one!).map((form) => form.length))).toBeGreaterThan(15);
});

/** Returns the canaries that any sealed column contains after decryption. */
async function inBoxes(): Promise<string[]> {
  const columns = (await textColumnsOfApplications(app)).filter(({ isSealed }) => isSealed);
  const texts = await Promise.all(columns.map(({ read }) => read()));
  return textsInDump(texts.join(), canaries);
}

const destroy = () => app.get(RetentionService).run('applicationFile');
const receipts = () =>
  app.db.query<{ subject_id: string; about_id: string }>(
    `select subject_id, about_id from receipt where data_class = 'applicationFile' order by about_id = $1 desc`,
    [file.who.accountId],
  );
const both = () =>
  [file, accepted].map(({ id, who }) => ({ subject_id: id, about_id: who.accountId }));

it('no part of an application file is deleted before fourteen days', async () => {
  app.clock.move(14 * DAY - HOUR);
  await destroy();
  expect(await inBoxes()).toHaveLength(canaries.length);
  expect(await receipts()).toEqual([]);
  expect(await file.who.own()).toMatchObject({ destroyedAt: null });
});

it('a failing deletion job deletes nothing and notifies administrators once', async () => {
  app.clock.move(2 * HOUR);
  const admin = await makePerson(app, 'ad', 'administrator');
  await setTestPassword(app, admin);
  const mine = async () => sentMails(app).filter(({ to }) => to === admin.email).length;
  const failing = async () =>
    (await apiAs(admin).ask('{ dataClasses { name failingSince } }')).dataClasses.find(
      ({ name }) => name === 'applicationFile',
    )!.failingSince;
  // Makes the last statement of the deletion fail.
  await app.db.query(`
    create function fail() returns trigger language plpgsql as $$ begin raise 'midway'; end $$;
    create trigger fail before insert on receipt execute function fail()`);
  for (const _twice of [1, 2]) await expect(destroy()).rejects.toThrow('midway');
  await waitForJobs(app);
  expect(await inBoxes()).toHaveLength(canaries.length);
  expect(await failing()).not.toBeNull();
  expect(await mine()).toBe(1);
  await app.db.query('drop trigger fail on receipt');
  await destroy();
  expect(await inBoxes()).toEqual([]);
  expect(await failing()).toBeNull();
});

it('a repeated deletion job does nothing: one receipt per file, visible to the applicant alone', async () => {
  const once = await receipts();
  expect(once).toEqual(both());
  await destroy();
  expect(await receipts()).toEqual(once);
  const mine = '{ myDataReceipts { dataClass destroyedAt } }';
  const { myDataReceipts } = await apiAs(file.who).ask(mine);
  expect(myDataReceipts).toEqual([
    { dataClass: 'applicationFile', destroyedAt: (await file.who.own()).destroyedAt },
  ]);
  expect(await apiAs(await makeApplicant(app)).ask(mine)).toEqual({ myDataReceipts: [] });
  const page = await (await send(file.who, '/es/join/status')).text();
  expect(page).toContain('Lo que escribiste ya no está');
  expect(page).toContain('se guardan dos años');
});

it('no trace of a deleted application file remains, and the decision keeps its reason class', async () => {
  expect(sentMails(app).length).toBeGreaterThan(0);
  expect(product.said).toContain('/graphql');
  const places = [await dumpDatabase(app), contentOfFiles(app.dataDir), product.said];
  expect(textsInDump(places.join(), [...canaries, ...ofReports])).toEqual([]);
  const [decision] = await app.db.query(
    'select outcome, reason_class, words from decision where application_id = $1',
    [file.id],
  );
  expect(decision).toEqual({ outcome: 'decline', reason_class: 'purpose', words: null });
  // The voucher and the inviter remain known as conflicts of interest.
  const ties = await app.db.query('select 1 from tie where other_id = $1', [file.who.accountId]);
  expect(ties).toHaveLength(3);
});
