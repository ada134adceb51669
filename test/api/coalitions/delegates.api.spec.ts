import { EventsWorker } from '#events/events.worker.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import {
  COALITION_DELEGATES,
  COALITION_GRANTS,
  NAME_DELEGATES,
} from '../../support/factories/coalitions/taking-part.js';
import { makeCoalitionWorld } from '../../support/factories/coalitions/coalition-world.js';
import { LEAVE_GROUP, SET_PERSONA } from '../../support/factories/group-documents.js';
import type { Person } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });

const COALITION = 'query ($slug: String!) { group(slug: $slug) { viewerCan } }';
const PARTICIPANT = 'query ($id: ID!) { participant(participantId: $id) { viewerCan } }';

const named = (participantId: string, personIds: readonly string[], stewardId?: string | null) => ({
  input: { participantId, personIds, stewardId },
});
const can = async (who: Person, id: string): Promise<string[]> =>
  (await apiAs(who).ask(PARTICIPANT, { id })).participant.viewerCan;
const canInCoalition = async (who: Person, { slug }: { readonly slug: string }) =>
  (await apiAs(who).ask(COALITION, { slug })).group.viewerCan as readonly string[];

it('a steward names up to five delegates of their participant, of whom one is coalition steward', async () => {
  const world = await makeCoalitionWorld(app);
  const { ste, ana, bea, coalition, inForest } = world;
  const [anas, beas] = [await world.forestId(ana), await world.forestId(bea)];
  expect(await canInCoalition(ste, coalition)).toContain('inviteParticipant');
  const { nameDelegates } = await apiAs(ste).ask(
    NAME_DELEGATES,
    named(inForest, [anas, beas], anas),
  );
  expect(nameDelegates).toEqual([
    { id: anas, name: 'ana', isSteward: true, isMe: false },
    { id: beas, name: 'bea', isSteward: false, isMe: false },
  ]);
  expect(await can(ana, inForest)).toEqual(['read', 'grant']);
  expect(await can(bea, inForest)).toEqual(['read', 'grant']);
  expect(await canInCoalition(ana, coalition)).toContain('inviteParticipant');
  expect(await canInCoalition(bea, coalition)).not.toContain('inviteParticipant');
  // The steward of the group stays its owner and is no coalition steward any more.
  expect(await can(ste, inForest)).toEqual(['read', 'rename', 'takeOut', 'nameDelegates', 'grant']);
  expect(await canInCoalition(ste, coalition)).not.toContain('inviteParticipant');
  const six = [...Array(6).keys()].map(() => crypto.randomUUID());
  expect(await apiAs(ste).code(NAME_DELEGATES, named(inForest, six))).toBe('INVALID');
  expect(await apiAs(ste).code(NAME_DELEGATES, named(inForest, [anas], beas))).toBe('INVALID');
});

it('where no delegate is named, or the last one is gone, the stewards or the spokesperson act', async () => {
  const world = await makeCoalitionWorld(app);
  const { ste, ana, spo, coalition, inForest, inRadio } = world;
  const anas = await world.forestId(ana);
  expect(await can(spo, inRadio)).toContain('grant');
  await apiAs(ste).ask(NAME_DELEGATES, named(inForest, [anas], anas));
  await apiAs(ana).ask(LEAVE_GROUP, { id: anas });
  expect(await canInCoalition(ste, coalition)).toContain('inviteParticipant');
  expect((await apiAs(ste).ask(COALITION_DELEGATES, { id: inForest })).coalitionDelegates).toEqual(
    [],
  );
  await app.get(EventsWorker).drain();
  expect(
    await app.db.query('select 1 from delegate where participant_id = $1', [inForest]),
  ).toEqual([]);
  const spos = await world.radioId(spo);
  await apiAs(spo).ask(NAME_DELEGATES, named(inRadio, [spos], spos));
  const { nameDelegates } = await apiAs(spo).ask(NAME_DELEGATES, named(inRadio, []));
  expect(nameDelegates).toEqual([]);
  expect(await canInCoalition(spo, coalition)).toContain('inviteParticipant');
});

it('a delegate ends with the name under which they were named', async () => {
  const world = await makeCoalitionWorld(app);
  const { ste, ana, inForest } = world;
  const anas = await world.forestId(ana);
  await apiAs(ste).ask(NAME_DELEGATES, named(inForest, [anas], anas));
  await apiAs(ana).ask(SET_PERSONA, { input: { membershipId: anas, name: 'Garza Blanca' } });
  expect(await can(ana, inForest)).toEqual(['read']);
  const { coalitionDelegates } = await apiAs(ste).ask(COALITION_DELEGATES, { id: inForest });
  expect(coalitionDelegates).toEqual([]);
});

it('delegates of a participant are named by its stewards or spokesperson, and are people of it', async () => {
  const world = await makeCoalitionWorld(app);
  const { ste, ana, spo, ina, tea, eve, inForest, inRadio } = world;
  const [anas, inas, teas] = [
    await world.forestId(ana),
    await world.radioId(ina),
    await world.tideId(tea),
  ];
  const input = named(inForest, [anas]);
  for (const other of [ana, spo, tea]) {
    expect(await apiAs(other).code(NAME_DELEGATES, input)).toBe('FORBIDDEN');
    expect(await apiAs(other).code(COALITION_DELEGATES, { id: inForest })).toBe('FORBIDDEN');
  }
  expect(await apiAs(eve).code(NAME_DELEGATES, input)).toBe('NOT_FOUND');
  expect(await apiAs(eve).code(COALITION_DELEGATES, { id: inForest })).toBe('NOT_FOUND');
  // Nothing is half done: Ana is not named together with a person of another participant.
  for (const foreign of [inas, teas, crypto.randomUUID(), 'no-id']) {
    expect(await apiAs(ste).code(NAME_DELEGATES, named(inForest, [anas, foreign]))).toBe(
      'NOT_FOUND',
    );
  }
  expect(await apiAs(spo).code(NAME_DELEGATES, named(inRadio, [anas]))).toBe('NOT_FOUND');
  expect(await apiAs(spo).code(NAME_DELEGATES, named(inRadio, [inas], inas))).toBe('OK');
  expect(await can(ana, inForest)).toEqual(['read']);
  expect(await apiAs(ana).code(COALITION_GRANTS, { id: inForest })).toBe('FORBIDDEN');
});

it('the audit log records who named delegates, and not whom', async () => {
  const world = await makeCoalitionWorld(app);
  const { ste, ana, inForest } = world;
  await apiAs(ste).ask(NAME_DELEGATES, named(inForest, [await world.forestId(ana)]));
  const entries = await app.db.query(
    `select action, subject_id, about_id from audit_entry where subject_type = 'Participant' and actor_id = $1`,
    [ste.accountId],
  );
  expect(entries).toEqual([{ action: 'nameDelegates', subject_id: null, about_id: null }]);
});
