import { createVouchCode, formatVouchCode } from '#vetting/vouches/vouch-code.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import {
  admitApplicant,
  makeApplicant,
  reviewerActions,
  makeTenMembers,
  makeReviewers,
  giveVouchByCode,
  vouchErrorCode,
  rawVouchResponse,
  withdrawGivenVouch,
  WITHDRAW_VOUCH,
} from '../../support/factories/applicants-and-reviewers.js';
import { makePerson, type Person } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });
let mo1: Person;
let mo2: Person;
let mo3: Person;
beforeAll(async () => {
  [mo1, mo2, mo3] = await makeReviewers(app);
  await makeTenMembers(app);
});

const DAY = 86_400_000;
const member = (name: string) => makePerson(app, name, 'member');
const masked = async (answer: Response) => ({
  status: answer.status,
  headers: [...answer.headers].filter(([name]) => !['date', 'content-length'].includes(name)),
  body: (await answer.text()).replace(/[0-9a-f-]{36}/g, 'ID').replace(/"\d{4}-[^"]+Z"/g, 'TIME'),
});

it('a vouch gets the same answer for an unknown and an expired code, and for a second vouch', async () => {
  const nayra = await makeApplicant(app);
  const gone = await makeApplicant(app);
  const [code, spent] = [(await nayra.own()).vouchCode, (await gone.own()).vouchCode];
  const { id } = await gone.own();
  await apiAs(gone).ask('mutation ($id: ID!) { deleteApplication(id: $id) }', { id });
  const ana = await member('ana');
  const answers = [];
  for (const one of [code, code, spent, formatVouchCode(createVouchCode())]) {
    answers.push(await masked(await rawVouchResponse(ana, one)));
  }
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  const { myVouches, vouchQuota } = await apiAs(ana).ask(
    '{ myVouches { items { withdrawnAt viewerCan } } vouchQuota { leftNow leftInAll } }',
  );
  expect(new Set(myVouches.items.map((item: object) => JSON.stringify(item))).size).toBe(1);
  expect(myVouches.items).toHaveLength(4);
  expect(vouchQuota).toEqual({ leftNow: 1, leftInAll: 16 });
  expect(await nayra.own()).toMatchObject({ vouchCount: 1 });

  const list = async () =>
    (await apiAs(ana).raw('{ myVouches { items { id createdAt withdrawnAt viewerCan } } }')).text();
  const before = await list();
  const nayras = await nayra.id();
  await apiAs(nayra).ask('mutation ($id: ID!) { deleteApplication(id: $id) }', { id: nayras });
  expect(await list()).toBe(before);
});

it('a member may give five vouches in thirty days and twenty in all, whether or not the codes are known', async () => {
  const ana = await member('ana');
  for (let n = 0; n < 5; n++) await giveVouchByCode(ana, createVouchCode());
  const code = (await (await makeApplicant(app)).own()).vouchCode;
  expect(await vouchErrorCode(ana, code)).toBe('TOO_MANY');
  expect(await vouchErrorCode(ana, createVouchCode())).toBe('TOO_MANY');
  await app.db.query(
    `insert into vouch (voucher_id, attestations, created_at)
     select $1, '{}', $2::timestamptz - interval '40 days' from generate_series(1, 15)`,
    [ana.accountId, app.clock.now()],
  );
  await app.db.query(
    `update vouch set created_at = created_at - interval '31 days' where voucher_id = $1`,
    [ana.accountId],
  );
  expect(await vouchErrorCode(ana, code)).toBe('TOO_MANY');
});

it('a member on probation cannot vouch, and a reviewer cannot vouch for an applicant they review', async () => {
  const nayra = await makeApplicant(app);
  const { id, vouchCode: code } = await nayra.own();
  const inf = await makePerson(app, 'inf', 'probation');
  expect(await vouchErrorCode(inf, code)).toBe('FORBIDDEN');
  expect(await vouchErrorCode(inf, createVouchCode())).toBe('FORBIDDEN');
  expect(await vouchErrorCode(nayra, code)).toBe('FORBIDDEN');
  await reviewerActions(mo1).claim(id);
  expect(await vouchErrorCode(mo1, code)).toBe('FORBIDDEN');
  expect(await vouchErrorCode(mo2, code)).toBe('OK');
  await expect(reviewerActions(mo2).claim(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await reviewerActions(mo2).queue()).map((item) => item.id)).not.toContain(id);
  expect(await vouchErrorCode(mo2, 'no es un código')).toBe('INVALID');
});

/** Creates an account that was admitted with a vouch of `through`; returns it with its application id and vouch code. */
async function cameIn(name: string, through: Person) {
  const who = await member(name);
  const came = await makeApplicant(app);
  const { id, vouchCode: code } = await came.own();
  await giveVouchByCode(through, code);
  const sql = `update application set stage = 'accepted', account_id = $2 where id = $1`;
  await app.db.query(sql, [id, who.accountId]);
  return { ...who, applicationId: id, code };
}

/** Makes the member leave and apply again with the same account. */
async function appliesAgain({
  accountId,
  applicationId,
}: {
  accountId: string;
  applicationId: string;
}) {
  await app.db.query(`update account set standing = 'applicant' where id = $1`, [accountId]);
  await app.db.query(
    `update application set stage = 'submitted', submitted_at = now() where id = $1`,
    [applicationId],
  );
}

it('a member cannot vouch for themself, or in a ring of any length, also when a former member applies again', async () => {
  const refused = async (who: Person, code: string, reason: string) =>
    expect(giveVouchByCode(who, code)).rejects.toMatchObject({ code: 'FORBIDDEN', reason });
  const ana = await member('ana');
  const bea = await cameIn('bea', ana);
  const caro = await cameIn('caro', bea);
  const dani = await cameIn('dani', caro);
  const other = await cameIn('other', ana);
  await refused(bea, bea.code, 'vouch.ownCode');
  await appliesAgain(bea);
  // Ana had vouched for Bea, and Bea for Caro and Dani.
  for (const who of [ana, caro, dani]) await refused(who, bea.code, 'vouch.ring');
  expect(await vouchErrorCode(other, bea.code)).toBe('OK');
  const rows = await app.db.query(
    'select 1 from vouch where voucher_id = any($1) and created_at > $2',
    [[caro, dani].map(({ accountId }) => accountId), app.clock.in(-60_000)],
  );
  // A refused vouch is not stored and does not count in the quota.
  expect(rows).toHaveLength(1);
});

it("a vouch is shown to the assigned reviewer without the voucher's name, and to the applicant as a count", async () => {
  const nayra = await makeApplicant(app);
  const { id, vouchCode: code } = await nayra.own();
  const ana = await member('ana');
  await giveVouchByCode(ana, code, { relation: 'Canario del aval.', statement: 'De fiar.' });
  await reviewerActions(mo1).claim(id);
  const file = await (await reviewerActions(mo1).openRaw(id)).text();
  expect(file).toContain('Canario del aval.');
  expect(file).not.toContain(ana.accountId);
  const own = JSON.stringify(await nayra.own());
  expect(own).not.toContain('Canario');
  expect(own).toContain('"vouchCount":1');
});

it('only vouches of members who did not vouch for each other are counted', async () => {
  const ana = await member('ana');
  const first = await makeApplicant(app, { name: 'Primera' });
  await giveVouchByCode(ana, (await first.own()).vouchCode);
  await giveVouchByCode(await member('beto'), (await first.own()).vouchCode);
  await admitApplicant([mo1, mo2], await first.id());
  app.clock.move(31 * DAY);
  const people = await Promise.all(
    [mo1, mo2, mo3].map(async (who) => makePerson(app, who.name, 'moderator')),
  );
  const through = await makePerson(app, 'x', 'member');
  await app.db.query('update session set account_id = $1 where account_id = $2', [
    first.accountId,
    through.accountId,
  ]);

  const second = await makeApplicant(app, { name: 'Segunda' });
  const { id, vouchCode: code } = await second.own();
  await giveVouchByCode(through, code);
  await giveVouchByCode(await makePerson(app, 'ana2', 'member', {}), code);
  await app.db.query(
    `update vouch set voucher_id = $1 where application_id = $2 and voucher_id <> $3`,
    [ana.accountId, id, first.accountId],
  );
  for (const who of people.slice(0, 2)) await reviewerActions(who).read(id);
  const { admission } = await reviewerActions(people[1]!).open(id);
  expect(admission).toMatchObject({ vouchesNeeded: 2, vouchesCounted: 1, independence: 'linked' });
  await expect(reviewerActions(people[1]!).decide(id)).rejects.toMatchObject({
    reason: 'decision.vouchesMissing',
  });
  await giveVouchByCode(await makePerson(app, 'carla', 'member'), code);
  await reviewerActions(people[1]!).decide(id);
  app.clock.move(-31 * DAY);
});

it('vouches are ordered by weight, and the application file says how independent they are', async () => {
  const nayra = await makeApplicant(app);
  const { id, vouchCode: code } = await nayra.own();
  const said = [['onlyOnline'], ['seenWork', 'onlyOnline'], ['metInPerson', 'workedTogether']];
  await reviewerActions(mo1).claim(id);
  expect((await reviewerActions(mo1).open(id)).admission.independence).toBeNull();
  for (const attestations of said)
    await giveVouchByCode(await member('ana'), code, { attestations });
  const { vouches, admission } = await reviewerActions(mo1).open(id);
  expect(vouches).toMatchObject([
    { weight: 'strong', attestations: ['workedTogether', 'metInPerson'] },
    { weight: 'some', attestations: ['seenWork', 'onlyOnline'] },
    { weight: 'light', attestations: ['onlyOnline'] },
  ]);
  expect(admission).toMatchObject({ vouchesCounted: 3, independence: 'different' });
});

it('withdrawing a vouch reopens the reviews and removes no one', async () => {
  const nayra = await makeApplicant(app);
  const { id, vouchCode: code } = await nayra.own();
  const ana = await member('ana');
  const given = (await giveVouchByCode(ana, code)).giveVouch;
  await giveVouchByCode(await member('beto'), code);
  await reviewerActions(mo1).read(id);
  await reviewerActions(mo2).read(id);
  await withdrawGivenVouch(ana, given.id, {
    reason: 'mistaken',
    words: 'No era la misma persona.',
  });
  const again = { input: { id: given.id, reason: 'other' } };
  expect(await apiAs(ana).code(WITHDRAW_VOUCH, again)).toBe('FORBIDDEN');
  expect(await apiAs(await member('eve')).code(WITHDRAW_VOUCH, again)).toBe('NOT_FOUND');
  await expect(reviewerActions(mo2).decide(id)).rejects.toMatchObject({
    reason: 'review.notConfirmed',
  });
  expect(await reviewerActions(mo1).open(id)).toMatchObject({
    ownReview: { isCurrent: false },
    vouches: [
      { withdrawnAt: null, withdrawalReason: null },
      { withdrawalReason: 'mistaken', withdrawalWords: 'No era la misma persona.' },
    ],
  });
  await giveVouchByCode(await member('carla'), code);
  for (const who of [mo1, mo2]) await reviewerActions(who).change(id);
  await reviewerActions(mo2).decide(id);
});
