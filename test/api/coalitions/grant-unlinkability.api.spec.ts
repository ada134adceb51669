import { EventsWorker } from '#events/events.worker.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { closeAllSockets, openSocket } from '../../support/app/sockets.js';
import { makeCoalitionWorld } from '../../support/factories/coalitions/coalition-world.js';
import { postText } from '../../support/factories/moderation-documents.js';
import type { Person } from '../../support/factories/make-people.js';
import {
  COALITION_DELEGATES,
  COALITION_GRANTS,
  COALITION_PEOPLE,
  LEAVE_COALITION,
  MY_GRANTS,
  NAME_DELEGATES,
  TAKE_PART,
  WITHDRAW_GRANT,
  giveGrants,
  takePart,
  takePartInput,
} from '../../support/factories/coalitions/taking-part.js';
import { readEverything } from '../../support/matrix/crawler.js';
import {
  disclosedRows,
  type Identity,
  linkedIdentities,
} from '../../support/matrix/identity-linkage.js';

const app = useApp({ TRAMA_WORKER: '0' });
afterEach(closeAllSockets);

const MESSAGES = `query ($id: ID!) { messages(channelId: $id) {
  items { id authorId authorName body createdAt seq version } } }`;
const PAGE = `query ($slug: String!) { group(slug: $slug) {
  id memberCount viewerCan participants { id name isMine viewerCan } } }`;

const tick = () => app.clock.move(1_000);

/** The identities of a person: as their group knows them, and each name that they had in the coalition. */
async function identitiesOf({ accountId, name: of }: Person, coalitionId: string) {
  const rows = await app.db.query<{ id: string; group_id: string; persona_name: string | null }>(
    'select id, group_id, persona_name from membership where account_id = $1',
    [accountId],
  );
  const [profile] = await app.db.query<{ id: string }>(
    'select id from profile where account_id = $1',
    [accountId],
  );
  const [inside, outside] = [
    rows.filter((row) => row.group_id === coalitionId),
    rows.filter((row) => row.group_id !== coalitionId),
  ];
  return [
    { of, key: `${of} in the group`, marks: [of, profile!.id, ...outside.map(({ id }) => id)] },
    ...inside.map(({ id, persona_name: name }) => ({
      ...{ of, key: `${of} as ${name}`, marks: [id, name!] },
    })),
  ] satisfies Identity[];
}

it('delegates who take part cannot link the persona of a person in the coalition to the person in their group', async () => {
  const world = await makeCoalitionWorld(app);
  const { ste, ana, bea, spo, coalition, channelId, inForest, inRadio } = world;
  const [stes, anas, beas] = [
    await world.forestId(ste),
    await world.forestId(ana),
    await world.forestId(bea),
  ];
  await apiAs(ste).ask(NAME_DELEGATES, {
    input: { participantId: inForest, personIds: [stes], stewardId: stes },
  });
  await giveGrants(ste, inForest, [stes]);
  await giveGrants(spo, inRadio, [await world.radioId(spo)]);
  for (const who of [ste, spo]) await takePart(who, coalition);
  const observers = [ste, spo];
  const ears = await Promise.all(observers.map((who) => openSocket(who)));
  for (const ear of ears) await ear.emit('watch', { channel: channelId });
  const told: unknown[][] = observers.map(() => []);
  const asked = [
    ...[inForest, inRadio].flatMap((id) => [
      [COALITION_GRANTS, { id }] as const,
      [COALITION_DELEGATES, { id }] as const,
    ]),
    [COALITION_PEOPLE, { id: coalition.id }] as const,
    [COALITION_PEOPLE, { id: world.forest.id }] as const,
    [MESSAGES, { id: channelId }] as const,
    [PAGE, { slug: coalition.slug }] as const,
  ];
  const observe = async () => {
    await app.get(EventsWorker).drain();
    tick();
    for (const [at, who] of observers.entries()) {
      for (const [document, variables] of asked) {
        told[at]!.push(await (await apiAs(who).raw(document, variables)).json());
      }
    }
  };
  const given = await giveGrants(ste, inForest, [anas, beas]);
  await observe();
  const grantId = (await apiAs(ana).ask(MY_GRANTS)).myGrants[0]!.id;
  for (const personaName of ['Garza Blanca', 'Martín Pescador']) {
    tick();
    await apiAs(ana).ask(TAKE_PART, takePartInput(grantId, { personaName }));
    tick();
    await postText(ana, channelId, `Hola de ${personaName}`);
    await observe();
    tick();
    await apiAs(ana).ask(LEAVE_COALITION, { id: coalition.id });
    await observe();
  }
  tick();
  await apiAs(ste).ask(WITHDRAW_GRANT, { id: given.get(beas) });
  await observe();
  for (const [at, who] of observers.entries()) {
    const lines = await readEverything(who, ['ana', 'Garza']);
    told[at]!.push(...lines.split('\n').flatMap((line) => (line ? [JSON.parse(line)] : [])));
    told[at]!.push(await app.get(DataExportService).read(who.accountId));
  }
  const [inGroup, ...inCoalition] = await identitiesOf(ana, coalition.id);
  expect(inCoalition).toHaveLength(2);
  for (const [at, ear] of ears.entries()) {
    const rows = [...told[at]!, ...ear.frames].flatMap(disclosedRows);
    for (const persona of inCoalition) {
      expect(linkedIdentities(rows, [inGroup!, persona])).toEqual([]);
    }
    // The observers saw each of the names, so the comparison is not empty.
    expect(rows.flat()).toEqual(expect.arrayContaining(['Garza Blanca', 'Martín Pescador']));
  }
  const seenByDelegate = told[0]!.flatMap(disclosedRows).flat();
  expect(seenByDelegate).toEqual(expect.arrayContaining([anas, 'ana']));
}, 180_000);
