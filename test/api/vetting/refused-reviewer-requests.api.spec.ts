import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester } from '../../support/app/client.js';
import { tableChecksums } from '../../support/matrix/hidden-rows.js';
import {
  makeApplicant,
  DECLINING_DECISION,
  DECLINING_REVIEW,
  reviewerActions,
  makeTenMembers,
  makeReviewers,
  giveVouchByCode,
} from '../../support/factories/applicants-and-reviewers.js';
import { signInBrowser, makePerson, type Person } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });
let mo1: Person;
let mo2: Person;
let mo3: Person;
let ana: Person;
beforeAll(async () => {
  [mo1, mo2, mo3] = await makeReviewers(app);
  [ana] = (await makeTenMembers(app)) as [Person];
  await app.db.query('update instance set vouches_needed = 0');
});

const everything = async () => ({
  ...(await tableChecksums(app)),
  jobs: await app.db.query('select count(*)::int from graphile_worker.jobs'),
});

interface Told {
  code: string;
  reason?: string;
  fields?: Record<string, string>;
}

/** Expects that `act` is refused with this reason and changes nothing. */
async function refused(act: () => Promise<unknown>, why: string): Promise<void> {
  const before = await everything();
  const told = await act().then(
    () => 'OK',
    ({ code, reason, fields }: Told) => [code, reason, ...Object.values(fields ?? {})].join(' '),
  );
  expect(told.trim()).toBe(why);
  expect(await everything()).toEqual(before);
}

const mutation = (name: string, input: string, selection = '') =>
  `mutation ($input: ${input}!) { ${name}(input: $input) ${selection} }`;
const OPINION = {
  ...{ recommendation: 'accept', checks: ['noConflict'], reason: 'Trabajo que se puede ver.' },
};
/** Operations of a reviewer whose page is already open, so that the file is not loaded first. */
const from = (who: Requester, applicationId: string, readAs: string) => ({
  review: (more: object = {}) =>
    apiAs(who).ask(mutation('reviewApplication', 'ReviewInput', '{ id }'), {
      input: { ...OPINION, applicationId, readAs, ...more },
    }),
  change: () =>
    apiAs(who).ask(mutation('changeReview', 'ReviewInput', '{ id }'), {
      input: { ...OPINION, applicationId, readAs },
    }),
  decide: (more: object = {}) =>
    apiAs(who).ask(mutation('decideApplication', 'DecideInput', '{ outcome }'), {
      input: { applicationId, outcome: 'accept', readAs, ...more },
    }),
});
const readAsOf = async (who: Requester, id: string): Promise<string> =>
  (await reviewerActions(who).open(id)).readAs;

/** Assigns an application to an existing account, like that of a former member who applies again. */
const belongsTo = (id: string, { accountId }: Person, stage: string) =>
  app.db.query(
    'update application set account_id = $2, stage = $3, submitted_at = now() where id = $1',
    [...[id, accountId, stage]],
  );

it('an applicant cannot vouch for themself', async () => {
  const bea = await makePerson(app, 'bea', 'member');
  const { id, vouchCode: own } = await (await makeApplicant(app)).own();
  await belongsTo(id, bea, 'submitted');
  const { vouchCode: another } = await (await makeApplicant(app)).own();
  await refused(() => giveVouchByCode(bea, own), 'FORBIDDEN vouch.ownCode');
  await giveVouchByCode(bea, another);
});

it('an applicant who returns gets no vouch from their own voucher or from members they vouched for', async () => {
  const [caro, dani] = [
    await makePerson(app, 'caro', 'member'),
    await makePerson(app, 'dani', 'member'),
  ];
  const [hers, theirs] = [
    await (await makeApplicant(app)).own(),
    await (await makeApplicant(app)).own(),
  ];
  await giveVouchByCode(ana, hers.vouchCode);
  await belongsTo(hers.id, caro, 'accepted');
  await giveVouchByCode(caro, theirs.vouchCode);
  await belongsTo(theirs.id, dani, 'accepted');
  // Caro applies again: Ana had vouched for her, and she for Dani.
  await app.db.query(`update account set standing = 'applicant' where id = $1`, [caro.accountId]);
  await belongsTo(hers.id, caro, 'submitted');
  for (const who of [ana, dani]) {
    await refused(() => giveVouchByCode(who, hers.vouchCode), 'FORBIDDEN vouch.ring');
  }
  await giveVouchByCode(await makePerson(app, 'eli', 'member'), hers.vouchCode);
});

it('one member cannot both vouch for an applicant and review them', async () => {
  const { id, vouchCode: code } = await (await makeApplicant(app)).own();
  await reviewerActions(mo1).claim(id);
  await refused(() => giveVouchByCode(mo1, code), 'FORBIDDEN vouch.ownCase');
  await giveVouchByCode(mo2, code);
  await refused(() => reviewerActions(mo2).claim(id), 'NOT_FOUND');
  await refused(() => from(mo2, id, 'f'.repeat(64)).review(), 'NOT_FOUND');
  await reviewerActions(mo3).claim(id);
});

it('one person counts as one reviewer in any number of sessions', async () => {
  const id = await (await makeApplicant(app)).id();
  await reviewerActions(mo1).read(id);
  const elsewhere = { ...mo1, ...(await signInBrowser(app, mo1.accountId)) };
  const readAs = await readAsOf(mo1, id);
  for (const who of [mo1, elsewhere]) {
    await refused(() => from(who, id, readAs).review(), 'CONFLICT review.written');
    await refused(() => from(who, id, readAs).decide(), 'CONFLICT decision.reviewsDoNotAgree');
  }
  await reviewerActions(mo2).read(id);
  await from(mo1, id, readAs).decide();
});

it('a review and a decision are valid only for the application that was read', async () => {
  const [a, b] = [await (await makeApplicant(app)).id(), await (await makeApplicant(app)).id()];
  for (const id of [a, b]) await reviewerActions(mo1).read(id);
  for (const id of [a, b]) await reviewerActions(mo2).claim(id);
  const [readA, readB] = [await readAsOf(mo2, a), await readAsOf(mo2, b)];
  await refused(() => from(mo2, a, readB).review(), 'CONFLICT application.changed');
  await from(mo2, a, readA).review();
  await from(mo2, b, readB).review();
  await refused(() => from(mo2, a, readB).decide(), 'CONFLICT application.changed');
  await refused(() => from(mo2, b, readA).decide(), 'CONFLICT application.changed');
  await from(mo2, a, readA).decide();
});

it("an agreement reached before the applicant's answer must be confirmed afterwards", async () => {
  const nayra = await makeApplicant(app);
  const id = await nayra.id();
  for (const who of [mo1, mo2]) await reviewerActions(who).read(id);
  const before = await readAsOf(mo1, id);
  await reviewerActions(mo1).question(id, '¿Dónde se escucha?');
  const answer = { applicationId: id, answer: 'En la plaza, los domingos.' };
  await apiAs(nayra).ask(mutation('answerApplicationQuestion', 'AnswerQuestionInput', '{ id }'), {
    input: answer,
  });
  const now = await readAsOf(mo1, id);
  await refused(() => from(mo1, id, before).decide(), 'CONFLICT application.changed');
  await refused(() => from(mo1, id, before).change(), 'CONFLICT application.changed');
  await refused(() => from(mo1, id, now).decide(), 'CONFLICT review.notConfirmed');
  await from(mo1, id, now).change();
  await refused(() => from(mo1, id, now).decide(), 'CONFLICT decision.reviewsDoNotAgree');
  await from(mo2, id, now).change();
  await from(mo1, id, now).decide();
});

it('only one of twenty concurrent decisions succeeds, and the other decisions get an error', async () => {
  const nayra = await makeApplicant(app);
  const id = await nayra.id();
  for (const who of [mo1, mo2]) await reviewerActions(who).read(id, DECLINING_REVIEW);
  const readAs = await readAsOf(mo1, id);
  const told = await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      from([mo1, mo2][at % 2]!, id, readAs)
        .decide(DECLINING_DECISION)
        .then(
          () => 'OK',
          ({ code }: Told) => code,
        ),
    ),
  );
  expect(told.filter((one) => one === 'OK')).toHaveLength(1);
  expect(told.filter((one) => !['OK', 'CONFLICT', 'NOT_FOUND'].includes(one))).toEqual([]);
  const [row] = await app.db.query(
    `select (select count(*)::int from decision where application_id = $1) as decisions,
      (select count(*)::int from audit_entry where subject_id = $1 and action = 'decide') as entries`,
    [id],
  );
  expect(row).toEqual({ decisions: 1, entries: 1 });
  expect((await nayra.own()).decision).toMatchObject({ outcome: 'decline', round: 1 });
});

it('a withdrawn application can no longer be reviewed, questioned or decided', async () => {
  const nayra = await makeApplicant(app);
  const id = await nayra.id();
  for (const who of [mo1, mo2]) await reviewerActions(who).read(id);
  const readAs = await readAsOf(mo1, id);
  await apiAs(nayra).ask('mutation ($id: ID!) { withdrawApplication(id: $id) { stage } }', { id });
  for (const act of [
    () => from(mo1, id, readAs).decide(),
    () => from(mo1, id, readAs).decide(DECLINING_DECISION),
    () => from(mo1, id, readAs).change(),
    () => reviewerActions(mo1).question(id, '¿Sigues ahí?'),
    () => reviewerActions(mo1).note(id, 'Se fue.'),
    () => reviewerActions(mo3).claim(id),
    () => reviewerActions(mo1).open(id),
  ]) {
    await refused(act, 'NOT_FOUND');
  }
  expect(await nayra.own()).toMatchObject({ stage: 'withdrawn', decision: null });
});

it('a text of ten thousand characters is rejected in every field', async () => {
  const long = 'x'.repeat(10_000);
  const nayra = await makeApplicant(app);
  const { id, vouchCode: code } = await nayra.own();
  await refused(() => giveVouchByCode(ana, code, { statement: long }), 'INVALID input tooLong');
  await refused(() => giveVouchByCode(ana, code, { relation: long }), 'INVALID input tooLong');
  for (const who of [mo1, mo2]) await reviewerActions(who).claim(id);
  const readAs = await readAsOf(mo1, id);
  await refused(() => from(mo1, id, readAs).review({ reason: long }), 'INVALID input tooLong');
  await refused(() => reviewerActions(mo1).question(id, long), 'INVALID input tooLong');
  for (const who of [mo1, mo2]) await from(who, id, readAs).review(DECLINING_REVIEW);
  await refused(() => reviewerActions(mo1).note(id, long), 'INVALID input tooLong');
  const no = { ...DECLINING_DECISION, words: long };
  await refused(() => from(mo1, id, readAs).decide(no), 'INVALID input tooLong');
  await from(mo1, id, readAs).decide(DECLINING_DECISION);
});
