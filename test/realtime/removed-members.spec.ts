import { randomUUID } from 'node:crypto';
import { useApp } from '../support/app/app.js';
import { apiAs } from '../support/app/client.js';
import { HAS_TWO_NODES } from '../support/app/next-node.js';
import { greenPicture } from '../support/app/test-pictures.js';
import {
  createUpload,
  downloadFile,
  POST_FILES,
  postFiles,
  postFilesInput,
  processedFile,
  sendChunk,
  sendFile,
  uploadIdOf,
} from '../support/app/upload-files.js';
import { type TestSocket, closeAllSockets, openSocket } from '../support/app/sockets.js';
import { signInBrowser } from '../support/factories/make-people.js';
import { numberOfRuns } from '../support/sampled-sweeps.js';
import { postContinuously, pause, post, makeGroupChat } from './group-chat.js';

/** Number of removals. During the removals more than fifty messages per second are posted. */
const REMOVALS = numberOfRuns(HAS_TWO_NODES ? 10 : 20);
const CHANGES = 'query ($id: ID!) { changes(channelId: $id, after: 0) { items { body } } }';

/** Returns the texts of the messages that a socket received, without change notices. */
const said = (ear: TestSocket): string[] =>
  ear.received('message').map((message) => message.body as string);

/** Longer than the interval between broadcasts to a room (ADR 28). */
const REST_MS = 150;

describe('a member who watches a channel', () => {
  const app = useApp();
  afterEach(closeAllSockets);

  it('receives the messages of the channel and their changes, and nothing of other channels', async () => {
    const { ana, bea, channel, other } = await makeGroupChat(app);
    const ear = await openSocket(ana);
    expect(await ear.emit('watch', { channel })).toEqual({ ok: true });
    const first = await post(bea, channel, 'canary uno');
    expect(await ear.until('message')).toEqual({
      id: first.id,
      channelId: channel,
      seq: 1,
      version: 1,
      authorId: expect.any(String),
      authorName: 'bea',
      body: 'canary uno',
      createdAt: expect.any(String),
      editedAt: null,
      isDeleted: false,
      isPinned: false,
      replyToId: null,
      topicId: null,
      isAnswer: false,
      expiresAt: expect.any(String),
      retention: null,
      mentionIds: [],
      mentionsAll: false,
      reactions: [],
      attachments: [],
    });
    await post(bea, other, 'canary ajeno');
    const edit = 'mutation ($input: EditMessageInput!) { editMessage(input: $input) { version } }';
    await apiAs(bea).ask(edit, { input: { messageId: first.id, body: 'canary dos' } });
    expect(await ear.until('message', ({ version }) => version === 2)).toMatchObject({
      id: first.id,
      seq: 1,
      body: 'canary dos',
    });
    await apiAs(bea).ask('mutation ($id: ID!) { deleteMessage(messageId: $id) { id } }', {
      id: first.id,
    });
    expect(await ear.until('message', ({ version }) => version === 3)).toMatchObject({
      body: '',
      isDeleted: true,
    });
    expect(ear.received('message')).toHaveLength(3);
    expect(JSON.stringify(ear.frames)).not.toContain(bea.accountId);
    expect(await ear.emit('unwatch', { channel })).toEqual({ ok: true });
    await post(bea, channel, 'canary tres');
    await ear.emit('unwatch', { channel });
    expect(ear.received('message')).toHaveLength(3);
  });

  it('can watch only channels that they may read: hidden, absent and malformed rooms give the same answer and no messages', async () => {
    const { eve, ana, bea, channel } = await makeGroupChat(app);
    const ear = await openSocket(eve);
    const rooms = [channel, randomUUID(), channel.toUpperCase(), 'channel', ana.accountId, ''];
    for (const room of rooms) {
      expect(await ear.emit('watch', { channel: room })).toEqual({ code: 'NOT_FOUND' });
    }
    await post(bea, channel, 'canary');
    await ear.emit('unwatch', { channel });
    expect(ear.frames).toEqual([]);
  });

  it('receives no change of a message from before they joined', async () => {
    const { eve, bea, group, channel } = await makeGroupChat(app);
    const { factories } = await import('../support/factories/factories.js');
    const old = await post(bea, channel, 'antes');
    await factories.membership(app, { group, person: eve });
    const [late, early] = [await openSocket(eve), await openSocket(bea)];
    for (const ear of [late, early]) await ear.emit('watch', { channel });
    const edit = 'mutation ($input: EditMessageInput!) { editMessage(input: $input) { version } }';
    await apiAs(bea).ask(edit, { input: { messageId: old.id, body: 'canary' } });
    await post(bea, channel, 'después');
    await late.until('message');
    await early.until('message', ({ body }) => body === 'después');
    expect(said(early)).toEqual(['canary', 'después']);
    expect(said(late)).toEqual(['después']);
  });

  describe('a watching member who loses access', () => {
    it.each(['is removed', 'leaves'])(
      'receives nothing after the request is answered when the member %s',
      async (way) => {
        for (let round = 0; round < REMOVALS / 2; round++) {
          const { ana, bea, channel, remove, leave } = await makeGroupChat(app);
          const phone = { app, ...(await signInBrowser(app, ana.accountId)) };
          const ears = [
            await openSocket(ana),
            await openSocket(ana),
            await openSocket(phone),
            await openSocket(phone, { transports: ['polling'] }),
          ];
          for (const ear of ears)
            expect(await ear.emit('watch', { channel })).toEqual({ ok: true });
          const noise = postContinuously(bea, channel, 2);
          await ears[0]!.until('message');
          await (way === 'leaves' ? leave() : remove());
          const marker = await post(bea, channel, 'canary after');
          await noise.stop();
          await pause(REST_MS);
          for (const ear of ears) {
            const late = ear.received('message').filter(({ seq }) => seq >= marker.seq);
            expect(late).toEqual([]);
            expect(await ear.emit('watch', { channel })).toEqual({ code: 'NOT_FOUND' });
          }
          expect(await apiAs(ana).code(CHANGES, { id: channel })).toBe('NOT_FOUND');
        }
      },
      180_000,
    );

    it.each(['is removed', 'leaves'])(
      'cannot post a file whose upload they began before, or read a file, after the member %s',
      async (way) => {
        const { ana, bea, channel, group, remove, leave } = await makeGroupChat(app);
        const picture = await greenPicture().jpeg().toBuffer();
        const beas = await sendFile(bea, picture);
        await postFiles(bea, channel, [beas.id], 'canary foto');
        expect((await downloadFile(ana, beas.id)).status).toBe(200);
        const [begun, whole] = [
          await createUpload(ana, picture.length),
          await sendFile(ana, picture),
        ];
        const upload = uploadIdOf(begun);
        await sendChunk(ana, upload, 0, picture.subarray(0, 100));
        const ear = await openSocket(ana);
        await (way === 'leaves' ? leave() : remove());
        for (const part of ['original', 'thumb'])
          expect((await downloadFile(ana, beas.id, part)).status).toBe(404);
        // An unsent file is the account's own; nobody else reads it.
        await sendChunk(ana, upload, 100, picture.subarray(100));
        const { id: late } = await processedFile(ana, upload);
        for (const id of [late, whole.id]) {
          expect(await apiAs(ana).code(POST_FILES, postFilesInput(channel, [id]))).toBe(
            'NOT_FOUND',
          );
          expect((await downloadFile(bea, id)).status).toBe(404);
        }
        // Tells the client, whichever way, to drop its copies.
        expect(await ear.until('news', ({ subject }) => subject === 'left')).toEqual({
          subject: 'left',
          id: group.id,
        });
      },
    );

    it('still receives messages of their other rooms, and is told by the server to catch up there', async () => {
      const { ana, bea, group, channel, other, remove } = await makeGroupChat(app);
      const [ear, beas] = [await openSocket(ana), await openSocket(bea)];
      for (const room of [channel, other]) await ear.emit('watch', { channel: room });
      await remove();
      expect(await ear.until('news', ({ subject }) => subject === 'left')).toEqual({
        subject: 'left',
        id: group.id,
      });
      await post(bea, channel, 'canary ajeno');
      await post(bea, other, 'canary propio');
      await ear.until('message');
      expect(said(ear)).toEqual(['canary propio']);
      const hints = ear.received('news').filter(({ subject }) => subject === 'channel');
      expect(hints).toContainEqual({ subject: 'channel', id: other });
      await beas.emit('watch', { channel: other });
      expect(beas.received('news').filter(({ subject }) => subject === 'left')).toEqual([]);
    });

    it('never joins the room through a pending watch request', async () => {
      const heard: string[] = [];
      for (let round = 0; round < 30; round++) {
        const { ana, bea, channel, remove } = await makeGroupChat(app);
        const ear = await openSocket(ana);
        const watches = Array.from({ length: 8 }, async (_, n) => {
          await pause(n * 2);
          return ear.emit('watch', { channel });
        });
        await pause(round % 10);
        await remove();
        const marker = await post(bea, channel, 'canary');
        await Promise.all(watches);
        await post(bea, channel, 'canary otra vez');
        expect(await ear.emit('watch', { channel })).toEqual({ code: 'NOT_FOUND' });
        heard.push(
          ...said(ear).filter(() => ear.received('message').some(({ seq }) => seq >= marker.seq)),
        );
        ear.socket.disconnect();
      }
      expect(heard).toEqual([]);
    }, 180_000);

    it('receives nothing after reconnecting if access was lost while offline', async () => {
      const { ana, bea, channel, remove } = await makeGroupChat(app);
      const ear = await openSocket(ana, { reconnection: true });
      await ear.emit('watch', { channel });
      await post(bea, channel, 'canary antes');
      await ear.until('message');
      const back = new Promise((done) => ear.socket.io.once('reconnect', done));
      ear.socket.io.engine.close();
      await remove();
      for (let n = 0; n < 20; n++) await post(bea, channel, 'canary');
      await back;
      await ear.emit('watch', { channel });
      await post(bea, channel, 'canary');
      expect(said(ear)).toEqual(['canary antes']);
      expect(await apiAs(ana).code(CHANGES, { id: channel })).toBe('NOT_FOUND');
    });
  });

  it('posts a message once even if the acknowledgement was lost with the socket', async () => {
    const { ana, bea, channel } = await makeGroupChat(app);
    const [mine, hers] = [await openSocket(ana), await openSocket(bea)];
    for (const ear of [mine, hers]) await ear.emit('watch', { channel });
    const input = { channelId: channel, clientId: randomUUID(), body: 'canary' };
    const document =
      'mutation ($input: PostMessageInput!) { postMessage(input: $input) { id seq } }';
    const first = await apiAs(ana).ask(document, { input });
    mine.socket.disconnect();
    expect(await apiAs(ana).ask(document, { input })).toEqual(first);
    await post(ana, channel, 'canary dos');
    await hers.until('message', ({ body }) => body === 'canary dos');
    expect(said(hers)).toEqual(['canary', 'canary dos']);
  });
});
