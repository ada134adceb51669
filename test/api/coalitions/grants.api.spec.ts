import { randomUUID } from 'node:crypto';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { makeCoalitionWorld } from '../../support/factories/coalitions/coalition-world.js';
import { SET_PERSONA } from '../../support/factories/group-documents.js';
import {
  COALITION_GRANTS,
  GIVE_GRANTS,
  LEAVE_COALITION,
  MY_GRANTS,
  NAME_DELEGATES,
  SHOW_MY_PARTICIPANT,
  TAKE_PART,
  WITHDRAW_GRANT,
  giveGrants,
  takePart,
  takePartInput,
} from '../../support/factories/coalitions/taking-part.js';
import type { Person } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });

const CLOSE_LIST = 'mutation ($id: ID!) { closeMemberList(groupId: $id) { id } }';

const givenBy = async (who: Person, id: string) =>
  (await apiAs(who).ask(COALITION_GRANTS, { id })).coalitionGrants;

it('a delegate, a steward and a spokesperson give grants to people of their participant alone', async () => {
  const world = await makeCoalitionWorld(app);
  const { ste, ana, bea, spo, ina, tea, eve, inForest, inRadio } = world;
  const [anas, beas] = [await world.forestId(ana), await world.forestId(bea)];
  const inas = await world.radioId(ina);
  await apiAs(ste).ask(NAME_DELEGATES, { input: { participantId: inForest, personIds: [anas] } });
  const input = { participantId: inForest, personIds: [beas] };
  for (const other of [bea, spo, tea]) {
    expect(await apiAs(other).code(GIVE_GRANTS, { input })).toBe('FORBIDDEN');
    expect(await apiAs(other).code(COALITION_GRANTS, { id: inForest })).toBe('FORBIDDEN');
  }
  expect(await apiAs(eve).code(GIVE_GRANTS, { input })).toBe('NOT_FOUND');
  expect(await apiAs(eve).code(COALITION_GRANTS, { id: inForest })).toBe('NOT_FOUND');
  for (const foreign of [inas, await world.tideId(tea), await world.tideId(ana), 'no-id']) {
    const both = { participantId: inForest, personIds: [beas, foreign] };
    expect(await apiAs(ana).code(GIVE_GRANTS, { input: both })).toBe('NOT_FOUND');
  }
  expect(await givenBy(ana, inForest)).toEqual([]);
  const { giveGrants: given } = await apiAs(ana).ask(GIVE_GRANTS, { input });
  expect(given).toEqual([
    { id: expect.any(String), personId: beas, name: 'bea', createdAt: expect.any(String) },
  ]);
  await giveGrants(ste, inForest, [anas]);
  await giveGrants(spo, inRadio, [inas]);
  expect((await givenBy(ste, inForest)).map(({ name }) => name)).toEqual(['ana', 'bea']);
  expect(await givenBy(spo, inRadio)).toMatchObject([{ personId: inas, name: 'ina' }]);
  expect((await apiAs(eve).ask(MY_GRANTS)).myGrants).toEqual([]);
});

it('one call gives at most 50 grants, each to another person', async () => {
  const { ste, ana, inForest, ...world } = await makeCoalitionWorld(app);
  const id = await world.forestId(ana);
  const give = (personIds: readonly string[]) =>
    apiAs(ste).code(GIVE_GRANTS, { input: { participantId: inForest, personIds } });
  const unknown = (count: number) => Array.from({ length: count }, () => randomUUID());
  expect(await give([id, ...unknown(50)])).toBe('INVALID');
  expect(await give([id, id])).toBe('INVALID');
  expect(await givenBy(ste, inForest)).toEqual([]);
  expect(await give([id, ...unknown(49)])).toBe('NOT_FOUND');
  expect(await givenBy(ste, inForest)).toEqual([]);
  expect(await give([id])).toBe('OK');
  expect(await givenBy(ste, inForest)).toMatchObject([{ personId: id }]);
});

it('a delegate sees and withdraws the grants of those whom they see in the group', async () => {
  const world = await makeCoalitionWorld(app);
  const { ste, ana, bea, forest, inForest } = world;
  const [stes, anas] = [await world.forestId(ste), await world.forestId(ana)];
  const given = await giveGrants(ste, inForest, [stes, anas, await world.forestId(bea)]);
  await apiAs(ste).ask(NAME_DELEGATES, { input: { participantId: inForest, personIds: [anas] } });
  const names = async (who: Person) => (await givenBy(who, inForest)).map(({ name }) => name);
  expect(await names(ana)).toEqual(['ana', 'bea', 'ste']);
  await apiAs(ste).ask(CLOSE_LIST, { id: forest.id });
  expect(await names(ana)).toEqual(['ana', 'ste']);
  expect(await names(ste)).toEqual(['ana', 'bea', 'ste']);
  expect([...(await giveGrants(ana, inForest, [stes])).keys()]).toEqual([anas, stes]);
  await apiAs(ana).ask(WITHDRAW_GRANT, { id: given.get(stes) });
  expect(await names(ana)).toEqual(['ana']);
  expect(await names(ste)).toEqual(['ana', 'bea']);
});

it('a person who has a grant keeps it when the same participant gives it again', async () => {
  const world = await makeCoalitionWorld(app);
  const { ste, ana, bea, coalition, inForest } = world;
  const ids = [await world.forestId(ana), await world.forestId(bea)];
  await giveGrants(ste, inForest, ids.slice(0, 1));
  await takePart(ana, coalition);
  const [before] = await givenBy(ste, inForest);
  app.clock.move(60_000);
  const after = await giveGrants(ste, inForest, ids);
  expect(after.size).toBe(2);
  expect(await givenBy(ste, inForest)).toContainEqual(before);
  expect((await apiAs(ana).ask(MY_GRANTS)).myGrants).toMatchObject([{ state: 'accepted' }]);
});

it('a grant ends with the name under which it was given, and a new one waits for an answer again', async () => {
  const world = await makeCoalitionWorld(app);
  const { ste, ana, coalition, inForest } = world;
  const anas = await world.forestId(ana);
  await giveGrants(ste, inForest, [anas]);
  await takePart(ana, coalition);
  await apiAs(ana).ask(SET_PERSONA, { input: { membershipId: anas, name: 'Garza Blanca' } });
  expect(await givenBy(ste, inForest)).toEqual([]);
  expect((await apiAs(ana).ask(MY_GRANTS)).myGrants).toEqual([]);
  const asGarza = await world.forestId(ana);
  await giveGrants(ste, inForest, [asGarza]);
  expect(await givenBy(ste, inForest)).toMatchObject([{ personId: asGarza, name: 'Garza Blanca' }]);
  expect((await apiAs(ana).ask(MY_GRANTS)).myGrants).toMatchObject([{ state: 'waiting' }]);
});

it('a grant can be withdrawn only by the people who act for the participant', async () => {
  const world = await makeCoalitionWorld(app);
  const { ste, ana, bea, spo, tea, eve, coalition, inForest } = world;
  const anas = await world.forestId(ana);
  const id = (await giveGrants(ste, inForest, [anas])).get(anas)!;
  await takePart(ana, coalition);
  for (const other of [ana, bea, spo, tea, eve]) {
    expect(await apiAs(other).code(WITHDRAW_GRANT, { id })).toBe('NOT_FOUND');
  }
  await apiAs(ste).ask(WITHDRAW_GRANT, { id });
  expect(await apiAs(ste).code(WITHDRAW_GRANT, { id })).toBe('NOT_FOUND');
  expect(await givenBy(ste, inForest)).toEqual([]);
  expect((await apiAs(ana).ask(MY_GRANTS)).myGrants).toEqual([]);
  expect(await app.db.query('select 1 from coalition_grant where id = $1', [id])).toEqual([]);
});

it('the views of delegates are equal byte for byte, whether a grant was accepted, shown, left or never answered', async () => {
  const world = await makeCoalitionWorld(app);
  const { ste, ana, bea, tea, coalition, inForest, inTide } = world;
  const [anas, beas] = [await world.forestId(ana), await world.forestId(bea)];
  await giveGrants(ste, inForest, [anas, beas]);
  await giveGrants(tea, inTide, [await world.tideId(ana)]);
  await apiAs(ste).ask(NAME_DELEGATES, {
    input: { participantId: inForest, personIds: [await world.forestId(ste), beas] },
  });
  const views = async () =>
    Promise.all(
      [ste, bea, tea].map(async (who) => {
        const id = who === tea ? inTide : inForest;
        const said = await apiAs(who).raw(COALITION_GRANTS, { id });
        return [said.status, await said.text()];
      }),
    );
  const atFirst = await views();
  const { myGrants } = await apiAs(ana).ask(MY_GRANTS);
  const grantIds = myGrants.map(({ id }) => id);
  const changes = [
    () => apiAs(ana).ask(TAKE_PART, takePartInput(grantIds[0]!, { personaName: 'Garza' })),
    () => apiAs(ana).ask(TAKE_PART, takePartInput(grantIds[1]!, { isShown: true })),
    () => apiAs(ana).ask(SHOW_MY_PARTICIPANT, { id: grantIds[0]!, isShown: true }),
    () => apiAs(ana).ask(LEAVE_COALITION, { id: coalition.id }),
  ];
  for (const change of changes) {
    app.clock.move(60_000);
    await change();
    expect(await views()).toEqual(atFirst);
  }
});
