import { DAY, HOUR, MINUTE } from '#kernel/clock.js';
import { SupportJobs } from '#support/requests/support.jobs.js';
import { useApp } from '../../../support/app/app.js';
import { closeAllSockets, openSocket } from '../../../support/app/sockets.js';
import { makePerson, type Person, signInAgain } from '../../../support/factories/make-people.js';
import {
  askForSupport,
  makeSupporter,
  requesterActions,
  supporterActions,
} from '../../../support/factories/support-requests.js';

const app = useApp();
afterEach(closeAllSockets);

const member = () => makePerson(app, 'nayra', 'member');
const as = async (who: Person) => supporterActions(await signInAgain(who));
const dueOf = async (who: Person, id: string) =>
  Date.parse((await requesterActions(await signInAgain(who)).one(id)).dueAt);

describe('a supporter who did not open a request', () => {
  const openFirst = { code: 'CONFLICT', reason: 'support.openFirst' };

  it('cannot accept, decline or link it, and can after opening it', async () => {
    const supporter = await makeSupporter(app);
    const requester = await member();
    const [id, otherId] = [await askForSupport(requester), await askForSupport(requester)];
    const { number } = await requesterActions(requester).one(otherId);
    const actions = supporterActions(supporter);
    await actions.claim(id);
    await expect(actions.accept(id)).rejects.toMatchObject(openFirst);
    await expect(actions.decline(id)).rejects.toMatchObject(openFirst);
    await expect(actions.linkDuplicate(id, number)).rejects.toMatchObject(openFirst);
    await actions.open(id);
    await actions.accept(id);
  });

  it('cannot answer it by an opening from before it returned to the queue', async () => {
    const supporter = await makeSupporter(app);
    const id = await askForSupport(await member());
    const actions = supporterActions(supporter);
    await actions.claimAndOpen(id);
    await actions.release(id);
    app.clock.move(1_000);
    await actions.claim(id);
    await expect(actions.accept(id)).rejects.toMatchObject(openFirst);
    await actions.open(id);
    await actions.accept(id);
  });
});

describe('the promised answer', () => {
  it('a supporter who accepts a request and gives it back does not move the promised answer', async () => {
    const supporter = await makeSupporter(app);
    const requester = await member();
    const id = await askForSupport(requester, { danger: 'yes' });
    const dueAt = await dueOf(requester, id);
    for (let time = 0; time < 2; time++) {
      app.clock.move(30 * MINUTE);
      const actions = await as(supporter);
      await actions.take(id);
      app.clock.move(10 * MINUTE);
      await actions.release(id);
      expect(await dueOf(requester, id)).toBe(dueAt);
    }
  });

  it('gets the time that was left at the acceptance when the case returns later', async () => {
    const supporter = await makeSupporter(app);
    const requester = await member();
    const id = await askForSupport(requester, { danger: 'yes' });
    app.clock.move(90 * MINUTE);
    await (await as(supporter)).take(id);
    app.clock.move(20 * DAY);
    await (await as(supporter)).release(id);
    const left = (await dueOf(requester, id)) - app.clock.now().getTime();
    expect(Math.abs(left - 30 * MINUTE)).toBeLessThan(MINUTE);
    // Passed on again: nothing is left, so it is late at once.
    app.clock.move(40 * MINUTE);
    await (await as(supporter)).take(id);
    app.clock.move(HOUR);
    await (await as(supporter)).release(id);
    await app.get(SupportJobs).notifyOverdue();
    const [row] = await app.db.query(
      'select overdue_told_at is not null as told from support_request where id = $1',
      [id],
    );
    expect(row).toEqual({ told: true });
    expect(await dueOf(requester, id)).toBeLessThanOrEqual(app.clock.now().getTime());
  });

  it('keeps the broken one, and is late again, when a supporter gives back a case that they accepted late', async () => {
    const supporter = await makeSupporter(app);
    const requester = await member();
    const id = await askForSupport(requester, { danger: 'yes' });
    const dueAt = await dueOf(requester, id);
    const isTold = async () => {
      const sql = 'select overdue_told_at is not null as told from support_request where id = $1';
      return (await app.db.query<{ told: boolean }>(sql, [id]))[0]!.told;
    };
    app.clock.move(100 * MINUTE);
    await app.get(SupportJobs).notifyOverdue();
    // Before the promised time: told of soon, accepted and given back, so told again.
    await (await as(supporter)).take(id);
    await (await as(supporter)).release(id);
    expect(await isTold()).toBe(false);
    await app.get(SupportJobs).notifyOverdue();
    expect(await isTold()).toBe(true);
    app.clock.move(2 * HOUR);
    await (await as(supporter)).take(id);
    await (await as(supporter)).release(id);
    expect([await dueOf(requester, id), await isTold()]).toEqual([dueAt, false]);
    // A claim without an answer tells nobody again.
    await app.get(SupportJobs).notifyOverdue();
    await (await as(supporter)).claim(id);
    await (await as(supporter)).release(id);
    expect(await isTold()).toBe(true);
  });

  it.each([
    ['no', 'no', DAY],
    ['yes', 'yes', HOUR],
    ['no', 'yes', 4 * DAY],
    ['yes', 'no', 4 * DAY],
  ])(
    'never moves later when a supporter links a request (danger: %s) to a newer one (danger: %s)',
    async (danger, otherDanger, later) => {
      const supporter = await makeSupporter(app);
      const requester = await member();
      const id = await askForSupport(requester, { danger });
      const dueAt = await dueOf(requester, id);
      app.clock.move(later);
      const again = await signInAgain(requester);
      const otherId = await askForSupport(again, { danger: otherDanger });
      const ownDueAt = await dueOf(requester, otherId);
      const { number } = await requesterActions(again).one(otherId);
      await (await as(supporter)).claimAndOpen(id);
      await (await as(supporter)).linkDuplicate(id, number);
      expect(await dueOf(requester, otherId)).toBe(Math.min(dueAt, ownDueAt));
      expect((await requesterActions(again).one(otherId)).isUrgent).toBe(
        danger === 'yes' || otherDanger === 'yes',
      );
    },
  );

  it('begins again when a requester reopens the case', async () => {
    const [first, second] = [await makeSupporter(app), await makeSupporter(app)];
    const requester = await member();
    const id = await askForSupport(requester, { danger: 'yes' });
    for (const who of [first, second]) {
      await (await as(who)).take(id);
      await (await as(who)).close(id);
      app.clock.move(DAY);
      await requesterActions(await signInAgain(requester)).reopen(id);
      if (who === first) await (await as(first)).release(id);
    }
    const left = (await dueOf(requester, id)) - app.clock.now().getTime();
    expect(Math.abs(left - 2 * HOUR)).toBeLessThan(MINUTE);
  });
});

it('a supporter sees that a case was reopened until they open it', async () => {
  const supporter = await makeSupporter(app);
  const requester = await member();
  const id = await askForSupport(requester);
  const actions = supporterActions(supporter);
  const mine = async () => (await actions.mine()).find((one) => one.id === id);
  await actions.claim(id);
  expect(await mine()).toMatchObject({ isOpened: false, reopenedAt: null });
  await actions.open(id);
  expect(await mine()).toMatchObject({ isOpened: true });
  await actions.accept(id);
  await actions.close(id);
  app.clock.move(1_000);
  await requesterActions(requester).reopen(id);
  expect(await mine()).toMatchObject({ isOpened: false, reopenedAt: expect.any(String) });
  expect(await actions.open(id)).toMatchObject({ reopenedAt: expect.any(String) });
  expect(await mine()).toMatchObject({ isOpened: true, reopenedAt: expect.any(String) });
});

describe('the content of a linked duplicate', () => {
  it('becomes part of the other request, through several links, for its supporter only', async () => {
    const [linker, keeper] = [await makeSupporter(app), await makeSupporter(app)];
    const requester = await member();
    const [first, second, third] = [
      await askForSupport(requester, { goal: 'Primero.' }),
      await askForSupport(requester, { goal: 'Segundo.' }),
      await askForSupport(requester, { goal: 'Tercero.' }),
    ];
    const numberOf = async (id: string) => (await requesterActions(requester).one(id)).number;
    await supporterActions(keeper).take(third);
    const socket = await openSocket(keeper);
    await supporterActions(linker).claimAndOpen(first);
    await supporterActions(linker).linkDuplicate(first, await numberOf(second));
    const joined = await supporterActions(linker).claimAndOpen(second);
    expect(joined.duplicates).toMatchObject([{ id: first, content: { goal: 'Primero.' } }]);
    await supporterActions(linker).release(second);
    await supporterActions(keeper).claimAndOpen(second);
    await supporterActions(keeper).linkDuplicate(second, await numberOf(third));
    await socket.until('news', (news) => news.subject === 'supportCase' && news.id === third);
    const { duplicates } = await supporterActions(keeper).open(third);
    expect(duplicates).toMatchObject([
      { id: first, content: { goal: 'Primero.' } },
      { id: second, content: { goal: 'Segundo.' } },
    ]);
    expect(await supporterActions(linker).openCode(third)).toBe('NOT_FOUND');
    expect(await supporterActions(keeper).openCode(first)).toBe('NOT_FOUND');
    for (const id of [first, second])
      expect(await requesterActions(requester).one(id)).toMatchObject({
        ...{ stage: 'duplicate', duplicateOfId: third, hasNews: true },
      });
    await requesterActions(requester).delete(first);
    expect((await supporterActions(keeper).open(third)).duplicates).toMatchObject([{ id: second }]);
  });

  it('shows its answers and no contact, and its requester sees when a supporter reads it', async () => {
    const supporter = await makeSupporter(app);
    const requester = await member();
    const said = { danger: 'yes', kind: 'data', languages: ['language:pt'], safeWay: 'Al 555' };
    const [id, otherId] = [await askForSupport(requester, said), await askForSupport(requester)];
    const actions = supporterActions(supporter);
    await actions.claimAndOpen(id);
    await actions.claimAndOpen(otherId);
    const { number } = await requesterActions(requester).one(otherId);
    await actions.linkDuplicate(id, number);
    // The text has grown, so the supporter reads it before they answer it.
    await expect(actions.accept(otherId)).rejects.toMatchObject({ reason: 'support.openFirst' });
    expect(await requesterActions(requester).openings(id)).toHaveLength(1);
    const { duplicates } = await actions.open(otherId);
    expect(duplicates).toEqual([
      {
        ...{ id, number: expect.any(Number), kind: 'data', isUrgent: true },
        languages: ['language:pt'],
        questions: [],
        content: {
          ...{ danger: 'yes', name: 'Nayra', goal: 'Proteger las cuentas de la radio.' },
          ...{ tried: 'Cambiamos las claves.', voices: [] },
          ...{ beneficiary: 'group', beneficiaryNote: 'Una radio de tres barrios' },
        },
      },
    ]);
    await actions.open(otherId);
    expect(await requesterActions(requester).openings(id)).toHaveLength(2);
    await actions.accept(otherId);
  });

  it('does not reach a supporter whom the requester excluded from it, who loses the other request', async () => {
    const [linker, keeper] = [await makeSupporter(app), await makeSupporter(app)];
    const requester = await member();
    const id = await askForSupport(requester, { excludedIds: [keeper.supporterId] });
    const otherId = await askForSupport(requester);
    await supporterActions(linker).claimAndOpen(id);
    const { number } = await requesterActions(requester).one(otherId);
    await supporterActions(keeper).claimAndOpen(otherId);
    await supporterActions(linker).linkDuplicate(id, number);
    expect(await requesterActions(requester).one(otherId)).toMatchObject({
      ...{ stage: 'waiting', excluded: [{ id: keeper.supporterId }], hasNews: true },
    });
    for (const one of [id, otherId])
      expect(await supporterActions(keeper).openCode(one)).toBe('NOT_FOUND');
    expect(await supporterActions(keeper).ids()).not.toContain(otherId);
    expect((await supporterActions(linker).claimAndOpen(otherId)).duplicates).toHaveLength(1);
  });
  it('cannot be linked to a request of a supporter who closed another one for conduct', async () => {
    const [linker, keeper] = [await makeSupporter(app), await makeSupporter(app)];
    const requester = await member();
    const ended = await askForSupport(requester);
    const [id, otherId] = [await askForSupport(requester), await askForSupport(requester)];
    await supporterActions(keeper).claimAndOpen(ended);
    await supporterActions(keeper).claimAndOpen(otherId);
    await supporterActions(keeper).decline(ended, { reason: 'conduct' });
    await supporterActions(linker).claimAndOpen(id);
    const { number } = await requesterActions(requester).one(otherId);
    await expect(supporterActions(linker).linkDuplicate(id, number)).rejects.toMatchObject({
      ...{ code: 'INVALID', fields: { number: 'notTheirs' } },
    });
    expect(await supporterActions(keeper).open(otherId)).toMatchObject({ duplicates: [] });
    await supporterActions(keeper).release(otherId);
    await supporterActions(linker).linkDuplicate(id, number);
  });
});
