import { DAY } from '#kernel/clock.js';
import { StandingService } from '#members/standing.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { makePerson, signInAgain } from '../../support/factories/make-people.js';
import {
  askForSupport,
  makeSupporter,
  requesterActions,
  SUPPORT_OPENINGS,
  supporterActions,
} from '../../support/factories/support-requests.js';

const app = useApp();

it('a requester reads when and why their request was opened, and who did so since accepting it', async () => {
  const [first, second] = [await makeSupporter(app), await makeSupporter(app)];
  const applicant = await makePerson(app, 'inti', 'applicant');
  const id = await askForSupport(applicant);
  expect(await requesterActions(applicant).openings(id)).toEqual([]);
  await supporterActions(first).claim(id);
  await supporterActions(first).open(id);
  await supporterActions(first).release(id);
  await supporterActions(second).claim(id);
  for (let time = 0; time < 2; time++) await supporterActions(second).open(id);
  const seen = await requesterActions(applicant).openings(id);
  expect(seen).toMatchObject([
    { duty: 'support', reason: 'triage', supporterName: null },
    { duty: 'support', reason: 'triage', supporterName: null },
  ]);
  await supporterActions(second).accept(id);
  app.clock.move(DAY + 1);
  const later = await signInAgain(second);
  await supporterActions(later).open(id);
  expect(await requesterActions(await signInAgain(applicant)).openings(id)).toMatchObject([
    { reason: 'work', supporterName: second.workName },
    { reason: 'triage', supporterName: null },
    { reason: 'triage', supporterName: null },
  ]);
  const other = await signInAgain(first);
  const { supportOpenings } = await apiAs(later).ask(SUPPORT_OPENINGS, { id });
  expect(supportOpenings).toHaveLength(3);
  expect(await apiAs(other).code(SUPPORT_OPENINGS, { id })).toBe('NOT_FOUND');
  const stranger = await makePerson(app, 'ona', 'member');
  expect(await apiAs(stranger).code(SUPPORT_OPENINGS, { id })).toBe('NOT_FOUND');
});

it('a requester does not learn by exclusions who claimed a request', async () => {
  const [holder, other] = [await makeSupporter(app), await makeSupporter(app)];
  const requester = await makePerson(app, 'nayra', 'member');
  const asks = requesterActions(requester);
  const answers: unknown[] = [];
  for (const excluded of [other, holder]) {
    const id = await askForSupport(requester);
    await supporterActions(holder).claim(id);
    await supporterActions(holder).open(id);
    await asks.exclude(id, [excluded.supporterId]);
    const second = excluded === holder ? other : holder;
    await supporterActions(second).claim(id);
    await supporterActions(second).open(id);
    answers.push((await asks.openings(id)).map(({ reason }) => reason));
    const { actsAboutMe } = await apiAs(requester).ask(
      '{ actsAboutMe(first: 50) { items { action reason } } }',
    );
    const opened = actsAboutMe.items.filter(({ action }) => action === 'readFile');
    expect(new Set(opened.map(({ reason }) => reason))).toEqual(new Set(['triage']));
    await asks.exclude(id, [excluded.supporterId]);
    expect(await supporterActions(second).openCode(id)).toBe('OK');
  }
  expect(answers).toEqual([
    ['triage', 'triage'],
    ['triage', 'triage'],
  ]);
});

it('a suspended requester reads the openings of their request', async () => {
  const supporter = await makeSupporter(app);
  const requester = await makePerson(app, 'nayra', 'member');
  const id = await askForSupport(requester);
  await supporterActions(supporter).claim(id);
  await supporterActions(supporter).open(id);
  await app.db.write(() =>
    app.get(StandingService).suspend(requester.accountId, app.clock.in(1e6)),
  );
  const suspended = await signInAgain(requester);
  expect(await requesterActions(suspended).openings(id)).toHaveLength(1);
});
