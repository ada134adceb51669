import sharp from 'sharp';
import { useApp } from '../support/app/app.js';
import { apiAs } from '../support/app/client.js';
import { closeAllSockets, openSocket } from '../support/app/sockets.js';
import { downloadFile, postFiles, sendFile } from '../support/app/upload-files.js';
import { waitForJobs } from '../support/app/wait-for-jobs.js';
import { makeCoalitionWorld } from '../support/factories/coalitions/coalition-world.js';
import { LEAVE_GROUP, REMOVE_MEMBER, SET_PERSONA } from '../support/factories/group-documents.js';
import {
  LEAVE_COALITION,
  NAME_DELEGATES,
  TAKE_PART,
  TAKE_PARTICIPANT_OUT,
  WITHDRAW_GRANT,
  giveGrants,
  takePart,
  takePartInput,
} from '../support/factories/coalitions/taking-part.js';
import { pause, post } from './group-chat.js';

const CHANGES = 'query ($id: ID!) { changes(channelId: $id, after: 0) { items { body } } }';
const PEOPLE = 'query ($id: ID!) { groupMembers(groupId: $id) { items { id isMe } } }';
/** Longer than the interval between broadcasts to a room (ADR 28). */
const REST_MS = 150;

const app = useApp();
afterEach(closeAllSockets);

/** Ana takes part through the group, with two sockets in the channel; Ina through the organisation. */
async function opened() {
  const world = await makeCoalitionWorld(app);
  const { ste, ana, spo, ina, coalition, channelId } = world;
  const anas = await world.forestId(ana);
  const given = await giveGrants(ste, world.inForest, [anas, await world.forestId(ste)]);
  await giveGrants(spo, world.inRadio, [await world.radioId(ina)]);
  const grantId = given.get(anas)!;
  await apiAs(ana).ask(TAKE_PART, takePartInput(grantId, { personaName: 'Garza Blanca' }));
  for (const who of [ina, ste]) await takePart(who, coalition);
  await waitForJobs(app);
  const ears = [await openSocket(ana), await openSocket(ana, { transports: ['polling'] })];
  for (const ear of ears)
    expect(await ear.emit('watch', { channel: channelId })).toEqual({ ok: true });
  const { groupMembers } = await apiAs(ana).ask(PEOPLE, { id: coalition.id });
  const entryId = groupMembers.items.find(({ isMe }) => isMe)!.id;
  return { ...world, anas, grantId, entryId, ears };
}
type World = Awaited<ReturnType<typeof opened>>;

const ENDS: Readonly<Record<string, (world: World) => Promise<unknown>>> = {
  'they leave the coalition': ({ ana, coalition }) =>
    apiAs(ana).ask(LEAVE_COALITION, { id: coalition.id }),
  'a coalition steward removes them': ({ ste, entryId }) =>
    apiAs(ste).ask(REMOVE_MEMBER, { id: entryId }),
  'they leave the group': ({ ana, anas }) => apiAs(ana).ask(LEAVE_GROUP, { id: anas }),
  'the group removes them': ({ ste, anas }) => apiAs(ste).ask(REMOVE_MEMBER, { id: anas }),
  'they take another name in the group': ({ ana, anas }) =>
    apiAs(ana).ask(SET_PERSONA, { input: { membershipId: anas, name: 'Luna Llena' } }),
  'the grant is withdrawn': ({ ste, grantId }) => apiAs(ste).ask(WITHDRAW_GRANT, { id: grantId }),
  'the participant leaves': ({ ste, inForest }) =>
    apiAs(ste).ask(TAKE_PARTICIPANT_OUT, { id: inForest }),
};

it.each(Object.entries(ENDS))(
  'HTTP, sockets and files are closed to a person before the answer when %s',
  async (_, end) => {
    const world = await opened();
    const { ana, ina, coalition, channelId, ears } = world;
    const picture = await sharp({
      create: { width: 40, height: 30, channels: 3, background: 'green' },
    })
      .jpeg()
      .toBuffer();
    const file = await sendFile(ina, picture);
    await postFiles(ina, channelId, [file.id], 'canary uno');
    for (const ear of ears) await ear.until('message');
    expect((await downloadFile(ana, file.id)).status).toBe(200);
    expect(await apiAs(ana).code(CHANGES, { id: channelId })).toBe('OK');
    await end(world);
    const marker = await post(ina, channelId, 'canary dos');
    expect((await downloadFile(ana, file.id)).status).toBe(404);
    expect(await apiAs(ana).code(CHANGES, { id: channelId })).toBe('NOT_FOUND');
    await pause(REST_MS);
    for (const ear of ears) {
      expect(ear.received('message').filter(({ seq }) => seq >= marker.seq)).toEqual([]);
      expect(await ear.emit('watch', { channel: channelId })).toEqual({ code: 'NOT_FOUND' });
      expect(await ear.until('news', ({ subject }) => subject === 'left')).toBeDefined();
    }
    const { groupMembers } = await apiAs(ina).ask(PEOPLE, { id: coalition.id });
    expect(groupMembers.items.map(({ id }) => id)).not.toContain(world.entryId);
  },
  60_000,
);

it('a coalition steward keeps reading the channel when another delegate is named', async () => {
  const { ste, ina, bea, inForest, channelId, ...world } = await opened();
  const ear = await openSocket(ste);
  expect(await ear.emit('watch', { channel: channelId })).toEqual({ ok: true });
  const personIds = [await world.forestId(bea)];
  await apiAs(ste).ask(NAME_DELEGATES, { input: { participantId: inForest, personIds } });
  await post(ina, channelId, 'canary tres');
  expect(await ear.until('message', ({ body }) => body === 'canary tres')).toBeDefined();
});

it('a person who comes through another participant, too, keeps reading the channel without a gap', async () => {
  const { ana, tea, ina, inTide, grantId, ste, channelId, coalition, ears, ...world } =
    await opened();
  await giveGrants(tea, inTide, [await world.tideId(ana)]);
  await takePart(ana, coalition);
  await apiAs(ste).ask(WITHDRAW_GRANT, { id: grantId });
  await post(ina, channelId, 'canary cuatro');
  for (const ear of ears) {
    expect(await ear.until('message', ({ body }) => body === 'canary cuatro')).toBeDefined();
    expect(ear.received('news').filter(({ subject }) => subject === 'left')).toEqual([]);
  }
});
