import { DAY, HOUR } from '#kernel/clock.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester } from '../../support/app/client.js';
import {
  admitApplicant,
  makeApplicant,
  declineApplicant,
  reviewerActions,
  makeReviewers,
} from '../../support/factories/applicants-and-reviewers.js';
import { signInBrowser, makePerson, type Person } from '../../support/factories/make-people.js';

const FIGURES = `{ throughput { weeks { monday received decided } medianHours p90Hours
  ages { upToHours count } asked load { own average } } }`;
const of = async (who: Requester) => (await apiAs(who).ask(FIGURES)).throughput;
const sums = ({ weeks }: { weeks: { received: number; decided: number }[] }) => ({
  received: weeks.reduce((sum, week) => sum + week.received, 0),
  decided: weeks.reduce((sum, week) => sum + week.decided, 0),
});
const open = ({ ages }: { ages: { count: number }[] }) =>
  ages.reduce((sum, { count }) => sum + count, 0);

const app = useApp();
let vetters: Person[];
beforeAll(async () => {
  vetters = await makeReviewers(app);
});

/** Moves the clock and signs in again, since sessions of moderators expire after half an hour. */
async function later(ms: number) {
  app.clock.move(ms);
  for (const who of vetters) Object.assign(who, await signInBrowser(app, who.accountId));
}

it('vetting statistics are visible only to those who vet or moderate', async () => {
  const codes = [];
  for (const kind of ['member', 'supporter', 'administrator', 'auditor'] as const) {
    codes.push(await apiAs(await makePerson(app, `no-${kind}`, kind)).code(FIGURES));
  }
  expect(codes).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  expect(await of(vetters[0]!)).toMatchObject({ medianHours: null, load: { own: 0, average: 0 } });
});

it("vetting statistics count received and decided applications, the time to a decision and one's own share", async () => {
  const [mo1, mo2, mo3] = vetters as [Person, Person, Person];
  const first = await (await makeApplicant(app)).id();
  const second = await (await makeApplicant(app)).id();
  await (await makeApplicant(app)).id();
  await later(10 * HOUR);
  await admitApplicant([mo1, mo2], first);
  await later(2 * DAY);
  await declineApplicant([mo1, mo3], second);
  const seen = await of(mo1);
  expect(sums(seen)).toEqual({ received: 3, decided: 2 });
  expect(open(seen)).toBe(1);
  expect(seen).toMatchObject({ medianHours: 10, p90Hours: 58, asked: 0 });
  expect(seen.load).toEqual({ own: 2, average: 1.3 });
  expect((await of(mo2)).load).toEqual({ own: 1, average: 1.3 });
});

it('vetting statistics omit an application about which the viewer has a conflict of interest', async () => {
  const [mo1, mo2] = vetters as [Person, Person, Person];
  const friend = await makeApplicant(app);
  const id = await friend.id();
  expect(open(await of(mo1))).toBe(open(await of(mo2)));
  const before = open(await of(mo2));
  await reviewerActions(mo1).claim(id);
  await apiAs(mo1).ask('mutation ($id: ID!) { declareConflict(id: $id) }', { id });
  expect(open(await of(mo1))).toBe(before - 1);
  expect(open(await of(mo2))).toBe(before);
});
