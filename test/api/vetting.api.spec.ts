import { type TestApp, startApp } from '../support/app.js';
import { as } from '../support/client.js';
import { Jar } from '../support/passwords.js';
import {
  admitted,
  applicant,
  desk,
  manyMembers,
  openToApplications,
  vouch,
} from '../support/vetting.js';
import type { Person } from '../support/world.js';

let app: TestApp;
let mo1: Person;
let mo2: Person;
let members: Person[];
beforeAll(async () => {
  app = await startApp();
  [mo1, mo2] = await openToApplications(app);
  members = await manyMembers(app);
});
afterAll(() => app.stop());

it('lets a person apply, be vouched for, be read by two and come in with the same account', async () => {
  const nayra = await applicant(app);
  expect(nayra.words).toHaveLength(12);
  const { id, vouchCode, ...own } = await nayra.own();
  expect(own).toMatchObject({ stage: 'submitted', vouchCount: 0, reviewsWritten: 0 });
  expect(Date.parse(own.answerDueAt) - Date.parse(own.submittedAt)).toBe(72 * 3_600_000);

  await vouch(members[0]!, vouchCode);
  await vouch(members[1]!, vouchCode.toLowerCase().replaceAll('-', ' '));
  expect(await nayra.own()).toMatchObject({ vouchCount: 2 });

  await desk(mo1).claim(id);
  expect(await nayra.own()).toMatchObject({ isBeingRead: true });
  const file = await desk(mo1).open(id);
  expect(file.answers).toMatchObject({ name: 'Nayra', work: 'Radio comunitaria.' });
  expect(file.vouches).toHaveLength(2);
  expect(file.admission).toEqual({ vouchesNeeded: 2, vouchesCounted: 2, isFoundingRule: false });
  await desk(mo1).review(id);
  expect(await nayra.own()).toMatchObject({ stage: 'inReview', reviewsWritten: 1 });
  await desk(mo2).read(id);
  expect(await desk(mo2).decide(id)).toMatchObject({
    decideApplication: { outcome: 'accept', vouchesNeeded: 2, vouchesCounted: 2 },
  });

  expect(await as(nayra).code('{ me { id } }')).toBe('UNAUTHENTICATED');
  const back = new Jar(app);
  void back;
  const [row] = await app.db.query<{ standing: string }>(
    'select standing from account where id = $1',
    [nayra.accountId],
  );
  expect(row?.standing).toBe('member');
});

it('opens nothing but one’s own application to an applicant, after every half-step', async () => {
  const nayra = await applicant(app);
  const { id, vouchCode } = await nayra.own();
  await admitted([mo1], id).catch(() => undefined);
  await vouch(members[2]!, vouchCode);
  for (const door of ['{ ownVouches { items { id } } }', '{ applicationQueue { items { id } } }']) {
    expect(await as(nayra).code(door)).toBe('FORBIDDEN');
  }
});
