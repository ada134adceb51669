import { EventsWorker } from '#events/events.worker.js';
import { SeparationsService } from '#members/relationships/separations.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';
import { publishAgreements } from '../../support/factories/agreements.js';
import { makeCoalitionWorld } from '../../support/factories/coalitions/coalition-world.js';
import {
  COALITION_GRANTS,
  DECLINE_GRANT,
  GIVE_GRANTS,
  LEAVE_COALITION,
  MY_GRANTS,
  TAKE_PART,
  WITHDRAW_GRANT,
  giveGrants,
  takePart,
  takePartInput,
} from '../../support/factories/coalitions/taking-part.js';
import { READMIT_MEMBER, REMOVE_MEMBER } from '../../support/factories/group-documents.js';
import type { Person } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });
afterEach(closeAllSockets);

/** The world, with grants of Ana for both groups, of Bea and Ste for the first one, and of Ina for the organisation. */
async function granted() {
  const world = await makeCoalitionWorld(app);
  const { ste, ana, bea, spo, ina, tea, inForest, inTide, inRadio } = world;
  const forest = [await world.forestId(ana), await world.forestId(bea), await world.forestId(ste)];
  const given = await giveGrants(ste, inForest, forest);
  const viaTide = await giveGrants(tea, inTide, [await world.tideId(ana)]);
  await giveGrants(spo, inRadio, [await world.radioId(ina)]);
  const [anasId, [viaTideId]] = [given.get(forest[0]!)!, [...viaTide.values()]];
  return {
    ...world,
    anasId,
    viaTideId: viaTideId!,
    beasId: given.get(forest[1]!)!,
    anasSourceId: forest[0]!,
  };
}

const decline = (who: Person, id: string, isDeclined = true) =>
  apiAs(who).code(DECLINE_GRANT, { id, isDeclined });
/** The states of the person's grants, and the number of coalitions that wait for them. */
async function statesOf(who: Person) {
  const { myGrants, myGrantsWaiting } = await apiAs(who).ask(MY_GRANTS);
  return [...myGrants.map(({ state }) => state).toSorted(), myGrantsWaiting];
}

it('a person declines one grant and no other, and can take that back', async () => {
  const { ana, anasId, viaTideId } = await granted();
  expect(await statesOf(ana)).toEqual(['waiting', 'waiting', 1]);
  expect(await decline(ana, anasId)).toBe('OK');
  expect(await statesOf(ana)).toEqual(['declined', 'waiting', 1]);
  expect(await decline(ana, viaTideId)).toBe('OK');
  expect(await statesOf(ana)).toEqual(['declined', 'declined', 0]);
  expect(await decline(ana, anasId, false)).toBe('OK');
  expect(await statesOf(ana)).toEqual(['declined', 'waiting', 1]);
});

it('a declined grant can be accepted, and an accepted one is not declined', async () => {
  const { ana, anasId, viaTideId } = await granted();
  for (const id of [anasId, viaTideId]) await decline(ana, id);
  await apiAs(ana).ask(TAKE_PART, takePartInput(anasId));
  expect(await statesOf(ana)).toEqual(['accepted', 'declined', 0]);
  for (const isDeclined of [true, false]) {
    expect(await decline(ana, anasId, isDeclined)).toBe('FORBIDDEN');
  }
  expect(await statesOf(ana)).toEqual(['accepted', 'declined', 0]);
});

it('a second grant gives no consent, and starts no entry in place of one that ended', async () => {
  const { ste, ana, coalition, anasId, viaTideId } = await granted();
  const second = takePartInput(viaTideId, { agreementsVersion: null });
  expect(await apiAs(ana).code(TAKE_PART, second)).toBe('CONFLICT');
  expect(await statesOf(ana)).toEqual(['waiting', 'waiting', 1]);
  await apiAs(ana).ask(TAKE_PART, takePartInput(anasId));
  const consent = () =>
    app.db.query(
      'select agreements_version, agreements_consented_at from membership where group_id = $1 and account_id = $2',
      [coalition.id, ana.accountId],
    );
  await publishAgreements(ste, coalition.id, 'Cuidarnos.');
  const before = await consent();
  for (const agreementsVersion of [2, null]) {
    const input = takePartInput(viaTideId, { agreementsVersion });
    expect(await apiAs(ana).code(TAKE_PART, input)).toBe('OK');
  }
  expect(await consent()).toEqual(before);
  expect(await statesOf(ana)).toEqual(['accepted', 'accepted', 0]);
});

it('the delegates see no difference between a declined grant and one that waits', async () => {
  const { ste, ana, inForest, anasId, anasSourceId } = await granted();
  const given = async () => (await apiAs(ste).raw(COALITION_GRANTS, { id: inForest })).text();
  const audited = () => app.db.query('select id from audit_entry');
  const [before, entries] = [await given(), await audited()];
  await decline(ana, anasId);
  expect(await given()).toBe(before);
  expect(await audited()).toEqual(entries);
  const input = { participantId: inForest, personIds: [anasSourceId] };
  expect((await apiAs(ste).ask(GIVE_GRANTS, { input })).giveGrants).toHaveLength(3);
  expect(await given()).toBe(before);
  expect(await statesOf(ana)).toEqual(['declined', 'waiting', 1]);
  // A grant that was withdrawn and given again is another question.
  expect(await apiAs(ste).code(WITHDRAW_GRANT, { id: anasId })).toBe('OK');
  await apiAs(ste).ask(GIVE_GRANTS, { input });
  expect(await statesOf(ana)).toEqual(['waiting', 'waiting', 1]);
});

it('the person alone is notified that they declined', async () => {
  const { ste, ana, bea, ina, tea, coalition, anasId } = await granted();
  await takePart(ina, coalition);
  await app.get(EventsWorker).drain();
  const others = await Promise.all([ste, bea, ina, tea].map((who) => openSocket(who)));
  const [anas, before] = [await openSocket(ana), others.map(({ frames }) => frames.length)];
  await decline(ana, anasId);
  await app.get(EventsWorker).drain();
  expect(await anas.until('news')).toEqual({ subject: 'group', id: coalition.id });
  expect(others.map(({ frames }) => frames.length)).toEqual(before);
});

it('a grant of somebody else, and one of a separated person, cannot be declined and looks absent', async () => {
  const { ste, ana, bea, eve, ina, coalition, anasId, beasId } = await granted();
  for (const other of [ste, bea, eve]) expect(await decline(other, anasId)).toBe('NOT_FOUND');
  await takePart(ina, coalition);
  await app.db.write(() => app.get(SeparationsService).start(bea.accountId, ina.accountId));
  const [closed, absent] = await Promise.all(
    [beasId, crypto.randomUUID()].map(async (id) =>
      (await apiAs(bea).raw(DECLINE_GRANT, { id, isDeclined: true })).text(),
    ),
  );
  expect(closed).toBe(absent);
  expect(await statesOf(bea)).toEqual([0]);
  expect(await statesOf(ana)).toEqual(['waiting', 'waiting', 1]);
});

it('does not ask a person again who took part, neither after leaving nor after a removal', async () => {
  const { ste, ana, coalition, anasId } = await granted();
  await takePart(ste, coalition);
  await apiAs(ana).ask(TAKE_PART, takePartInput(anasId));
  expect(await statesOf(ana)).toEqual(['accepted', 'additional', 0]);
  await apiAs(ana).ask(LEAVE_COALITION, { id: coalition.id });
  expect(await statesOf(ana)).toEqual(['left', 'left', 0]);
  await apiAs(ana).ask(TAKE_PART, takePartInput(anasId));
  const sql =
    'select id from membership where group_id = $1 and account_id = $2 and ended_at is null';
  const [entry] = await app.db.query<{ id: string }>(sql, [coalition.id, ana.accountId]);
  await apiAs(ste).ask(REMOVE_MEMBER, { id: entry!.id });
  expect(await statesOf(ana)).toEqual([0]);
  await apiAs(ste).ask(READMIT_MEMBER, { id: entry!.id });
  expect(await statesOf(ana)).toEqual(['left', 'left', 0]);
  // The acceptance from before the removal no longer counts, also before the job that takes it back has run.
  expect(await decline(ana, anasId)).toBe('OK');
  expect(await statesOf(ana)).toEqual(['declined', 'left', 0]);
});
