import { MessageErasureService } from '#channels/messages/message-erasure.service.js';
import { useApp } from '../support/app/app.js';
import { apiAs } from '../support/app/client.js';
import { factories } from '../support/factories/factories.js';
import {
  type TestSocket,
  closeAllSockets,
  openSocket,
  waitForFrames,
} from '../support/app/sockets.js';
import { pause, post, makeGroupChat } from './group-chat.js';

const DELETE = 'mutation ($id: ID!) { deleteMessage(messageId: $id) { version } }';
const CANARY = 'qzcanarioqz';
/** Waiting time in milliseconds, longer than the longest interval between two broadcasts to a room. */
const ALL_MS = 300;

/**
 * Messages in quick succession are coalesced (ADR 28). A later change also applies to messages that are still queued.
 */
const app = useApp();
afterEach(closeAllSockets);

type Talk = Awaited<ReturnType<typeof makeGroupChat>>;

/** An author posts three messages in quick succession while another member watches. */
async function inFullFlow({ ana, bea, channel }: Talk, way = 'websocket') {
  const ear = await openSocket(bea, {
    transports: [way],
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  await ear.emit('watch', { channel });
  const said = [];
  for (const word of ['uno', 'dos', CANARY]) said.push(await post(ana, channel, word));
  return { ear, said, last: said[2]! };
}

/** Performs `comes` and returns the frames that the client receives from now on. */
async function later(
  ear: TestSocket,
  comes = async (): Promise<unknown> => undefined,
): Promise<string> {
  const { length } = ear.frames;
  await comes();
  await pause(ALL_MS);
  return JSON.stringify(ear.frames.slice(length));
}

it.each(['websocket', 'polling'])(
  'messages in quick succession arrive once each and in order (%s)',
  async (way) => {
    const { ear, said, last } = await inFullFlow(await makeGroupChat(app), way);
    await ear.until('message', ({ id }) => id === last.id);
    await pause(ALL_MS);
    const numbered = ({ seq, body }: { seq: number; body: string }) => [seq, body];
    expect(ear.received('message').map(numbered)).toEqual(said.map(numbered));
  },
);

it('a message that was deleted while queued arrives as a deletion, without content', async () => {
  const there = await makeGroupChat(app);
  const { ear, last } = await inFullFlow(there);
  const { version } = (await apiAs(there.ana).ask(DELETE, { id: last.id })).deleteMessage;
  const deletion = () => ear.until('message', (frame) => frame.version === version);
  expect(await later(ear, deletion)).not.toContain(CANARY);
  const frames = ear.received('message');
  expect(frames.map((frame) => frame.version)).toEqual([3, 2, 1, 0].map((at) => version - at));
  expect(frames.at(-1)).toMatchObject({ id: last.id, isDeleted: true, body: '' });
});

it('a removed member receives nothing after the removal is answered', async () => {
  const there = await makeGroupChat(app);
  const { ste, ana, channel, remove } = there;
  const ear = await openSocket(ana);
  await ear.emit('watch', { channel });
  for (const word of ['uno', 'dos', CANARY]) await post(ste, channel, word);
  await remove();
  expect(await later(ear)).not.toContain('"message"');
});

it('a new member receives no message from before they joined', async () => {
  const there = await makeGroupChat(app);
  const { eve, channel, group } = there;
  const ear = await openSocket(eve);
  await inFullFlow(there);
  await factories.membership(app, { group, person: eve });
  await ear.emit('watch', { channel });
  const { id } = await post(there.ana, channel, 'bienvenida');
  await ear.until('message', (frame) => frame.id === id);
  expect(ear.received('message').map(({ body }) => body)).toEqual(['bienvenida']);
});

it('after an account is deleted, clients receive only a notice to reload, and no content', async () => {
  const there = await makeGroupChat(app);
  const { ear } = await inFullFlow(there);
  const { accountId } = there.ana;
  await app.db.write(() => app.get(MessageErasureService).takeBackEverything(accountId));
  await waitForFrames(); // A frame that left before the deletion may arrive after it.
  const news = () => ear.until('news', ({ id }) => id === there.channel);
  expect(await later(ear, news)).not.toContain(CANARY);
  expect(ear.received('news')).toContainEqual({ subject: 'channel', id: there.channel });
});
