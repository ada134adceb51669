import { startApp, useApp } from '../../support/app/app.js';
import { apiAs, type ErrorCode } from '../../support/app/client.js';
import { allOperations } from '../../support/matrix/operations.js';
import { mailsTo, sentMails } from '../../support/browser/sent-mails.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { isSampled } from '../../support/sampled-sweeps.js';
import { sourceFiles } from '../../support/repository.js';
import {
  APPLICATION_ANSWERS,
  Applicant,
  makeApplicant,
  reviewerActions,
  makeReviewers,
  SUBMIT_APPLICATION,
  giveVouchByCode,
} from '../../support/factories/applicants-and-reviewers.js';
import { makePerson, type Person } from '../../support/factories/make-people.js';

const app = useApp();
let mo1: Person;
let mo2: Person;
beforeAll(async () => {
  [mo1, mo2] = await makeReviewers(app);
});

/** The endpoints open to an applicant; all others are refused. */
const OPEN_TO_APPLICANTS = new Set([
  ...['submitApplication', 'areApplicationsOpen', 'myApplication', 'answerApplicationQuestion'],
  ...['withdrawApplication', 'deleteApplication'],
  ...[
    'me',
    'actsAboutMe',
    'myDataReceipts',
    'myNotices',
    'noticesUnseen',
    'setLanguage',
    'setSessionDays',
    'deleteAccount',
    'undoDeletion',
  ],
  ...['mySessions', 'endSession', 'endOtherSessions', 'confirmSession'],
  ...['taxonomy', 'regions', 'readWords'],
  // Applicants ask for support as themselves.
  ...['askSupport', 'supportAsking', 'mySupportRequests', 'supportNews'],
  ...['caseThreads', 'myIntroductoryCalls', 'partnerCases', 'partnerInvitations'],
  ...['helperCases', 'formerCases'],
  // The random input of these is malformed, and is refused before the request is looked up.
  ...['bookIntroductoryCall', 'findCallTimes', 'moveIntroductoryCall', 'setCallLink'],
  'addCaseLink',
  // Everybody reaches these; a signed-in viewer is refused once the input is valid.
  ...['askSupportAsGuest', 'guestAskingClosedBecause'],
  // Everybody reads these.
  ...['exitAddress', 'emergencyList'],
]);
/** Mutations that would end the session or the account under test. */
const ENDINGS = new Set(['deleteApplication', 'deleteAccount']);

/** Returns the operations that are open to an applicant after a step. `npm test` tries other operations at each step. */
async function openDoors(who: Applicant, step: number): Promise<string[]> {
  const open: string[] = [];
  for (const [at, { name, document, takesId }] of allOperations().entries()) {
    if (ENDINGS.has(name) || !isSampled('applicantCalls', at + 997 * step)) continue;
    const code: ErrorCode | 'OK' = await apiAs(who).code(document);
    if (code !== (takesId ? 'NOT_FOUND' : 'FORBIDDEN')) open.push(name);
  }
  return open.filter((name) => !OPEN_TO_APPLICANTS.has(name));
}

it('an applicant gains no access after any single step of the application', async () => {
  const email = 'app1@trama.example';
  const app1 = await makeApplicant(app, { reach: 'email', email, password: 'río-lento-y-claro' });
  const { id, vouchCode } = await app1.own();
  const member = await makePerson(app, 'ana', 'member');
  const steps: (() => Promise<unknown>)[] = [
    async () => undefined,
    async () =>
      app.db.query(`update account set email = $2, email_confirmed_at = now() where id = $1`, [
        app1.accountId,
        email,
      ]),
    () => giveVouchByCode(member, vouchCode),
    () => reviewerActions(mo1).read(id),
    () => reviewerActions(mo2).read(id),
  ];
  for (const [at, step] of steps.entries()) {
    await step();
    expect(await openDoors(app1, at)).toEqual([]);
    const [row] = await app.db.query('select standing from account where id = $1', [
      app1.accountId,
    ]);
    expect(row?.['standing']).toBe('applicant');
  }
});

it('only one place in the code admits an applicant', () => {
  const callers = sourceFiles(['libs', 'apps'], /\.ts$/, 900).filter(({ text }) =>
    /standing\.admit\(/i.test(text),
  );
  const places = callers.map(({ path }) => path).filter((path) => !path.startsWith('apps/cli/'));
  expect(places).toEqual(['libs/vetting/decisions/decision-effects.service.ts']);
});

it('an application with an address in use gets the usual answer, and only its owner is mailed that there is news', async () => {
  const ana = await makePerson(app, 'ana', 'member');
  const answers = [];
  for (const email of [ana.email, 'nadie@trama.example']) {
    const input = { ...APPLICATION_ANSWERS, reach: 'email', email, password: 'río-lento-y-claro' };
    const answer = await apiAs({ app }).raw(SUBMIT_APPLICATION, { input });
    const headers = [...answer.headers].filter(
      ([name]) => !/date|content-length|set-cookie/.test(name),
    );
    const { data } = (await answer.json()) as { data: { submitApplication: { words: string[] } } };
    const cookies = answer.headers.getSetCookie().map((line) => line.replace(/=[^;]+/, '='));
    answers.push({
      status: answer.status,
      headers,
      cookies,
      words: data.submitApplication.words.length,
    });
  }
  expect(answers[0]).toEqual(answers[1]);
  const [news] = await mailsTo(app, ana.email);
  const [link] = await mailsTo(app, 'nadie@trama.example');
  expect(news!.text).not.toContain('confirm');
  expect(link!.path).toContain('/confirm?t=');
  await waitForJobs(app);
  expect(await mailsTo(app, ana.email)).toHaveLength(1);
});

it('texts of an application do not appear in mails, audit log, jobs or answers to others', async () => {
  const canary = `canario${crypto.randomUUID().slice(0, 8)}`;
  const email = `${canary}@trama.example`;
  const texts = { name: `n${canary}`, work: `w${canary}`, hopes: `h${canary}` };
  const known = { knownKind: 'someone', known: `k${canary}` };
  const password = 'río-lento-y-claro';
  const nayra = await makeApplicant(app, { ...texts, ...known, reach: 'email', email, password });
  const { id, vouchCode } = await nayra.own();
  await mailsTo(app, email);
  const ana = await makePerson(app, 'ana', 'member');
  await giveVouchByCode(ana, vouchCode, { relation: `r${canary}`, statement: `s${canary}` });
  await reviewerActions(mo1).claim(id);
  await reviewerActions(mo1).question(id, `q${canary}`);
  await apiAs(nayra).ask(
    `mutation ($input: AnswerQuestionInput!) { answerApplicationQuestion(input: $input) { id } }`,
    { input: { applicationId: id, answer: `a${canary}` } },
  );
  await reviewerActions(mo1).review(id, { reason: `reason ${canary}` });
  await reviewerActions(mo2).read(id);
  await reviewerActions(mo2).decide(id);
  await waitForJobs(app);
  for (const mail of sentMails(app)) expect(`${mail.subject} ${mail.text}`).not.toContain(canary);
  for (const table of [
    'audit_entry',
    'event_receipt',
    'graphile_worker._private_jobs',
    'decision',
  ]) {
    const [row] = await app.db.query(
      `select coalesce(string_agg(t::text, ''), '') as text from ${table} t`,
    );
    expect(row?.['text']).not.toContain(canary);
  }
  for (const who of [ana, await makePerson(app, 'su', 'supporter')]) {
    for (const { kind, document } of allOperations()) {
      if (kind === 'mutation') continue;
      const text = await (await apiAs(who).raw(document)).text();
      expect(text.replaceAll(`r${canary}`, '').replaceAll(`s${canary}`, '')).not.toContain(canary);
    }
  }
});

it('more than a hundred applications per hour from one IP address are delayed, and none is refused', async () => {
  const quiet = await startApp({ TRAMA_WORKER: '0' });
  await makeReviewers(quiet);
  const send = (input: object) => apiAs({ app: quiet }).code(SUBMIT_APPLICATION, { input });
  expect(await send(APPLICATION_ANSWERS)).toBe('OK');
  for (let n = 1; n < 100; n++)
    expect(await send({ ...APPLICATION_ANSWERS, reach: null })).toBe('INVALID');
  expect(await send(APPLICATION_ANSWERS)).toBe('OK');
  // One counter in the database serves all nodes, and contains no IP address.
  const counted = await quiet.db.query<{ key: string; points: number }>(
    `select key, points from rate_limit where key like 'join:%'`,
  );
  expect(counted).toEqual([{ key: expect.stringMatching(/^join:[\w-]{43}$/), points: 101 }]);
  await quiet.stop();
});

it('applications are closed until the founding ends, and while fewer than three people vet', async () => {
  const early = await startApp({ TRAMA_WORKER: '0' });
  const open = async () =>
    (await apiAs({ app: early }).ask('{ areApplicationsOpen }')).areApplicationsOpen;
  expect(await open()).toBe(false);
  await expect(
    apiAs({ app: early }).ask(SUBMIT_APPLICATION, { input: APPLICATION_ANSWERS }),
  ).rejects.toMatchObject({
    code: 'CONFLICT',
    reason: 'application.closed',
  });
  const [, , mo] = await makeReviewers(early);
  expect(await open()).toBe(true);
  await early.db.query(`delete from duty where account_id = $1 and name = 'vet'`, [mo.accountId]);
  expect(await open()).toBe(false);
  for (const who of [
    await makePerson(early, 'm', 'member'),
    await makePerson(early, 'ad', 'administrator'),
  ]) {
    expect(await apiAs(who).code(SUBMIT_APPLICATION, { input: APPLICATION_ANSWERS })).toBe(
      'FORBIDDEN',
    );
  }
  await early.stop();
});
