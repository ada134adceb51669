import { CoalitionsJobs } from '#coalitions/coalitions.jobs.js';
import { Membership } from '#members/membership.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import { SeparationsService } from '#members/relationships/separations.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { lockTestRow } from '../../support/app/locked-row.js';
import { makeCoalitionWorld } from '../../support/factories/coalitions/coalition-world.js';
import { factories } from '../../support/factories/factories.js';
import { LEAVE_GROUP, SET_PERSONA } from '../../support/factories/group-documents.js';
import { makePerson, type Person } from '../../support/factories/make-people.js';
import { twoPersonActions } from '../../support/factories/two-person-acts.js';
import { postText } from '../../support/factories/moderation-documents.js';
import { POST_FILES, postFilesInput } from '../../support/app/upload-files.js';
import {
  ASK_TO_REMOVE_PARTICIPANT,
  COALITION_PEOPLE,
  GIVE_GRANTS,
  MY_GRANTS,
  TAKE_PART,
  TAKE_PARTICIPANT_OUT,
  WITHDRAW_GRANT,
  giveGrants,
  sourceIdOf,
  takePart,
  takePartInput,
} from '../../support/factories/coalitions/taking-part.js';

const app = useApp({ TRAMA_WORKER: '0' });

const CHANGES = 'query ($id: ID!) { changes(channelId: $id, after: 0) { items { body } } }';

interface GrantedPerson {
  readonly who: Person;
  readonly sourceId: string;
  readonly grantId: string;
}

/** The world with more members of the group, each with a grant that waits. Ina takes part. */
async function crowd(count = 10) {
  const world = await makeCoalitionWorld(app);
  const { ste, spo, ina, forest, coalition, inForest, inRadio } = world;
  await giveGrants(spo, inRadio, [await world.radioId(ina)]);
  await takePart(ina, coalition);
  const people: GrantedPerson[] = [];
  for (let at = 0; at < count; at++) {
    const who = await makePerson(app, `vecina ${at}`, 'member');
    await factories.membership(app, { group: forest, person: who });
    const sourceId = await sourceIdOf(who, { groupId: forest.id });
    const given = await giveGrants(ste, inForest, [sourceId]);
    people.push({ who, sourceId, grantId: given.get(sourceId)! });
  }
  return { ...world, people };
}

/** Entries that no accepted grant explains. */
const UNEXPLAINED = `select e.account_id from membership e
  where e.group_id = $1 and e.ended_at is null and not exists (
    select 1 from coalition_access x where x.account_id = e.account_id and x.coalition_id = e.group_id)`;

const accept = ({ who, grantId }: GrantedPerson) =>
  apiAs(who).code(TAKE_PART, takePartInput(grantId, { personaName: `Garza de ${who.name}` }));

/** The coalition, its channel, and Ina, who takes part through another participant. */
type Left = Pick<Awaited<ReturnType<typeof crowd>>, 'ina' | 'people' | 'coalition' | 'channelId'>;

const post = ({ who }: GrantedPerson, channelId: string) =>
  apiAs(who).code(POST_FILES, postFilesInput(channelId, [], 'Hola'));

const separate = ({ who }: GrantedPerson, from: Person) =>
  app.db
    .write(() => app.get(SeparationsService).start(who.accountId, from.accountId))
    .then(() => 'OK' as const);

/** Expects that nothing but acts and refusals of absent things happened, and that only Ina is left inside. */
async function expectNobodyElseInside(
  { ina, people, coalition, channelId }: Left,
  codes: readonly string[],
): Promise<void> {
  expect(codes.filter((code) => code !== 'OK' && code !== 'NOT_FOUND')).toEqual([]);
  const sql = 'select account_id from membership where group_id = $1 and ended_at is null';
  expect(await app.db.query(sql, [coalition.id])).toEqual([{ account_id: ina.accountId }]);
  for (const { who } of people) {
    expect(await apiAs(who).code(CHANGES, { id: channelId })).toBe('NOT_FOUND');
    expect((await apiAs(who).ask(MY_GRANTS)).myGrants).toEqual([]);
  }
}

it('a participant that leaves while its people accept, post and are separated leaves nobody inside', async () => {
  const world = await crowd();
  const { ste, ina, people, inForest, channelId } = world;
  const early = people.slice(0, 4);
  for (const one of early) expect(await accept(one)).toBe('OK');
  const codes = await Promise.all([
    ...people.slice(4).map(accept),
    ...early.map((one) => post(one, channelId)),
    apiAs(ste).code(TAKE_PARTICIPANT_OUT, { id: inForest }),
    ...people.slice(7).map((one) => separate(one, ina)),
  ]);
  await expectNobodyElseInside(world, codes);
});

it('a participant that is removed while fifty of its people accept, post and are separated leaves nobody inside', async () => {
  const world = await crowd(50);
  const { spo, tea, ina, people, inForest, channelId } = world;
  const early = people.slice(0, 20);
  for (const one of early) expect(await accept(one)).toBe('OK');
  const input = { participantId: inForest, reason: 'No respeta los acuerdos.' };
  const { askToRemoveParticipant: act } = await apiAs(spo).ask(ASK_TO_REMOVE_PARTICIPANT, {
    input,
  });
  const codes = await Promise.all([
    ...people.slice(20, 35).map(accept),
    ...early.map((one) => post(one, channelId)),
    twoPersonActions(tea)
      .approve(act.id, act.hash)
      .then(() => 'OK' as const),
    ...people.slice(35).map(accept),
    ...people.slice(40).map((one) => separate(one, ina)),
  ]);
  expect(codes[35]).toBe('OK');
  await expectNobodyElseInside(world, codes);
});

it('people who accept while they leave the group, change their name there or lose the grant have no entry afterwards', async () => {
  const { ste, people, coalition, channelId } = await crowd();
  const end = ({ who, sourceId, grantId }: GrantedPerson, at: number) => {
    if (at % 3 === 0) return apiAs(who).code(LEAVE_GROUP, { id: sourceId });
    if (at % 3 === 1) return apiAs(ste).code(WITHDRAW_GRANT, { id: grantId });
    const input = { membershipId: sourceId, name: `Luna de ${who.name}` };
    return apiAs(who).code(SET_PERSONA, { input });
  };
  const codes = await Promise.all(people.flatMap((one, at) => [accept(one), end(one, at)]));
  expect(codes.filter((_, at) => at % 2 === 1)).toEqual(people.map(() => 'OK'));
  expect(codes.filter((code) => code !== 'OK' && code !== 'NOT_FOUND')).toEqual([]);
  expect(await app.db.query(UNEXPLAINED, [coalition.id])).toEqual([]);
  for (const { who } of people) {
    expect(await apiAs(who).code(CHANGES, { id: channelId })).toBe('NOT_FOUND');
  }
});

it('a grant given at the moment at which its person leaves the group gives nothing', async () => {
  const { ste, ana, inForest, ...world } = await makeCoalitionWorld(app);
  const anas = await world.forestId(ana);
  const input = { participantId: inForest, personIds: [anas] };
  await Promise.all([
    apiAs(ste).code(GIVE_GRANTS, { input }),
    apiAs(ana).code(LEAVE_GROUP, { id: anas }),
  ]);
  expect((await apiAs(ana).ask(MY_GRANTS)).myGrants).toEqual([]);
  expect(await apiAs(ste).code(GIVE_GRANTS, { input })).toBe('NOT_FOUND');
});

it('accepting a grant waits for the end of its membership, and then finds no grant', async () => {
  const { people, forest, coalition } = await crowd();
  const [{ who, sourceId, grantId }] = people as [GrantedPerson];
  const leaving = await lockTestRow(app, 'group', forest.id);
  await leaving.run('update membership set ended_at = now() where id = $1', [sourceId]);
  const accepting = apiAs(who).code(TAKE_PART, takePartInput(grantId));
  await leaving.queued(1);
  await leaving.release();
  expect(await accepting).toBe('NOT_FOUND');
  expect(await app.db.query(UNEXPLAINED, [coalition.id])).toEqual([]);
});

/**
 * The world, in which Ana took part through two groups. She left one of them while the grant of the other one was
 * withdrawn: neither transaction saw the other.
 */
async function leftTwiceAtOnce() {
  const world = await makeCoalitionWorld(app);
  const { ste, tea, spo, ana, ina, coalition, inForest, inTide, inRadio } = world;
  const [anas, another] = [await world.forestId(ana), await world.tideId(ana)];
  const grantId = (await giveGrants(ste, inForest, [anas])).get(anas);
  await giveGrants(tea, inTide, [another]);
  await giveGrants(spo, inRadio, [await world.radioId(ina)]);
  for (const who of [ana, ina]) await takePart(who, coalition);
  const membership = await app.db.repo(Membership).findOneByOrFail({ id: another });
  await app.db.write(async () => {
    await app.get(MembershipsService).end(membership);
    await app.db.outside(() => apiAs(ste).ask(WITHDRAW_GRANT, { id: grantId }));
  });
  const names = async () => {
    const { groupMembers } = await apiAs(ina).ask(COALITION_PEOPLE, { id: coalition.id });
    return groupMembers.items.map(({ name }) => name);
  };
  return { ...world, anas, names };
}

it('an entry of which both sources end at the same moment ends with the next run of the job', async () => {
  const { ana, channelId, names } = await leftTwiceAtOnce();
  expect(await apiAs(ana).code(CHANGES, { id: channelId })).toBe('NOT_FOUND');
  expect(await names()).toEqual(['ana', 'ina']);
  await app.get(CoalitionsJobs).endUnexplainedEntries();
  expect(await names()).toEqual(['ina']);
});

it('a person whose entry nothing explained takes part by a new one, which opens nothing written meanwhile', async () => {
  const { ste, ana, ina, anas, coalition, inForest, channelId, names } = await leftTwiceAtOnce();
  await postText(ina, channelId, 'Entretanto');
  await giveGrants(ste, inForest, [anas]);
  await takePart(ana, coalition, { personaName: 'Garza Blanca' });
  await postText(ina, channelId, 'Bienvenida');
  const { changes } = await apiAs(ana).ask(CHANGES, { id: channelId });
  expect(changes.items.map(({ body }) => body)).toEqual(['Bienvenida']);
  expect(await names()).toEqual(['Garza Blanca', 'ina']);
});
