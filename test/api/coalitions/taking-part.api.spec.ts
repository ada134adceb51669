import { EventsWorker } from '#events/events.worker.js';
import { SeparationsService } from '#members/relationships/separations.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';
import { waitForNotices } from '../../support/app/wait-for-jobs.js';
import { makeCoalitionWorld } from '../../support/factories/coalitions/coalition-world.js';
import {
  LEAVE_GROUP,
  READMIT_MEMBER,
  REMOVE_MEMBER,
  REMOVED_MEMBERS,
  SET_PERSONA,
} from '../../support/factories/group-documents.js';
import {
  COALITION_PEOPLE,
  GIVE_GRANTS,
  LEAVE_COALITION,
  MY_GRANTS,
  SHOW_MY_PARTICIPANT,
  TAKE_PART,
  TAKE_PARTICIPANT_OUT,
  WITHDRAW_GRANT,
  giveGrants,
  takePart,
  takePartInput,
} from '../../support/factories/coalitions/taking-part.js';
import type { Person } from '../../support/factories/make-people.js';
import { postText } from '../../support/factories/moderation-documents.js';

const app = useApp({ TRAMA_WORKER: '0' });
afterEach(closeAllSockets);

const CHANGES =
  'query ($id: ID!) { changes(channelId: $id, after: 0) { items { body authorName } } }';
const MY_GROUPS = '{ myGroups { id } myCoalitions { id } }';

const heldBy = async (who: Person) => (await apiAs(who).ask(MY_GRANTS)).myGrants;
const peopleAs = async (who: Person, { id }: { readonly id: string }) =>
  (await apiAs(who).ask(COALITION_PEOPLE, { id })).groupMembers.items;
const separate = (a: Person, b: Person) =>
  app.db.write(() => app.get(SeparationsService).start(a.accountId, b.accountId));

/** The world, with grants of Ana and Bea for the group, of Ana also for the other one, and of Ina for the organisation. */
async function granted(agreements = '') {
  const world = await makeCoalitionWorld(app, agreements);
  const { ste, ana, bea, spo, ina, tea } = world;
  const forest = [await world.forestId(ana), await world.forestId(bea), await world.forestId(ste)];
  const given = await giveGrants(ste, world.inForest, forest);
  await giveGrants(tea, world.inTide, [await world.tideId(ana)]);
  await giveGrants(spo, world.inRadio, [await world.radioId(ina), await world.radioId(spo)]);
  const grantOf = (who: Person, participantId: string) =>
    heldBy(who).then((all) => all.find(({ participant }) => participant?.id === participantId)!.id);
  return { ...world, given, grantOf };
}

it('a person who accepts a grant reads and writes in the coalition under the chosen name', async () => {
  const { ana, bea, ina, coalition, channelId, inForest, grantOf } = await granted();
  expect(await apiAs(ana).code(CHANGES, { id: channelId })).toBe('NOT_FOUND');
  expect(await apiAs(ana).code(COALITION_PEOPLE, { id: coalition.id })).toBe('OK');
  expect(await peopleAs(ana, coalition)).toEqual([]);
  expect((await apiAs(ana).ask(MY_GRANTS)).myGrantsWaiting).toBe(1);
  const input = takePartInput(await grantOf(ana, inForest), { personaName: 'Garza Blanca' });
  expect((await apiAs(ana).ask(TAKE_PART, input)).takePart).toEqual({ id: coalition.id });
  await takePart(ina, coalition);
  await postText(ana, channelId, 'Hola');
  expect((await apiAs(ina).ask(CHANGES, { id: channelId })).changes.items).toEqual([
    { body: 'Hola', authorName: 'Garza Blanca' },
  ]);
  const seen = await peopleAs(ina, coalition);
  expect(seen.map(({ name, role, isMe }) => [name, role, isMe])).toEqual([
    ['Garza Blanca', 'member', false],
    ['ina', 'member', true],
  ]);
  expect(await apiAs(bea).code(CHANGES, { id: channelId })).toBe('NOT_FOUND');
  const waiting = await apiAs(ana).ask(MY_GRANTS);
  expect(waiting.myGrantsWaiting).toBe(0);
  expect(waiting.myGrants.map(({ state }) => state === 'accepted')).toEqual([false, true]);
});

it('a coalition is none of the groups of a person', async () => {
  const { ana, coalition, forest, tide } = await granted();
  await takePart(ana, coalition);
  const { myGroups, myCoalitions } = await apiAs(ana).ask(MY_GROUPS);
  expect(myGroups.map(({ id }) => id).toSorted()).toEqual([forest.id, tide.id].toSorted());
  expect(myCoalitions).toEqual([{ id: coalition.id }]);
});

it('only the person to whom a grant was given accepts it, under the agreements that are current', async () => {
  const { ste, ana, bea, eve, coalition, inForest, grantOf } = await granted('Cuidarnos.');
  const grantId = await grantOf(ana, inForest);
  for (const other of [ste, bea, eve]) {
    expect(await apiAs(other).code(TAKE_PART, takePartInput(grantId))).toBe('NOT_FOUND');
  }
  const outdated = takePartInput(grantId, { agreementsVersion: 2 });
  await expect(apiAs(ana).ask(TAKE_PART, outdated)).rejects.toMatchObject({
    ...{ code: 'CONFLICT', reason: 'agreements.changed' },
  });
  expect(await peopleAs(ana, coalition)).toEqual([]);
  expect(await apiAs(ana).code(TAKE_PART, takePartInput(grantId))).toBe('OK');
});

it('a name that a person or a participant of the coalition has is taken', async () => {
  const { ana, bea, ina, coalition, inForest, grantOf } = await granted();
  await takePart(ana, coalition, { personaName: 'Garza Blanca' });
  const grantId = await grantOf(bea, inForest);
  for (const personaName of ['garza blanca', 'Vecinas del Norte', 'Radio Mareas']) {
    const input = takePartInput(grantId, { personaName });
    await expect(apiAs(bea).ask(TAKE_PART, input)).rejects.toMatchObject({
      ...{ code: 'CONFLICT', reason: 'persona.nameTaken' },
    });
  }
  const own = takePartInput(grantId, { personaName: 'Bea' });
  expect(await apiAs(bea).code(TAKE_PART, own)).toBe('INVALID');
  // The name of the hidden group is free, because a conflict would reveal that it takes part.
  await takePart(bea, coalition, { personaName: 'Bosque' });
  await takePart(ina, coalition);
  const names = (await peopleAs(ina, coalition)).map(({ name }) => name);
  expect(names).toEqual(['Bosque', 'Garza Blanca', 'ina']);
});

it('nobody takes the name of somebody whom they see in their own group or organisation', async () => {
  const { ana, bea, ina, coalition, forest, inForest, inRadio, grantOf } = await granted();
  const taken = { code: 'CONFLICT', reason: 'persona.nameTaken' };
  for (const [who, participantId, personaName] of [
    [ana, inForest, 'Béa'],
    [ana, inForest, 'Tea.'],
    [ina, inRadio, 'spo'],
  ] as const) {
    const input = takePartInput(await grantOf(who, participantId), { personaName });
    await expect(apiAs(who).ask(TAKE_PART, input)).rejects.toMatchObject(taken);
  }
  // The names of people whom they do not see are free: a conflict would reveal who belongs to a participant.
  await takePart(ana, coalition, { personaName: 'Ina' });
  await takePart(ina, coalition, { personaName: 'Bea' });
  const mine = async () => (await peopleAs(ana, coalition)).find(({ isMe }) => isMe)!.id;
  const rename = async (name: string, colour = '') =>
    apiAs(ana).ask(SET_PERSONA, { input: { membershipId: await mine(), name, colour } });
  await expect(rename('STE')).rejects.toMatchObject(taken);
  await expect(rename('Spo')).resolves.toBeDefined();
  await rename('Garza');
  // A name that somebody of the group has from later on stays, and is refused to nobody who cannot see them.
  await app.db.query(
    `update profile_field set text = 'Garza' where account_id = $1 and kind = 'name'`,
    [bea.accountId],
  );
  await expect(rename('Garza', '3')).resolves.toBeDefined();
  await app.db.query(
    'update membership set is_listed = false where group_id = $1 and account_id = $2',
    [...[forest.id, bea.accountId]],
  );
  await rename('Otra');
  await expect(rename('Garza')).resolves.toBeDefined();
});

it('a second grant changes neither the name nor the entry, and keeps the person when the first one ends', async () => {
  const { ste, ana, ina, coalition, channelId, inForest, inTide, given, grantOf } = await granted();
  await takePart(ina, coalition);
  const first = takePartInput(await grantOf(ana, inForest), { personaName: 'Garza Blanca' });
  await apiAs(ana).ask(TAKE_PART, first);
  const before = await peopleAs(ina, coalition);
  const second = takePartInput(await grantOf(ana, inTide), { personaName: 'Otra' });
  await apiAs(ana).ask(TAKE_PART, second);
  expect(await peopleAs(ina, coalition)).toEqual(before);
  for (const id of given.values()) await apiAs(ste).ask(WITHDRAW_GRANT, { id });
  expect(await peopleAs(ina, coalition)).toEqual(before);
  expect(await apiAs(ana).code(CHANGES, { id: channelId })).toBe('OK');
});

it('a person leaves with every grant, and can take part again', async () => {
  const { ana, ina, coalition, channelId, inForest, grantOf } = await granted();
  await takePart(ina, coalition);
  await takePart(ana, coalition, { isShown: true });
  expect(await apiAs(ana).code(LEAVE_COALITION, { id: coalition.id })).toBe('OK');
  expect(await apiAs(ana).code(LEAVE_COALITION, { id: coalition.id })).toBe('FORBIDDEN');
  expect(await apiAs(ana).code(CHANGES, { id: channelId })).toBe('NOT_FOUND');
  expect((await peopleAs(ina, coalition)).map(({ name }) => name)).toEqual(['ina']);
  const { myGrants, myGrantsWaiting } = await apiAs(ana).ask(MY_GRANTS);
  expect(myGrants.map(({ state, isShown }) => [state === 'accepted', isShown])).toEqual([
    [false, false],
    [false, false],
  ]);
  // The person has answered, so nothing waits for them.
  expect(myGrantsWaiting).toBe(0);
  await apiAs(ana).ask(TAKE_PART, takePartInput(await grantOf(ana, inForest)));
  expect(
    (await peopleAs(ina, coalition)).map(({ shownParticipants }) => shownParticipants),
  ).toEqual([[], []]);
});

it('the coalition sees through which participant a person comes only where the person shows it', async () => {
  const { ste, ana, spo, eve, coalition, inForest, inTide, grantOf } = await granted();
  await takePart(spo, coalition);
  await takePart(ste, coalition);
  await takePart(ana, coalition);
  const shownOf = async (who: Person, name: string) =>
    (await peopleAs(who, coalition)).find((one) => one.name === name)!.shownParticipants;
  for (const who of [spo, ste, ana]) expect(await shownOf(who, 'ana')).toEqual([]);
  const [viaForest, viaTide] = [await grantOf(ana, inForest), await grantOf(ana, inTide)];
  await apiAs(ana).ask(SHOW_MY_PARTICIPANT, { id: viaForest, isShown: true });
  for (const who of [spo, ste]) {
    expect(await shownOf(who, 'ana')).toEqual([{ id: inForest, name: 'Vecinas del norte' }]);
  }
  await apiAs(ana).ask(SHOW_MY_PARTICIPANT, { id: viaTide, isShown: true });
  expect((await shownOf(spo, 'ana')).map(({ id }) => id)).toEqual([inTide, inForest]);
  await apiAs(ana).ask(SHOW_MY_PARTICIPANT, { id: viaTide, isShown: false });
  expect((await shownOf(spo, 'ana')).map(({ id }) => id)).toEqual([inForest]);
  for (const other of [ste, eve]) {
    const show = { id: viaForest, isShown: false };
    expect(await apiAs(other).code(SHOW_MY_PARTICIPANT, show)).toBe('NOT_FOUND');
  }
});

it('a grant that is not accepted shows nothing, and a change of the name hides what was shown', async () => {
  const { ana, ina, bea, coalition, inForest, grantOf } = await granted();
  for (const who of [ana, ina]) await takePart(who, coalition);
  const show = (who: Person, id: string) =>
    apiAs(who).code(SHOW_MY_PARTICIPANT, { id, isShown: true });
  expect(await show(bea, await grantOf(bea, inForest))).toBe('NOT_FOUND');
  expect(await show(ana, await grantOf(ana, inForest))).toBe('OK');
  const own = async () => (await peopleAs(ana, coalition)).find(({ isMe }) => isMe)!;
  expect((await own()).shownParticipants).toHaveLength(1);
  const input = { membershipId: (await own()).id, name: 'Garza Blanca' };
  await apiAs(ana).ask(SET_PERSONA, { input });
  expect(await own()).toMatchObject({ name: 'Garza Blanca', shownParticipants: [] });
  expect((await heldBy(ana)).map(({ isShown }) => isShown)).toEqual([false, false]);
});

it('a shown participant is told to those inside only, and once', async () => {
  const { ste, ana, ina, coalition, inForest, grantOf } = await granted();
  for (const who of [ana, ina]) await takePart(who, coalition);
  await app.get(EventsWorker).drain();
  const [inside, outside] = [await openSocket(ina), await openSocket(ste)];
  const id = await grantOf(ana, inForest);
  for (const isShown of [true, true]) {
    await apiAs(ana).ask(SHOW_MY_PARTICIPANT, { id, isShown });
    await app.get(EventsWorker).drain();
  }
  await waitForNotices(app);
  const news = (socket: typeof inside) =>
    socket.received('news').filter((one) => one.id === coalition.id);
  expect([news(inside).length, news(outside).length]).toEqual([1, 0]);
});

it('a further grant that is accepted with its participant shown is told to those inside, and keeps that', async () => {
  const { ana, ina, coalition, inForest, inTide, grantOf } = await granted();
  await takePart(ina, coalition);
  await apiAs(ana).ask(TAKE_PART, takePartInput(await grantOf(ana, inForest)));
  await app.get(EventsWorker).drain();
  const inside = await openSocket(ina);
  const id = await grantOf(ana, inTide);
  for (const isShown of [true, false]) {
    await apiAs(ana).ask(TAKE_PART, takePartInput(id, { isShown }));
    await app.get(EventsWorker).drain();
  }
  await waitForNotices(app);
  expect(inside.received('news').filter((one) => one.id === coalition.id)).toHaveLength(1);
  const own = (await peopleAs(ina, coalition)).find(({ name }) => name === 'ana')!;
  expect(own.shownParticipants.map((one) => one.id)).toEqual([inTide]);
});

it('a person changes their name in the coalition, and their entry continues', async () => {
  const { ana, ina, coalition, channelId } = await granted();
  await takePart(ina, coalition);
  await takePart(ana, coalition);
  const own = async () => (await peopleAs(ana, coalition)).find(({ isMe }) => isMe)!;
  const taken = { membershipId: (await own()).id, name: 'Vecinas del norte' };
  expect(await apiAs(ana).code(SET_PERSONA, { input: taken })).toBe('CONFLICT');
  const input = { membershipId: (await own()).id, name: 'Garza Blanca' };
  await apiAs(ana).ask(SET_PERSONA, { input });
  await app.get(EventsWorker).drain();
  expect(await own()).toMatchObject({ name: 'Garza Blanca' });
  expect(await apiAs(ana).code(CHANGES, { id: channelId })).toBe('OK');
  expect((await heldBy(ana)).map(({ state }) => state === 'accepted')).toEqual([true, true]);
});

it('a grant is absent for a person who is separated from somebody who takes part', async () => {
  const { ste, ana, ina, coalition, inForest, grantOf } = await granted();
  const grantId = await grantOf(ana, inForest);
  await takePart(ina, coalition);
  await separate(ana, ina);
  expect(await heldBy(ana)).toEqual([]);
  expect((await apiAs(ana).ask(MY_GRANTS)).myGrantsWaiting).toBe(0);
  const absent = await apiAs(ana).raw(TAKE_PART, takePartInput(crypto.randomUUID()));
  const closed = await apiAs(ana).raw(TAKE_PART, takePartInput(grantId));
  expect(await closed.text()).toBe(await absent.text());
  // The delegate gives a grant as always and sees no difference.
  const input = { participantId: inForest, personIds: [] };
  const { giveGrants: given } = await apiAs(ste).ask(GIVE_GRANTS, { input });
  expect(given.map(({ name }) => name)).toEqual(['ana', 'bea', 'ste']);
});

it('one of two separated people who accept at once takes part, and the grant is absent for the other', async () => {
  const { ana, ina, coalition, inForest, inRadio, grantOf } = await granted();
  const inputs = [
    [ana, takePartInput(await grantOf(ana, inForest))],
    [ina, takePartInput(await grantOf(ina, inRadio))],
  ] as const;
  await separate(ana, ina);
  const codes = await Promise.all(inputs.map(([who, input]) => apiAs(who).code(TAKE_PART, input)));
  expect(codes.toSorted()).toEqual(['NOT_FOUND', 'OK']);
  const sql = 'select 1 from membership where group_id = $1 and ended_at is null';
  expect(await app.db.query(sql, [coalition.id])).toHaveLength(1);
});

it('a coalition steward who takes part removes a person, who takes part again only after being readmitted', async () => {
  const { ste, ana, ina, tea, coalition, channelId, inForest, grantOf } = await granted();
  for (const who of [ste, ana, ina]) await takePart(who, coalition);
  const idOf = async (name: string) =>
    (await peopleAs(ste, coalition)).find((one) => one.name === name)!.id;
  const id = await idOf('ana');
  for (const other of [ina, tea, ana]) {
    expect(await apiAs(other).code(REMOVE_MEMBER, { id })).not.toBe('OK');
  }
  const grantId = await grantOf(ana, inForest);
  await apiAs(ste).ask(REMOVE_MEMBER, { id });
  expect(await apiAs(ana).code(CHANGES, { id: channelId })).toBe('NOT_FOUND');
  expect(await heldBy(ana)).toEqual([]);
  expect(await apiAs(ana).code(TAKE_PART, takePartInput(grantId))).toBe('NOT_FOUND');
  const { removedMembers } = await apiAs(ste).ask(REMOVED_MEMBERS, { id: coalition.id });
  expect(removedMembers).toEqual([{ id, name: 'ana' }]);
  expect(await apiAs(ina).code(REMOVED_MEMBERS, { id: coalition.id })).toBe('FORBIDDEN');
  await apiAs(ste).ask(READMIT_MEMBER, { id });
  expect(await apiAs(ana).code(CHANGES, { id: channelId })).toBe('NOT_FOUND');
  expect((await heldBy(ana)).map(({ state }) => state === 'accepted')).toEqual([false, false]);
  await apiAs(ana).ask(TAKE_PART, takePartInput(grantId));
  expect((await heldBy(ana)).map(({ state }) => state === 'accepted')).toEqual([false, true]);
});

it('a person is notified of a grant, and those who take part are not', async () => {
  const { ste, ana, bea, ina, tea, coalition, inForest, ...world } = await makeCoalitionWorld(app);
  await giveGrants(world.spo, world.inRadio, [await world.radioId(ina)]);
  await takePart(ina, coalition);
  const others = await Promise.all([ina, bea, tea].map((who) => openSocket(who)));
  await app.get(EventsWorker).drain();
  const [anas, before] = [await openSocket(ana), others.map(({ frames }) => frames.length)];
  await giveGrants(ste, inForest, [await world.forestId(ana)]);
  await app.get(EventsWorker).drain();
  expect(await anas.until('news')).toEqual({ subject: 'group', id: coalition.id });
  expect(others.map(({ frames }) => frames.length)).toEqual(before);
});

it.each([
  [
    'the group is left',
    async ({ ana, ...world }: World) =>
      apiAs(ana).ask(LEAVE_GROUP, { id: await world.forestId(ana) }),
  ],
  [
    'a steward of the group removes them',
    async ({ ste, ana, ...world }: World) =>
      apiAs(ste).ask(REMOVE_MEMBER, { id: await world.forestId(ana) }),
  ],
  [
    'the grant is withdrawn',
    async ({ ste, ana, given, ...world }: World) =>
      apiAs(ste).ask(WITHDRAW_GRANT, { id: given.get(await world.forestId(ana)) }),
  ],
  [
    'the participant leaves',
    async ({ ste, inForest }: World) => apiAs(ste).ask(TAKE_PARTICIPANT_OUT, { id: inForest }),
  ],
  [
    'their name in the group changes',
    async ({ ana, ...world }: World) =>
      apiAs(ana).ask(SET_PERSONA, {
        input: { membershipId: await world.forestId(ana), name: 'Luna' },
      }),
  ],
])('a person who came through a group takes part no more when %s', async (_, end) => {
  const world = await granted();
  const { ana, ina, coalition, channelId, inForest, grantOf } = world;
  await takePart(ina, coalition);
  await apiAs(ana).ask(TAKE_PART, takePartInput(await grantOf(ana, inForest)));
  await end(world);
  expect(await apiAs(ana).code(CHANGES, { id: channelId })).toBe('NOT_FOUND');
  expect((await peopleAs(ina, coalition)).map(({ name }) => name)).toEqual(['ina']);
});
type World = Awaited<ReturnType<typeof granted>>;

it.each([
  ['they leave it', 'leaveOrganisation', 'affiliationId'],
  ['its spokesperson removes them', 'removeAffiliation', 'affiliationId'],
  ['it ends', 'endOrganisation', 'organisationId'],
])(
  'a person who came through an organisation takes part no more when %s',
  async (_, act, argument) => {
    const { ana, spo, ina, coalition, channelId, radio, ...world } = await granted();
    for (const who of [ana, ina]) await takePart(who, coalition);
    const id = argument === 'affiliationId' ? await world.radioId(ina) : radio.id;
    const document = `mutation ($id: ID!) { ${act}(${argument}: $id) ${act === 'endOrganisation' ? '{ id }' : ''} }`;
    await apiAs(act === 'leaveOrganisation' ? ina : spo).ask(document, { id });
    expect(await apiAs(ina).code(CHANGES, { id: channelId })).toBe('NOT_FOUND');
    expect((await peopleAs(ana, coalition)).map(({ name }) => name)).toEqual(['ana']);
    expect(await heldBy(ina)).toEqual([]);
  },
);
