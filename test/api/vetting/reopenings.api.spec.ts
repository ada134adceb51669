import { DAY, MINUTE } from '#kernel/clock.js';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import { RetentionService } from '#retention/retention.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { containingActions } from '../../support/app/match-viewer-can.js';
import {
  reopeningActions,
  CLAIM_REOPENING,
  JUDGE_REOPENING,
  makeReopening,
} from '../../support/factories/reopenings.js';
import {
  matterDocument,
  OPEN_MATTER,
  MATTER_QUEUE_QUERY,
} from '../../support/factories/moderation-documents.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { openSocket, closeAllSockets } from '../../support/app/sockets.js';
import { makeTenMembers, makeReviewers } from '../../support/factories/applicants-and-reviewers.js';
import {
  signInAgain as signedIn,
  makePerson,
  type Person,
} from '../../support/factories/make-people.js';

const app = useApp();
let mo: [Person, Person, Person];
beforeAll(async () => {
  mo = await makeReviewers(app);
  await makeTenMembers(app);
});
afterEach(closeAllSockets);

const stageOf = async (id: string) =>
  (await app.db.query('select stage, closed_at from reopening where id = $1', [id]))[0];
const standingOf = async (id: string) =>
  (await app.db.query('select standing, probation_ends_at from account where id = $1', [id]))[0];

it("withdrawing a vouch for a member opens a review, which shows neither the member's application nor the voucher", async () => {
  const { id, voucher } = await makeReopening(app, mo);
  expect(await reopeningActions(mo[0]).queue()).toContainEqual({
    ...{ id, claimEndsAt: null, createdAt: expect.any(String) },
    ...{ otherReaders: 0, opinionsWritten: 0, isJudgedByMe: false },
  });
  expect(await reopeningActions(mo[0]).openCode(id)).toBe('NOT_FOUND');
  await reopeningActions(mo[0]).claim(id);
  const file = await reopeningActions(mo[0]).open(id);
  expect(file).toMatchObject({
    ...{ reason: 'conduct', words: 'Pidió dinero.', ownOpinion: null, otherOpinions: [] },
    cameIn: { vouchesNeeded: 2, vouchesCounted: 2, isFoundingRule: false },
  });
  const { viewerCan, ...said } = file;
  expect(viewerCan.toSorted()).toEqual(
    expect.arrayContaining(['claim', 'judge', 'queue', 'read', 'readFile', 'release']),
  );
  expect(JSON.stringify(said)).not.toMatch(new RegExp(`Radio comunitaria|${voucher.accountId}`));
  // The voucher sees only that the withdrawal was received, and now has a conflict of interest.
  const { myVouches } = await apiAs(voucher).ask(
    '{ myVouches { items { withdrawnAt viewerCan } } }',
  );
  expect(myVouches.items).toEqual([
    {
      withdrawnAt: expect.any(String),
      viewerCan: containingActions(['give', 'read'], { without: ['withdraw'] }),
    },
  ]);
  const [vouch] = await app.db.query('select * from vouch where voucher_id = $1', [
    voucher.accountId,
  ]);
  expect(vouch).toMatchObject({ withdrawal_reason: null, withdrawal_words: null });
});

it('a reopening is hidden from moderators with a conflict of interest, from the member and from other accounts', async () => {
  const { id, memberId, voucher } = await makeReopening(app, mo);
  const ally = await makePerson(app, 'aliada', 'moderator');
  await app.db.write(() => app.get(AlliancesService).start(ally.accountId, memberId));
  for (const who of [ally, voucher]) {
    await app.db.query(
      `insert into duty (account_id, name) values ($1, 'vet') on conflict do nothing`,
      [who.accountId],
    );
    expect(await apiAs(who).code(CLAIM_REOPENING, { id })).toBe('NOT_FOUND');
    expect((await reopeningActions(who).queue()).map((one) => one.id)).not.toContain(id);
  }
  const plain = await makePerson(app, 'clara', 'member');
  expect(await apiAs(plain).code('{ reopeningQueue { items { id } } }')).toBe('FORBIDDEN');
  expect(await apiAs(plain).code(CLAIM_REOPENING, { id })).toBe('NOT_FOUND');
  expect(await apiAs(mo[0]).code(CLAIM_REOPENING, { id })).toBe('OK');
});

it("a reopening closes when two reviewers say the member stays, each before seeing the other's opinion", async () => {
  const { id, memberId } = await makeReopening(app, mo);
  const before = await standingOf(memberId);
  await reopeningActions(mo[0]).look(id, 'stays', 'Nada que ver con la red.');
  await reopeningActions(mo[1]).claim(id);
  expect(await reopeningActions(mo[1]).open(id)).toMatchObject({
    otherOpinions: [],
    claimEndsAt: /T/,
  });
  expect(await reopeningActions(mo[0]).open(id)).toMatchObject({
    ...{ ownOpinion: { says: 'stays' }, claimEndsAt: null, otherOpinions: [] },
  });
  const once = { input: { id, says: 'concern', words: 'x' } };
  expect(
    await apiAs(mo[0])
      .ask(JUDGE_REOPENING, once)
      .catch((error) => error),
  ).toMatchObject({
    ...{ code: 'FORBIDDEN', reason: 'reopening.judged' },
  });
  await expect(reopeningActions(mo[2]).claim(id)).rejects.toMatchObject({
    reason: 'reopening.seatsTaken',
  });
  expect(await stageOf(id)).toMatchObject({ stage: 'open', closed_at: null });
  const ear = await openSocket(mo[2]);
  await reopeningActions(mo[1]).judge(id, 'stays');
  await ear.until('news', (news) => news['subject'] === 'reopening' && news['id'] === id);
  expect(await stageOf(id)).toMatchObject({ stage: 'stays', closed_at: expect.any(Date) });
  expect(await reopeningActions(mo[0]).openCode(id)).toBe('NOT_FOUND');
  expect(await standingOf(memberId)).toEqual(before);
});

it('a reopening with two different opinions needs a third one; two concerns go to moderation and remove no member', async () => {
  const { id, memberId } = await makeReopening(app, mo);
  const before = await standingOf(memberId);
  await reopeningActions(mo[0]).look(id, 'stays');
  await reopeningActions(mo[1]).look(id, 'concern', 'Hay que hablarlo.');
  expect(await reopeningActions(mo[1]).open(id)).toMatchObject({
    otherOpinions: [{ says: 'stays' }],
  });
  expect(await stageOf(id)).toMatchObject({ stage: 'open' });
  await reopeningActions(mo[2]).look(id, 'concern', 'También lo veo.');
  expect(await stageOf(id)).toMatchObject({ stage: 'concern', closed_at: null });
  await waitForJobs(app);
  const { matterQueue } = await apiAs(mo[0]).ask(
    MATTER_QUEUE_QUERY.replace('reportCount', 'reportCount concernCount'),
  );
  const matter = matterQueue.find((one: { concernCount: number }) => one.concernCount > 0);
  expect(matter).toMatchObject({ reportCount: 0, concernCount: 1, stage: 'open' });
  await apiAs(mo[0]).ask(matterDocument('claimMatter'), { id: matter!.id });
  const file = OPEN_MATTER.replace('earlierSuspensions', 'concerns { reason words opinions }');
  expect((await apiAs(mo[0]).ask(file, { id: matter!.id })).openMatter).toMatchObject({
    reports: [],
    concerns: [
      {
        ...{ reason: 'conduct', words: 'Pidió dinero.' },
        opinions: ['Hay que hablarlo.', 'También lo veo.'],
      },
    ],
  });
  expect(await standingOf(memberId)).toEqual(before);
  await apiAs(mo[0]).ask(matterDocument('closeMatter'), { id: matter!.id });
  await waitForJobs(app);
  expect(await stageOf(id)).toMatchObject({ stage: 'concern', closed_at: expect.any(Date) });
});

it('a claim on a reopening ends by time or by a conflict of interest, which also cancels the opinion', async () => {
  const { id, memberId } = await makeReopening(app, mo);
  await reopeningActions(mo[0]).claim(id);
  await reopeningActions(mo[1]).claim(id);
  expect(await apiAs(mo[2]).code(CLAIM_REOPENING, { id })).toBe('CONFLICT');
  app.clock.move(31 * MINUTE);
  mo = [await signedIn(mo[0]), await signedIn(mo[1]), await signedIn(mo[2])];
  await reopeningActions(mo[2]).claim(id);
  expect(await reopeningActions(mo[0]).openCode(id)).toBe('NOT_FOUND');
  const tied = await makePerson(app, 'aliada', 'moderator');
  await reopeningActions(tied).look(id, 'stays');
  await reopeningActions(mo[2]).claim(id);
  const ear = await openSocket(tied);
  await app.db.write(() => app.get(AlliancesService).start(tied.accountId, memberId));
  await ear.until('news', (news) => news['subject'] === 'reopening' && news['id'] === id);
  expect(await reopeningActions(tied).openCode(id)).toBe('NOT_FOUND');
  await reopeningActions(mo[2]).judge(id, 'stays');
  // The opinion of the recused reviewer no longer counts.
  expect(await stageOf(id)).toMatchObject({ stage: 'open' });
  await reopeningActions(mo[0]).look(id, 'stays');
  expect(await stageOf(id)).toMatchObject({ stage: 'stays' });
});

it('a reopening appears to the member only in their audit entries, with the duty and without names', async () => {
  const { id, memberId, voucher } = await makeReopening(app, mo);
  await reopeningActions(mo[0]).look(id, 'stays');
  const entries = await app.db.query(
    `select action, duty, about_id from audit_entry where subject_type = 'Reopening' and subject_id = $1 order by seq`,
    [id],
  );
  expect(entries).toEqual(
    ['claim', 'readFile', 'judge'].map((action) => ({ action, duty: 'vet', about_id: memberId })),
  );
  const said = await app.db.query('select * from audit_entry');
  expect(JSON.stringify(said)).not.toMatch(/Pidió dinero|Lo leí con calma/);
  expect(await apiAs(voucher).ask('{ myDataReceipts { dataClass } }')).toEqual({
    myDataReceipts: [],
  });
});

it('a reopening is deleted fourteen days after it closed, once, with a receipt that names no account', async () => {
  const { id } = await makeReopening(app, mo);
  const open = await makeReopening(app, mo);
  await reopeningActions(mo[0]).look(id, 'stays');
  await reopeningActions(mo[1]).look(id, 'stays');
  const destroy = () => app.get(RetentionService).run('reopening');
  const left = () => app.db.query('select id from reopening where id = any($1)', [[id, open.id]]);
  app.clock.move(14 * DAY - MINUTE);
  await destroy();
  expect(await left()).toHaveLength(2);
  app.clock.move(2 * MINUTE);
  await app.db.query(`
    create function fail() returns trigger language plpgsql as $$ begin raise 'midway'; end $$;
    create trigger fail before delete on reopening execute function fail()`);
  await expect(destroy()).rejects.toThrow('midway');
  const receipts = () =>
    app.db.query(`select subject_id, about_id from receipt where subject_id = $1`, [id]);
  expect(await receipts()).toEqual([]);
  await app.db.query('drop trigger fail on reopening');
  for (const _twice of [1, 2]) await destroy();
  expect(await left()).toEqual([{ id: open.id }]);
  expect(await receipts()).toEqual([{ subject_id: id, about_id: null }]);
});
