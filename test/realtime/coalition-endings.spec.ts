import sharp from 'sharp';
import { DAY } from '#kernel/clock.js';
import { SeparationsService } from '#members/relationships/separations.service.js';
import { StandingService } from '#members/standing.service.js';
import { SharedGroups } from '#moderation/separations/shared-groups.js';
import { SeparationSide } from '#moderation/separations/separation.view.js';
import { useApp } from '../support/app/app.js';
import { apiAs } from '../support/app/client.js';
import { closeAllSockets, openSocket } from '../support/app/sockets.js';
import { downloadFile, postFiles, sendFile } from '../support/app/upload-files.js';
import { waitForJobs } from '../support/app/wait-for-jobs.js';
import { makeCoalitionWorld } from '../support/factories/coalitions/coalition-world.js';
import { LEAVE_GROUP, REMOVE_MEMBER, SET_PERSONA } from '../support/factories/group-documents.js';
import { ARCHIVE } from '../support/factories/inhabited-group.js';
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
import { type Person, signInAgain } from '../support/factories/make-people.js';
import { pause, post } from './group-chat.js';

const CHANGES = 'query ($id: ID!) { changes(channelId: $id, after: 0) { items { body } } }';
const END_ORGANISATION = 'mutation ($id: ID!) { endOrganisation(organisationId: $id) { id } }';
const REMOVE_AFFILIATION = 'mutation ($id: ID!) { removeAffiliation(affiliationId: $id) }';
const PEOPLE = 'query ($id: ID!) { groupMembers(groupId: $id) { items { id isMe } } }';
/** Longer than the interval between broadcasts to a room (ADR 28). */
const REST_MS = 150;

const app = useApp();
afterEach(closeAllSockets);

/**
 * Ana and Ste take part through the group, Ina through the organisation. The listener has two sockets in the channel;
 * the writer posts there.
 */
async function opened(listener: 'ana' | 'ina' = 'ana') {
  const world = await makeCoalitionWorld(app);
  const { ste, ana, spo, ina, coalition, channelId } = world;
  const anas = await world.forestId(ana);
  const given = await giveGrants(ste, world.inForest, [anas, await world.forestId(ste)]);
  const inas = await world.radioId(ina);
  await giveGrants(spo, world.inRadio, [inas]);
  const grantId = given.get(anas)!;
  await apiAs(ana).ask(TAKE_PART, takePartInput(grantId, { personaName: 'Garza Blanca' }));
  for (const who of [ina, ste]) await takePart(who, coalition);
  await waitForJobs(app);
  const who = world[listener];
  const ears = [await openSocket(who), await openSocket(who, { transports: ['polling'] })];
  for (const ear of ears)
    expect(await ear.emit('watch', { channel: channelId })).toEqual({ ok: true });
  const { groupMembers } = await apiAs(who).ask(PEOPLE, { id: coalition.id });
  const entryId = groupMembers.items.find(({ isMe }) => isMe)!.id;
  const writer = listener === 'ana' ? ina : ste;
  return { ...world, anas, inas, grantId, entryId, ears, who, writer };
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
  'the group is archived': ({ ste, forest }) => apiAs(ste).ask(ARCHIVE, { id: forest.id }),
  'a separation from another person in the coalition begins': ({ ana, ina, coalition }) =>
    separate(ana, ina, coalition.id),
};
const ENDS_OF_AFFILIATIONS: typeof ENDS = {
  'the organisation removes them': ({ spo, inas }) =>
    apiAs(spo).ask(REMOVE_AFFILIATION, { id: inas }),
  'the organisation ends': ({ spo, radio }) => apiAs(spo).ask(END_ORGANISATION, { id: radio.id }),
};

/** Makes the first of two people leave, in one transaction, as the order of a moderator does. */
const separate = (leaver: Person, other: Person, groupId: string) =>
  app.db.write(async () => {
    const sides = { reported: leaver.accountId, reporter: other.accountId };
    await app.get(SharedGroups).leave(sides, [{ groupId, side: SeparationSide.reported }]);
    await app.get(SeparationsService).start(leaver.accountId, other.accountId);
  });

/** The writer posts a picture, which the listener receives and downloads. */
async function postPicture({ who, writer, channelId, ears }: World) {
  const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: 'green' } });
  const file = await sendFile(writer, await picture.jpeg().toBuffer());
  await postFiles(writer, channelId, [file.id], 'canary uno');
  for (const ear of ears) await ear.until('message');
  expect((await downloadFile(who, file.id)).status).toBe(200);
  expect(await apiAs(who).code(CHANGES, { id: channelId })).toBe('OK');
  return file;
}

it.each([
  ...Object.entries(ENDS).map(([title, end]) => [title, 'ana', end] as const),
  ...Object.entries(ENDS_OF_AFFILIATIONS).map(([title, end]) => [title, 'ina', end] as const),
])(
  'HTTP, sockets and files are closed to a person before the answer when %s',
  async (_, listener, end) => {
    const world = await opened(listener);
    const { who, writer, coalition, channelId, ears } = world;
    const file = await postPicture(world);
    await end(world);
    const marker = await post(writer, channelId, 'canary dos');
    expect((await downloadFile(who, file.id)).status).toBe(404);
    expect(await apiAs(who).code(CHANGES, { id: channelId })).toBe('NOT_FOUND');
    await pause(REST_MS);
    for (const ear of ears) {
      expect(ear.received('message').filter(({ seq }) => seq >= marker.seq)).toEqual([]);
      expect(await ear.emit('watch', { channel: channelId })).toEqual({ code: 'NOT_FOUND' });
      expect(await ear.until('news', ({ subject }) => subject === 'left')).toBeDefined();
    }
    const { groupMembers } = await apiAs(writer).ask(PEOPLE, { id: coalition.id });
    expect(groupMembers.items.map(({ id }) => id)).not.toContain(world.entryId);
  },
  60_000,
);

it('a suspension closes HTTP, sockets and files of a coalition before the response, and its end reopens them', async () => {
  const world = await opened();
  const { ana, ina, channelId, ears } = world;
  const file = await postPicture(world);
  const standing = app.get(StandingService);
  await app.db.write(() => standing.suspend(ana.accountId, app.clock.in(DAY)));
  const marker = await post(ina, channelId, 'canary seis');
  // A suspended member may sign in again, to read why, and then reads nothing of the coalition.
  for (const who of [ana, await signInAgain(ana)]) {
    expect(await apiAs(who).code(CHANGES, { id: channelId })).not.toBe('OK');
    expect((await downloadFile(who, file.id)).status).not.toBe(200);
  }
  await pause(REST_MS);
  for (const ear of ears) {
    expect(ear.socket.connected).toBe(false);
    expect(ear.received('message').filter(({ seq }) => seq >= marker.seq)).toEqual([]);
  }
  await app.db.write(() => standing.restore(ana.accountId));
  const back = await signInAgain(ana);
  expect(await apiAs(back).code(CHANGES, { id: channelId })).toBe('OK');
  expect((await downloadFile(back, file.id)).status).toBe(200);
});

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
