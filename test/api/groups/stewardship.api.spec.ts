import { EventsWorker } from '#events/events.worker.js';
import { DAY } from '#kernel/clock.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { openSocket, closeAllSockets } from '../../support/app/sockets.js';
import {
  ACCEPT_STEWARDSHIP_OFFER,
  DECLINE_STEWARDSHIP_OFFER,
  END_STEWARDSHIP,
  HAND_OVER_STEWARDSHIP,
  HIDDEN_GROUP,
  LEAVE_GROUP,
  OFFER_STEWARDSHIP,
  REMOVE_MEMBER,
  SET_PERSONA,
  WITHDRAW_STEWARDSHIP_OFFER,
} from '../../support/factories/group-documents.js';
import { insertBlock } from '../../support/matrix/matrix-fixture.js';
import { factories } from '../../support/factories/factories.js';
import { signInAgain, type Person, makePeople } from '../../support/factories/make-people.js';

const OFFERS = '{ stewardshipOffers { id group { name } } }';
const MEMBERS =
  'query ($id: ID!) { groupMembers(groupId: $id) { items { id role isMe viewerCan } } }';

const app = useApp({ TRAMA_WORKER: '0' });
afterEach(closeAllSockets);

/** A hidden group with steward Ste and members Ana and Ben. */
async function held() {
  const people = await makePeople(app, {
    ste: 'steward',
    ana: 'member',
    ben: 'member',
    out: 'member',
  });
  const { ste, ana, ben } = people;
  const group = await factories.group(app, { steward: ste, members: [ana, ben], ...HIDDEN_GROUP });
  const idOf = async ({ accountId }: Person): Promise<string> => {
    const sql =
      'select id from membership where group_id = $1 and account_id = $2 and ended_at is null';
    return (await app.db.query<{ id: string }>(sql, [group.id, accountId]))[0]!.id;
  };
  const stewards = async () => {
    const { groupMembers } = await apiAs(await signInAgain(ste)).ask(MEMBERS, { id: group.id });
    return groupMembers.items.filter(({ role }) => role === 'steward').map(({ id }) => id);
  };
  return { ...people, group, idOf, stewards };
}
const offersTo = async (who: Person) => (await apiAs(who).ask(OFFERS)).stewardshipOffers;

it('a member becomes a steward only after accepting a steward’s offer', async () => {
  const { ste, ana, ben, out, group, idOf, stewards } = await held();
  const [stes, anas] = [await idOf(ste), await idOf(ana)];
  for (const who of [ana, ben])
    expect(await apiAs(who).code(OFFER_STEWARDSHIP, { id: anas })).toBe('FORBIDDEN');
  expect(await apiAs(out).code(OFFER_STEWARDSHIP, { id: anas })).toBe('NOT_FOUND');
  expect(await apiAs(ste).code(OFFER_STEWARDSHIP, { id: stes })).toBe('FORBIDDEN');
  expect(await apiAs(ana).code(ACCEPT_STEWARDSHIP_OFFER, { id: anas })).toBe('FORBIDDEN');

  const ear = await openSocket(ana);
  await apiAs(ste).ask(OFFER_STEWARDSHIP, { id: anas });
  await app.get(EventsWorker).drain();
  await ear.until('news', ({ subject }) => subject === 'stewardshipOffer');
  expect(await offersTo(ana)).toEqual([{ id: anas, group: { name: group.name } }]);
  expect(await stewards()).toEqual([stes]);
  for (const who of [ste, ben]) {
    expect(await offersTo(who)).toEqual([]);
    expect(await apiAs(who).code(ACCEPT_STEWARDSHIP_OFFER, { id: anas })).toBe('FORBIDDEN');
  }
  await apiAs(ana).ask(ACCEPT_STEWARDSHIP_OFFER, { id: anas });
  expect((await stewards()).toSorted()).toEqual([stes, anas].toSorted());
  expect(await offersTo(ana)).toEqual([]);
  expect(await apiAs(ana).code(ACCEPT_STEWARDSHIP_OFFER, { id: anas })).toBe('FORBIDDEN');
});

it('a stewardship offer ends when it is declined, withdrawn or fourteen days old, or when its recipient takes a persona', async () => {
  const { ste, ana, idOf, stewards } = await held();
  const anas = await idOf(ana);
  for (const [who, end] of [
    [ana, DECLINE_STEWARDSHIP_OFFER],
    [ste, WITHDRAW_STEWARDSHIP_OFFER],
  ] as const) {
    await apiAs(ste).ask(OFFER_STEWARDSHIP, { id: anas });
    await apiAs(who).ask(end, { id: anas });
    expect(await offersTo(ana)).toEqual([]);
    expect(await apiAs(ana).code(ACCEPT_STEWARDSHIP_OFFER, { id: anas })).toBe('FORBIDDEN');
    expect(await apiAs(who).code(end, { id: anas })).toBe('FORBIDDEN');
  }
  await apiAs(ste).ask(OFFER_STEWARDSHIP, { id: anas });
  await apiAs(ana).ask(SET_PERSONA, { input: { membershipId: anas, name: 'Garza Blanca' } });
  const now = await idOf(ana);
  expect(await offersTo(ana)).toEqual([]);
  expect(await apiAs(ana).code(ACCEPT_STEWARDSHIP_OFFER, { id: now })).toBe('FORBIDDEN');
  await apiAs(ste).ask(OFFER_STEWARDSHIP, { id: now });
  app.clock.move(14 * DAY);
  const later = await signInAgain(ana);
  expect(await offersTo(later)).toEqual([]);
  expect(await apiAs(later).code(ACCEPT_STEWARDSHIP_OFFER, { id: now })).toBe('FORBIDDEN');
  expect(await stewards()).toHaveLength(1);
});

it("when two stewards end each other's stewardship at once, one stays steward and cannot be demoted", async () => {
  const { ste, ana, idOf, stewards } = await held();
  const [stes, anas] = [await idOf(ste), await idOf(ana)];
  expect(await apiAs(ste).code(END_STEWARDSHIP, { id: stes })).toBe('CONFLICT');
  await apiAs(ste).ask(OFFER_STEWARDSHIP, { id: anas });
  await apiAs(ana).ask(ACCEPT_STEWARDSHIP_OFFER, { id: anas });

  const codes = await Promise.all([
    apiAs(ste).code(END_STEWARDSHIP, { id: anas }),
    apiAs(ana).code(END_STEWARDSHIP, { id: stes }),
  ]);

  expect(codes.toSorted()).toEqual(['FORBIDDEN', 'OK']);
  const left = await stewards();
  expect(left).toEqual([codes[0] === 'OK' ? stes : anas]);
  const last = codes[0] === 'OK' ? ste : ana;
  expect(await apiAs(last).code(END_STEWARDSHIP, { id: left[0] })).toBe('CONFLICT');
  expect(await apiAs(last).code(LEAVE_GROUP, { id: left[0] })).toBe('CONFLICT');
  const acts = 'select action from audit_entry where subject_id = any($1) order by seq';
  expect(await app.db.query(acts, [[stes, anas]])).toEqual([
    { action: 'acceptStewardship' },
    { action: 'endStewardship' },
  ]);
});

it('a member on probation cannot become steward, by an offer or by a handover', async () => {
  const { ste, ana, idOf, stewards } = await held();
  const anas = await idOf(ana);
  await apiAs(ste).ask(OFFER_STEWARDSHIP, { id: anas });
  const sql = 'update account set probation_ends_at = $2 where id = $1';
  await app.db.query(sql, [ana.accountId, app.clock.in(DAY)]);
  const newcomer = await signInAgain(ana);
  expect(await offersTo(newcomer)).toHaveLength(1);
  expect(await apiAs(newcomer).code(ACCEPT_STEWARDSHIP_OFFER, { id: anas })).toBe('FORBIDDEN');
  expect(await apiAs(ste).code(HAND_OVER_STEWARDSHIP, { id: anas })).toBe('CONFLICT');
  expect(await stewards()).toEqual([await idOf(ste)]);

  await app.db.query(sql, [ana.accountId, app.clock.now()]);
  expect(await apiAs(await signInAgain(ana)).code(ACCEPT_STEWARDSHIP_OFFER, { id: anas })).toBe(
    'OK',
  );
  expect(await apiAs(ste).code(HAND_OVER_STEWARDSHIP, { id: anas })).toBe('OK');
});

it('when two stewards remove each other from the group at once, one stays steward', async () => {
  const { ste, ana, ben, group, idOf } = await held();
  const [stes, anas] = [await idOf(ste), await idOf(ana)];
  await apiAs(ste).ask(OFFER_STEWARDSHIP, { id: anas });
  await apiAs(ana).ask(ACCEPT_STEWARDSHIP_OFFER, { id: anas });

  const codes = await Promise.all([
    apiAs(ste).code(REMOVE_MEMBER, { id: anas }),
    apiAs(ana).code(REMOVE_MEMBER, { id: stes }),
  ]);

  expect(codes.toSorted()).toEqual(['NOT_FOUND', 'OK']);
  const [stays, goes] = codes[0] === 'OK' ? [ste, ana] : [ana, ste];
  const { groupMembers } = await apiAs(await signInAgain(ben)).ask(MEMBERS, { id: group.id });
  expect(groupMembers.items.filter(({ role }) => role === 'steward')).toEqual([
    expect.objectContaining({ id: await idOf(stays) }),
  ]);
  expect(await apiAs(await signInAgain(goes)).code(MEMBERS, { id: group.id })).toBe('NOT_FOUND');
});

it('a stewardship offer does not notify a member who blocked the steward, and counts as an invitation', async () => {
  const { ste, ana, ben, idOf } = await held();
  const [anas, bens] = [await idOf(ana), await idOf(ben)];
  await insertBlock(app, ben, ste);
  const ear = await openSocket(ben);
  await apiAs(await signInAgain(ste)).ask(OFFER_STEWARDSHIP, { id: bens });
  expect(await offersTo(await signInAgain(ben))).toHaveLength(1);
  await apiAs(ste).ask(OFFER_STEWARDSHIP, { id: anas });
  await apiAs(ana).ask(ACCEPT_STEWARDSHIP_OFFER, { id: anas });
  await app.get(EventsWorker).drain();
  await ear.until('news', ({ subject }) => subject === 'group');
  expect(ear.received('news')).not.toContainEqual(
    expect.objectContaining({ subject: 'stewardshipOffer' }),
  );
  for (let more = 2; more < 50; more += 1) await apiAs(ste).ask(OFFER_STEWARDSHIP, { id: bens });
  expect(await apiAs(ste).code(OFFER_STEWARDSHIP, { id: bens })).toBe('TOO_MANY');
});
