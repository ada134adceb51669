import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { makeCoalitionWorld } from '../../support/factories/coalitions/coalition-world.js';
import {
  ASK_TO_REMOVE_PARTICIPANT,
  COALITION_PEOPLE,
  NAME_DELEGATES,
  TAKE_PARTICIPANT_OUT,
  giveGrants,
  takePart,
} from '../../support/factories/coalitions/taking-part.js';
import type { Person } from '../../support/factories/make-people.js';
import { twoPersonActions } from '../../support/factories/two-person-acts.js';

const app = useApp({ TRAMA_WORKER: '0' });

const PARTICIPANTS = 'query ($slug: String!) { group(slug: $slug) { participants { name } } }';
const removal = (participantId: string) => ({
  input: { participantId, reason: 'No respeta los acuerdos.' },
});
const namesAs = async (who: Person, { slug }: { readonly slug: string }) =>
  (await apiAs(who).ask(PARTICIPANTS, { slug })).group.participants!.map(({ name }) => name);
const ask = async (who: Person, participantId: string) =>
  (await apiAs(who).ask(ASK_TO_REMOVE_PARTICIPANT, removal(participantId))).askToRemoveParticipant;

it('two coalition stewards of different other participants remove a participant, with everybody who came through it', async () => {
  const world = await makeCoalitionWorld(app);
  const { ste, ana, spo, ina, tea, coalition, inForest, inRadio } = world;
  await giveGrants(spo, inRadio, [await world.radioId(ina)]);
  await giveGrants(ste, inForest, [await world.forestId(ana)]);
  await takePart(ina, coalition);
  await takePart(ana, coalition);
  const { id, hash } = await ask(ste, inRadio);
  const [act] = await app.db.query('select kind, approver from two_person_act where id = $1', [id]);
  expect(act).toEqual({ kind: 'removeParticipant', approver: 'coalitionSteward' });
  expect(await twoPersonActions(tea).read(id)).toMatchObject({
    reason: 'No respeta los acuerdos.',
    shown: [
      { label: 'coalition', value: coalition.name },
      { label: 'participant', value: 'Radio Mareas' },
    ],
  });
  // Neither the requester, nor the participant concerned, nor somebody who is no coalition steward approves.
  await expect(twoPersonActions(ste).approve(id, hash)).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  for (const other of [spo, ina, ana]) {
    await expect(twoPersonActions(other).approve(id, hash)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  }
  await twoPersonActions(tea).approve(id, hash);
  expect(await namesAs(tea, coalition)).toEqual(['Marea', 'Vecinas del norte']);
  expect(await apiAs(ina).code(COALITION_PEOPLE, { id: coalition.id })).toBe('NOT_FOUND');
  const sql = 'select account_id from membership where group_id = $1 and ended_at is null';
  expect(await app.db.query(sql, [coalition.id])).toEqual([{ account_id: ana.accountId }]);
});

it('only coalition stewards request a removal, and not of their own participant', async () => {
  const world = await makeCoalitionWorld(app);
  const { ste, ana, eve, inForest, inRadio } = world;
  const own = apiAs(ste).ask(ASK_TO_REMOVE_PARTICIPANT, removal(inForest));
  await expect(own).rejects.toMatchObject({
    ...{ code: 'FORBIDDEN', reason: 'participant.takeOutInstead' },
  });
  expect(await apiAs(ana).code(ASK_TO_REMOVE_PARTICIPANT, removal(inRadio))).toBe('FORBIDDEN');
  expect(await apiAs(eve).code(ASK_TO_REMOVE_PARTICIPANT, removal(inRadio))).toBe('NOT_FOUND');
});

it('two participants cannot remove each other', async () => {
  const { ste, tea, coalition, inRadio, inTide } = await makeCoalitionWorld(app);
  const { id, hash } = await ask(ste, inRadio);
  await apiAs(tea).ask(TAKE_PARTICIPANT_OUT, { id: inTide });
  const two = apiAs(ste).ask(ASK_TO_REMOVE_PARTICIPANT, removal(inRadio));
  await expect(two).rejects.toMatchObject({ code: 'CONFLICT', reason: 'participant.onlyTwo' });
  await expect(twoPersonActions(tea).approve(id, hash)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await namesAs(ste, coalition)).toEqual(['Radio Mareas', 'Vecinas del norte']);
});

it('a removal is not executed when its requester is coalition steward no more', async () => {
  const world = await makeCoalitionWorld(app);
  const { ste, ana, tea, coalition, inForest, inRadio } = world;
  const { id, hash } = await ask(ste, inRadio);
  const anas = await world.forestId(ana);
  await apiAs(ste).ask(NAME_DELEGATES, {
    input: { participantId: inForest, personIds: [anas], stewardId: anas },
  });
  await expect(twoPersonActions(tea).approve(id, hash)).rejects.toMatchObject({
    ...{ code: 'CONFLICT', reason: 'twoPerson.askerMayNot' },
  });
  expect(await namesAs(tea, coalition)).toHaveLength(3);
});

it('two participants that remove each other: one removal takes place', async () => {
  const { ste, spo, tea, coalition, inForest, inRadio } = await makeCoalitionWorld(app);
  const [first, second] = [await ask(ste, inRadio), await ask(spo, inForest)];
  const approvals = [first, second].map(({ id, hash }) => twoPersonActions(tea).approve(id, hash));
  const results = await Promise.allSettled(approvals);
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await namesAs(tea, coalition)).toHaveLength(2);
});
