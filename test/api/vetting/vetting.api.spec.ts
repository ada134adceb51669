import { AlliancesService } from '#members/relationships/alliances.service.js';
import { Application } from '#vetting/applications/application.entity.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, send } from '../../support/app/client.js';
import { mailsTo } from '../../support/browser/sent-mails.js';
import {
  Applicant,
  makeApplicant,
  DECLINING_REVIEW,
  reviewerActions,
  makeTenMembers,
  makeReviewers,
  SUBMIT_APPLICATION,
  APPLICATION_ANSWERS,
  giveVouchByCode,
} from '../../support/factories/applicants-and-reviewers.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { extendSessions } from '../../support/factories/introductions.js';
import { type Person, makePerson } from '../../support/factories/make-people.js';

const app = useApp();
let mo1: Person;
let mo2: Person;
let members: Person[];
beforeAll(async () => {
  [mo1, mo2] = await makeReviewers(app);
  members = await makeTenMembers(app);
});

const HOUR = 3_600_000;
const standingOf = async (accountId: string) =>
  (await app.db.query('select standing from account where id = $1', [accountId]))[0]?.['standing'];

it('an applicant applies, gets vouches, is reviewed by two and becomes a member with the same account', async () => {
  const nayra = await makeApplicant(app);
  expect(nayra.words).toHaveLength(12);
  const { id, vouchCode, ...own } = await nayra.own();
  expect(own).toMatchObject({ stage: 'submitted', vouchCount: 0, reviewsWritten: 0 });
  expect(Date.parse(own.answerDueAt) - Date.parse(own.submittedAt)).toBe(72 * HOUR);

  await giveVouchByCode(members[0]!, vouchCode);
  await giveVouchByCode(members[1]!, vouchCode.toLowerCase().replaceAll('-', ' '));
  expect(await nayra.own()).toMatchObject({ vouchCount: 2 });

  await reviewerActions(mo1).claim(id);
  expect(await nayra.own()).toMatchObject({ isBeingRead: true, openedAt: [] });
  const file = await reviewerActions(mo1).open(id);
  expect(file.answers).toMatchObject({ name: 'Nayra', work: 'Radio comunitaria.' });
  expect(file.vouches).toHaveLength(2);
  expect((await nayra.own()).openedAt).toHaveLength(1);
  expect(file.admission).toMatchObject({ vouchesNeeded: 2, vouchesCounted: 2 });
  await reviewerActions(mo1).review(id);
  expect(await nayra.own()).toMatchObject({ stage: 'inReview', reviewsWritten: 1 });
  await reviewerActions(mo2).read(id);
  expect(await standingOf(nayra.accountId)).toBe('applicant');
  expect(await reviewerActions(mo2).decide(id)).toMatchObject({
    decideApplication: { outcome: 'accept', vouchesNeeded: 2, vouchesCounted: 2 },
  });

  expect(await apiAs(nayra).code('{ me { id } }')).toBe('UNAUTHENTICATED');
  expect(await standingOf(nayra.accountId)).toBe('member');
  const [profile] = await app.db.query(
    `select text, audience from profile_field where account_id = $1 and kind = 'name'`,
    [nayra.accountId],
  );
  expect(profile).toEqual({ text: 'Nayra', audience: 'onlyMe' });
});

it('an older application with a name in two alphabets is still admitted', async () => {
  const maria = await makeApplicant(app, { name: 'Maria' });
  const { id, vouchCode } = await maria.own();
  const mixed = 'M\u0430ria'; // a Cyrillic а
  const applications = app.db.repo(Application);
  const { answers } = await applications.findOneByOrFail({ id });
  await applications.update(id, { answers: { ...answers!, name: mixed } });
  for (const member of members.slice(0, 2)) await giveVouchByCode(member, vouchCode);
  await reviewerActions(mo1).read(id);
  await reviewerActions(mo2).read(id);
  await reviewerActions(mo2).decide(id);
  expect(await standingOf(maria.accountId)).toBe('member');
  expect(
    await app.db.query(`select text from profile_field where account_id = $1 and kind = 'name'`, [
      maria.accountId,
    ]),
  ).toEqual([{ text: mixed }]);
});

it('two agreeing reviewers decline with reason class and text, and the applicant learns nothing else', async () => {
  const pulso = await makeApplicant(app, { name: 'Pulso' });
  const id = await pulso.id();
  await reviewerActions(mo1).read(id, DECLINING_REVIEW);
  await reviewerActions(mo2).read(id, DECLINING_REVIEW);
  const decline = { outcome: 'decline', reasonClass: 'purpose', words: 'Aquí no cabe la venta.' };
  await expect(reviewerActions(mo1).decide(id, { outcome: 'decline' })).rejects.toMatchObject({
    code: 'INVALID',
  });
  await reviewerActions(mo1).decide(id, decline);
  expect(await pulso.own()).toMatchObject({ stage: 'declined', decision: decline });
  expect(await standingOf(pulso.accountId)).toBe('applicant');
  const { decisionLog } = await apiAs(members[0]!)
    .ask('{ decisionLog { items { words } } }')
    .catch((error) => ({ decisionLog: error.code }));
  expect(decisionLog).toBe('FORBIDDEN');
  const log = await apiAs(mo2).ask(
    '{ decisionLog(first: 1) { items { outcome words } nextCursor } }',
  );
  expect(log.decisionLog.items).toEqual([{ outcome: 'decline', words: decline.words }]);
  // The other reviewer's open page shows the outcome without the text; others get NOT_FOUND for the same id.
  const DECIDED = 'query ($id: ID!) { decisionOn(applicationId: $id) { outcome words } }';
  expect((await apiAs(mo2).ask(DECIDED, { id })).decisionOn).toEqual({
    outcome: 'decline',
    words: null,
  });
  const voucher = await makePerson(app, 'aliada', 'moderator');
  await app.db.write(() => app.get(AlliancesService).start(voucher.accountId, pulso.accountId));
  const vetter = await makePerson(app, 'lee', 'moderator');
  for (const who of [vetter, members[0]!, voucher, pulso]) {
    expect(await apiAs(who).code(DECIDED, { id })).toMatch(/^(NOT_FOUND|FORBIDDEN)$/);
  }
  const undecided = await (await makeApplicant(app, { name: 'Sin leer' })).id();
  expect(await apiAs(mo2).code(DECIDED, { id: undecided })).toBe('NOT_FOUND');
  await app.db.query(`update decision set decided_at = $2 where application_id = $1`, [
    id,
    app.clock.in(-31 * 24 * HOUR),
  ]);
  expect(await apiAs(mo2).code(DECIDED, { id })).toBe('NOT_FOUND');
});

it("a question waits for the applicant's answer, and then the first reviewer must look again", async () => {
  const ximena = await makeApplicant(app, { name: 'Ximena' });
  const id = await ximena.id();
  await reviewerActions(mo1).read(id);
  await reviewerActions(mo2).claim(id);
  await reviewerActions(mo2).question(id, '¿Cómo guardas lo que registras?');
  await expect(reviewerActions(mo2).question(id, '¿Otra?')).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  const asked = await ximena.own();
  expect(asked).toMatchObject({ stage: 'asked', answerDueAt: null });
  expect(asked.questions).toMatchObject([{ body: '¿Cómo guardas lo que registras?' }]);

  const answer = (text: string) =>
    apiAs(ximena).code(
      `mutation ($input: AnswerQuestionInput!) { answerApplicationQuestion(input: $input) { id } }`,
      { input: { applicationId: id, answer: text } },
    );
  expect(await answer('x'.repeat(10_000))).toBe('INVALID');
  expect(await answer('En un disco cifrado.')).toBe('OK');
  expect(await answer('Otra vez.')).toBe('FORBIDDEN');
  await reviewerActions(mo2).review(id);
  const { admission, agreedOutcome } = await reviewerActions(mo2).open(id);
  expect({ ...admission, agreedOutcome }).toMatchObject({ agreedOutcome: null });
  expect(await reviewerActions(mo1).queue()).toContainEqual(
    expect.objectContaining({ id, mustConfirm: true, isAnswered: true }),
  );
  await reviewerActions(mo1).change(id);
  expect(await reviewerActions(mo2).open(id)).toMatchObject({ agreedOutcome: 'accept' });
});

it('an application says that it waits for a second reviewer once the promised time has passed', async () => {
  const lia = await makeApplicant(app, { name: 'Lia' });
  await reviewerActions(mo1).read(await lia.id());
  expect(await lia.own()).toMatchObject({ waitsForSecondReader: false });
  await extendSessions(mo1, mo2);
  app.clock.move(73 * HOUR);
  expect(await lia.own()).toMatchObject({ waitsForSecondReader: true });
  app.clock.move(-73 * HOUR);
});

it('withdrawing an application deletes its texts, and the applicant may apply again', async () => {
  const kim = await makeApplicant(app, { name: 'Kim Canario' });
  const { id, vouchCode } = await kim.own();
  await giveVouchByCode(members[2]!, vouchCode, { statement: 'Kim Canario es de fiar.' });
  await expect(new Applicant(app, kim.jar).apply()).rejects.toThrow('CONFLICT');
  await apiAs(kim).ask('mutation ($id: ID!) { withdrawApplication(id: $id) { stage } }', { id });
  expect(await kim.own()).toMatchObject({
    stage: 'withdrawn',
    answers: null,
    viewerCan: expect.not.arrayContaining(['withdraw']),
  });
  const tables = await app.db.query(
    `select coalesce((select string_agg(a::text, '') from application a where a.id = $1), '')
       || coalesce((select string_agg(v::text, '') from vouch v where v.application_id = $1), '') as text`,
    [id],
  );
  expect(tables[0]?.['text']).not.toContain('Canario');
  await new Applicant(app, kim.jar).apply({ name: 'Kim otra vez' });
  expect(await kim.own()).toMatchObject({ stage: 'submitted', vouchCount: 0 });
});

it('deleting an application deletes the account at once', async () => {
  const sol = await makeApplicant(app, { name: 'Sol' });
  const id = await sol.id();
  const answer = await apiAs(sol).raw('mutation ($id: ID!) { deleteApplication(id: $id) }', { id });
  expect(answer.headers.getSetCookie().join()).toMatch(/Max-Age=0/);
  expect(await apiAs(sol).code('{ me { id } }')).toBe('UNAUTHENTICATED');
  expect(await app.db.query('select 1 from account where id = $1', [sol.accountId])).toEqual([]);
  expect(await app.db.query('select 1 from application where id = $1', [id])).toEqual([]);
});

it('an application sent again after a lost answer gets a new recovery phrase', async () => {
  const sendKey = crypto.randomUUID();
  const first = await makeApplicant(app, { sendKey });
  const second = await makeApplicant(app, { sendKey, name: 'Otro nombre' });
  expect(second.accountId).toBe(first.accountId);
  expect(second.words).not.toEqual(first.words);
  expect((await second.own()).answers.name).toBe('Nayra');
  await extendSessions(mo1, mo2);
  app.clock.move(2 * HOUR);
  await expect(makeApplicant(app, { sendKey })).rejects.toThrow('CONFLICT');
  app.clock.move(-2 * HOUR);
});

it('an invalid application names every invalid field and stores nothing', async () => {
  const count = () => app.db.query('select count(*) from account');
  const before = await count();
  const input = {
    ...APPLICATION_ANSWERS,
    name: ' ',
    issueAreas: ['issue:none'],
    work: 'x'.repeat(10_000),
  };
  await expect(apiAs({ app }).ask(SUBMIT_APPLICATION, { input })).rejects.toMatchObject({
    code: 'INVALID',
    fields: { name: 'blank', work: 'tooLong', issueAreas: 'unknownTerm' },
  });
  const missing = {
    ...APPLICATION_ANSWERS,
    practices: [],
    work: '',
    country: null,
    sharedTerritories: [],
    reach: 'email',
  };
  await expect(
    apiAs({ app }).ask(SUBMIT_APPLICATION, { input: { ...missing, email: 'x' } }),
  ).rejects.toMatchObject({ fields: { email: 'isEmail' } });
  const email = { email: 'nayra@trama.example', password: 'corta' };
  await expect(
    apiAs({ app }).ask(SUBMIT_APPLICATION, { input: { ...missing, ...email } }),
  ).rejects.toMatchObject({
    fields: { practices: 'missing', country: 'missing', password: 'passwordTooShort' },
  });
  expect(await count()).toEqual(before);
});

it('an applicant gets a confirmation link by mail, and later only mails that there is news', async () => {
  const email = 'ines@trama.example';
  const ines = await makeApplicant(app, {
    name: 'Inés',
    reach: 'email',
    email,
    password: 'río-lento-y-claro',
  });
  const [link] = await mailsTo(app, email);
  expect(link!.path).toMatch(/^\/es\/confirm\?t=/);
  expect((await apiAs(ines).ask('{ me { email } }')).me.email).toBeNull();
  await app.db.query('update account set email = $2, email_confirmed_at = now() where id = $1', [
    ines.accountId,
    email,
  ]);
  const id = await ines.id();
  await reviewerActions(mo1).claim(id);
  await reviewerActions(mo1).question(id, '¿Un canario?');
  const [, news] = await mailsTo(app, email, 2);
  expect(news!.subject).toBe('Trama: Hay novedades');
  expect(news!.text).not.toContain('canario');
  await waitForJobs(app);
  expect((await send({ app }, news!.path)).status).toBeLessThan(500);
});
