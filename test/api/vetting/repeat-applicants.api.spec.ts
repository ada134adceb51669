import { createHash } from 'node:crypto';
import { DAY } from '#kernel/clock.js';
import { RetentionService } from '#retention/retention.service.js';
import { EmailHashes } from '#vetting/applications/email-hashes.js';
import { startApp, useApp } from '../../support/app/app.js';
import { apiAs, send } from '../../support/app/client.js';
import { dumpDatabase } from '../../support/app/database-dump.js';
import {
  admitApplicant,
  appealDecline,
  Applicant,
  makeApplicant,
  declineApplicant,
  reviewerActions,
  makeReviewers,
} from '../../support/factories/applicants-and-reviewers.js';
import { signInBrowser, type Person } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });
let people: [Person, Person, Person];
beforeAll(async () => {
  people = await makeReviewers(app);
});
beforeEach(signInAgain);

/** The tests move the clock, and sessions of moderators expire after half an hour. */
async function signInAgain() {
  for (const who of people) Object.assign(who, await signInBrowser(app, who.accountId));
}
const DELETE = 'mutation ($id: ID!) { deleteApplication(id: $id) }';
const confirm = ({ accountId }: Applicant, email: string) =>
  app.db.query('update account set email = $2, email_confirmed_at = $3 where id = $1', [
    accountId,
    email,
    app.clock.now(),
  ]);
const addressOf = (name: string) => `${name}.${crypto.randomUUID()}@Trama.example`;
const now = () => app.clock.now().toISOString().slice(0, 7);
const seen = async (id: string) => {
  const item = (await reviewerActions(people[2]).queue()).find((one) => one.id === id);
  await reviewerActions(people[2]).claim(id);
  const { earlierDecisions, earlierRemovals } = await reviewerActions(people[2]).open(id);
  expect(earlierRemovals).toEqual([]);
  await reviewerActions(people[2]).release(id);
  expect(item.wasSeenBefore).toBe(earlierDecisions.length > 0);
  return earlierDecisions;
};
async function back(who: Applicant): Promise<void> {
  const [name, value] = (await signInBrowser(app, who.accountId)).cookie.split('=');
  who.jar.set(name!, value!);
}

it('reviewers see an earlier decline of the same address once the new applicant has confirmed it', async () => {
  const email = addressOf('nayra');
  const first = await makeApplicant(app, { work: 'Canario de antes.' });
  await confirm(first, email);
  const id = await first.id();
  await declineApplicant([people[0], people[1]], id);
  await apiAs(first).ask(DELETE, { id });

  const again = await makeApplicant(app);
  const nextId = await again.id();
  expect(await seen(nextId)).toEqual([]);
  await confirm(again, email.toLowerCase());
  expect(await seen(nextId)).toEqual([{ reasonClass: 'purpose', month: now() }]);
  const file = await (await reviewerActions(people[2]).openRaw(nextId)).text();
  expect(file).not.toContain('Canario');

  const stranger = await makeApplicant(app);
  await confirm(stranger, addressOf('otra'));
  expect(await seen(await stranger.id())).toEqual([]);
});

it('reviewers see an earlier decline of the same account, which may apply again after ninety days', async () => {
  const who = await makeApplicant(app);
  const id = await who.id();
  await declineApplicant([people[0], people[1]], id);
  const own = await who.own();
  expect(Date.parse(own.applyAgainFrom)).toBeGreaterThan(app.clock.in(89 * DAY).getTime());
  expect(Date.parse(own.rememberedUntil)).toBeGreaterThan(app.clock.in(729 * DAY).getTime());
  await expect(new Applicant(app, who.jar).apply()).rejects.toThrow('application.tooSoon');
  const page = await (await send(who, '/es/join/status')).text();
  expect(page).toContain('Puedes postular otra vez desde el');
  const until = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const month = new Date(own.rememberedUntil).toLocaleDateString('es', until);
  expect(page).toContain(`hasta ${month}`);
  expect((await send(who, '/es/join')).headers.get('location')).toBe('/es/join/status');

  app.clock.move(90 * DAY);
  await app.get(RetentionService).run('applicationFile');
  await signInAgain();
  await back(who);
  expect(await (await send(who, '/es/join/status')).text()).toContain('Postular otra vez');
  expect((await send(who, '/es/join')).status).toBe(200);
  const next = await new Applicant(app, who.jar).apply({ name: 'Otra vez' });
  expect(next.accountId).toBe(who.accountId);
  expect(await next.own()).toMatchObject({
    ...{ stage: 'submitted', state: 'new', isAppeal: false, decision: null },
    ...{ applyAgainFrom: null, rememberedUntil: null, reviewsWritten: 0 },
  });
  expect(await seen(await next.id())).toHaveLength(1);
  // Reviewers of the first application may review the second, because it is a different one.
  await admitApplicant([people[0], people[1]], await next.id());
  app.clock.move(-90 * DAY);
});

it('an earlier decline changes nothing that the applicant sees before the decision', async () => {
  const email = addressOf('lia');
  const known = await makeApplicant(app);
  await confirm(known, email);
  await declineApplicant([people[0], people[1]], await known.id());
  await apiAs(known).ask(DELETE, { id: await known.id() });
  const [one, other] = [await makeApplicant(app), await makeApplicant(app)];
  await confirm(one, email);
  await confirm(other, addressOf('lia'));
  const told = async (who: Applicant) => {
    const page = await (await send(who, '/es/join/status')).text();
    return [JSON.stringify(await who.own()), page].map((text) =>
      text
        .replace(/[0-9a-f-]{36}/g, 'ID')
        .replace(/(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}/g, 'CODE')
        .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
        .replace(/\d\d:\d\d/g, 'TIME'),
    );
  };
  expect(await told(one)).toEqual(await told(other));
  for (const who of [one, other]) await reviewerActions(people[0]).read(await who.id());
  expect(await told(one)).toEqual(await told(other));
  expect((await seen(await one.id())).length).toBe(1);
  expect((await seen(await other.id())).length).toBe(0);
});

it('a decision stores no address, and no hash that a copy of the database could be tested against', async () => {
  const email = addressOf('sol');
  const who = await makeApplicant(app);
  await confirm(who, email);
  const id = await who.id();
  await declineApplicant([people[0], people[1]], id);
  const [row] = await app.db.query<{ address_hash: Buffer }>(
    'select address_hash from decision where application_id = $1',
    [id],
  );
  const plain = [email, email.toLowerCase()].map((text) =>
    createHash('sha256').update(text).digest(),
  );
  expect(row!.address_hash).toHaveLength(32);
  expect(plain.some((one) => one.equals(row!.address_hash))).toBe(false);
  await apiAs(who).ask(DELETE, { id });
  expect((await dumpDatabase(app)).toLowerCase()).not.toContain(email.toLowerCase());
  const other = await startApp(
    { TRAMA_WORKER: '0', TRAMA_SEAL_KEY_FILE: `${app.dataDir}/other.key` },
    {
      databaseUrl: app.databaseUrl,
      clock: app.clock,
    },
  );
  const again = await makeApplicant(app);
  await confirm(again, email);
  const hashes = await Promise.all(
    [app, other].map(async (one) =>
      (await one.get(EmailHashes).of([again.accountId])).get(again.accountId)!,
    ),
  );
  expect(hashes.map((hash) => hash.equals(row!.address_hash))).toEqual([true, false]);
  await other.stop();
});

it('an earlier decline is forgotten after two years', async () => {
  const email = addressOf('mar');
  const who = await makeApplicant(app);
  await confirm(who, email);
  await declineApplicant([people[0], people[1]], await who.id());
  await apiAs(who).ask(DELETE, { id: await who.id() });
  app.clock.move(731 * DAY);
  await app.get(RetentionService).run('decision');
  await signInAgain();
  const again = await makeApplicant(app);
  await confirm(again, email);
  expect(await seen(await again.id())).toEqual([]);
  app.clock.move(-731 * DAY);
});

it('reviewers see no withdrawn application and not the appealed decision itself as earlier declines', async () => {
  const email = addressOf('kim');
  const who = await makeApplicant(app);
  await confirm(who, email);
  const id = await who.id();
  await apiAs(who).ask('mutation ($id: ID!) { withdrawApplication(id: $id) { id } }', { id });
  const nextId = await (await new Applicant(app, who.jar).apply()).id();
  expect(await seen(nextId)).toEqual([]);
  await declineApplicant([people[0], people[1]], nextId);
  await appealDecline(who, nextId);
  expect(await seen(nextId)).toEqual([]);
});
