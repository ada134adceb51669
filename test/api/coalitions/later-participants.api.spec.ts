import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { pngOfColour, uploadPersonaPicture } from '../../support/app/test-pictures.js';
import { makeCoalitionWorld } from '../../support/factories/coalitions/coalition-world.js';
import { makeParticipant } from '../../support/factories/coalitions/make-coalitions.js';
import {
  giveGrants,
  sourceIdOf,
  takePart,
} from '../../support/factories/coalitions/taking-part.js';
import { factories } from '../../support/factories/factories.js';
import { makePerson, type Person } from '../../support/factories/make-people.js';
import { postText } from '../../support/factories/moderation-documents.js';

const app = useApp({ TRAMA_WORKER: '0' });

const CHANGES = 'query ($id: ID!) { changes(channelId: $id, after: 0) { items { body } } }';
const PEOPLE = 'query ($id: ID!) { groupMembers(groupId: $id) { items { id isMe avatar } } }';
const REMOVE_PICTURE = 'mutation ($id: ID!) { removePersonaPicture(membershipId: $id) }';

const bodiesAs = async (who: Person, id: string) =>
  (await apiAs(who).ask(CHANGES, { id })).changes.items.map(({ body }) => body);

it('people of a participant that enters later read nothing that was written before', async () => {
  const { ste, ana, coalition, inForest, forestId } = await makeCoalitionWorld(app);
  await giveGrants(ste, inForest, [await forestId(ste), await forestId(ana)]);
  for (const who of [ste, ana]) await takePart(who, coalition);
  const group = { id: coalition.id };
  const { id } = await factories.channel(app, { group, history: 'start' });
  await postText(ste, id, 'antes');

  const uma = await makePerson(app, 'uma', 'steward');
  const marsh = await factories.group(app, { steward: uma, name: 'Estero' });
  const party = { groupId: marsh.id };
  const { id: inMarsh } = await makeParticipant(app, coalition, party);
  await giveGrants(uma, inMarsh, [await sourceIdOf(uma, party)]);
  await takePart(uma, coalition);
  await postText(ste, id, 'después');
  expect(await bodiesAs(uma, id)).toEqual(['después']);
  expect(await bodiesAs(ana, id)).toEqual(['antes', 'después']);
});

it('the picture of a persona can be removed in a coalition', async () => {
  const { ste, ana, coalition, inForest, forestId } = await makeCoalitionWorld(app);
  await giveGrants(ste, inForest, [await forestId(ana)]);
  await takePart(ana, coalition, { personaName: 'Garza' });
  const own = async () => {
    const { groupMembers } = await apiAs(ana).ask(PEOPLE, { id: coalition.id });
    return groupMembers.items.find(({ isMe }) => isMe)!;
  };
  const { id } = await own();
  await uploadPersonaPicture(ana, id, await pngOfColour('#a03020'));
  expect((await own()).avatar).toEqual(expect.any(String));
  await apiAs(ana).ask(REMOVE_PICTURE, { id });
  expect((await own()).avatar).toBeNull();
});
