import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Server } from 'socket.io';
import { connect, type Socket } from 'socket.io-client';
import type { PgNotifyBus } from './pg-notify-bus.js';
import { SocketRegistry } from './socket-registry.js';
import { BroadcastQueue } from './broadcast-queue.js';
import { encodeFramesAsOneBuffer } from './frame-encoder.patch.js';

interface Heard {
  readonly id: string;
  readonly version: number;
  readonly body?: string;
}

const ROOM = 'channel:one';

describe('the broadcast queue', () => {
  const line = { isOpen: true, isSure: true };
  const http = createServer();
  const io = new Server(http, { transports: ['websocket', 'polling'], perMessageDeflate: false });
  const listeners = new SocketRegistry();
  const outgoing = new BroadcastQueue(line as PgNotifyBus, listeners);
  const clients: Socket[] = [];

  beforeAll(async () => {
    encodeFramesAsOneBuffer(io);
    outgoing.attach(io);
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
  });
  afterEach(() => {
    Object.assign(line, { isOpen: true, isSure: true });
    for (const client of clients.splice(0)) client.close();
  });
  afterAll(() => io.close());

  /** Connects a client, joins its socket to the room, and returns what the client receives. */
  async function somebody({ way = 'websocket', account = 'account:some', joins = true } = {}) {
    const heard: Heard[] = [];
    const { port } = http.address() as AddressInfo;
    const client = connect(`http://127.0.0.1:${port}`, { transports: [way], forceNew: true });
    clients.push(client.on('message', (...values: Heard[]) => heard.push(...values)));
    const news: string[] = [];
    client.on('news', ({ subject, id }) => news.push(`${subject} ${id}`));
    const connected = new Promise<void>((done) => client.once('connect', done));
    const [[socket]] = await Promise.all([once(io, 'connection'), connected]);
    void socket.join(account);
    socket.on('flush', (done: () => void) => done());
    const enters = () => {
      outgoing.enters(ROOM, socket.id);
      void socket.join(ROOM);
    };
    if (joins) enters();
    return { heard, news, enters, leaves: () => void socket.leave(ROOM) };
  }
  let version = 0;
  const say = (id: string, body?: string, except: string[] = []) =>
    outgoing.send(ROOM, { id, version: ++version, ...(body && { body }) }, except);
  /** Waits until every sent message has arrived. */
  const settled = async () => {
    await wait(250);
    // Frames keep their order. A client that the queue has disconnected is not waited for.
    await Promise.all(clients.map((client) => client.connected && client.emitWithAck('flush')));
  };
  const ids = (heard: readonly Heard[]) => heard.map(({ id }) => id).join('');

  it.each(['websocket', 'polling'])(
    'the queue delivers each message once and in order, at any rate, over %s',
    async (way) => {
      const { heard } = await somebody({ way });
      for (const id of 'abcdefgh') say(id, '\u001e4 "“');
      await settled();
      say('i');
      await settled();
      expect(ids(heard)).toBe('abcdefghi');
      expect(heard[7]!.body).toBe('\u001e4 "“');
    },
  );

  it('the queue sends a single message at once and coalesces the following ones', async () => {
    await somebody();
    const writes: unknown[][] = [];
    const { adapter } = io.of('/');
    const broadcast = adapter.broadcast.bind(adapter);
    adapter.broadcast = (packet, options) => {
      writes.push(packet.data);
      broadcast(packet, options);
    };
    for (const id of 'abcd') say(id);
    outgoing.release();
    expect(writes.length).toBe(1);
    await settled();
    expect(writes.map(({ length }) => length - 1)).toEqual([1, 3]);
    say('e');
    expect(writes.length).toBe(3);
    adapter.broadcast = broadcast;
  });

  it('the queue delivers a message neither to a socket that left before the delivery nor to a socket that joined after the queueing', async () => {
    const [stays, goes] = [await somebody(), await somebody()];
    say('a');
    say('b');
    goes.leaves();
    const comes = somebody();
    for (const id of 'cd') say(id);
    await comes.then(settled);
    say('e');
    await settled();
    expect(ids(stays.heard)).toBe('abcde');
    expect(ids(goes.heard)).toBe('a');
    expect(ids((await comes).heard)).toBe('e');
  });

  it('the queue delivers to the sockets that were in the room at the time of queueing, even if the lease was not valid then', async () => {
    const early = await somebody();
    line.isSure = false;
    say('a');
    const late = await somebody();
    say('b');
    await settled();
    expect(early.heard.length + late.heard.length).toBe(0);
    line.isSure = true;
    outgoing.release();
    await settled();
    expect([ids(early.heard), ids(late.heard)]).toEqual(['ab', 'b']);
  });

  it('the queue sends the latest text of a message under every queued version, so that removed text is never sent', async () => {
    const { heard } = await somebody();
    const late = { id: 'b', version: version + 3, body: 'an older secret' };
    say('a');
    say('b', 'a secret');
    version += 1;
    say('b', 'nothing');
    outgoing.send(ROOM, late, []);
    await settled();
    const first = heard[0]!.version;
    expect(heard.map((one) => [one.version - first, one.body])).toEqual([
      [0, undefined],
      [1, 'nothing'],
      [3, 'nothing'],
      [2, 'nothing'],
    ]);
  });

  it('the queue excludes an account from all queued versions of a message if one version excludes the account', async () => {
    const [ada, ben] = [await somebody({ account: 'account:ada' }), await somebody()];
    const late = await somebody({ joins: false });
    say('a');
    say('b');
    late.enters();
    say('b', undefined, ['ada']);
    await settled();
    expect([ids(ada.heard), ids(ben.heard), ids(late.heard)]).toEqual(['a', 'abb', 'b']);
  });

  it('the queue sends its messages before a notice that skips the room, and drops its messages before a reload request', async () => {
    const [stays, goes] = [await somebody(), await somebody()];
    say('a');
    say('b');
    outgoing.hurry(ROOM);
    goes.leaves();
    say('c');
    outgoing.forget(ROOM);
    await settled();
    expect([ids(stays.heard), ids(goes.heard)]).toEqual(['ab', 'ab']);
    say('d');
    expect(await settled().then(() => ids(stays.heard))).toBe('abd');
  });

  it('the queue skips only the accounts that may not see a changed message', async () => {
    const [ada, ben] = [await somebody({ account: 'account:ada' }), await somebody()];
    say('a');
    say('b');
    say('c', undefined, ['ada']);
    say('d', undefined, ['ada']);
    say('e');
    await settled();
    expect([ids(ada.heard), ids(ben.heard)]).toEqual(['abe', 'abcde']);
  });

  it('the queue drops its messages when the bus connection is lost', async () => {
    const { heard } = await somebody();
    line.isSure = false;
    say('a');
    outgoing.drop();
    line.isSure = true;
    outgoing.release();
    await settled();
    expect(heard).toEqual([]);
  });

  describe('a change notice', () => {
    const tell = (subject: string, accountIds = ['ada', 'ben'], since = outgoing.mark) =>
      outgoing.tell({ to: { accountIds }, news: { subject, id: 'one' }, since });
    const both = async () => [
      await somebody({ account: 'account:ada' }),
      await somebody({ account: 'account:ben' }),
    ];
    const heardBy = async (people: Awaited<ReturnType<typeof both>>) => {
      await settled();
      return people.map(({ news }) => news);
    };

    it('a notice that waits for the lease skips accounts whose rights are revoked meanwhile, unless the notice is personal', async () => {
      const people = await both();
      line.isSure = false;
      for (const subject of ['channel', 'notice']) tell(subject);
      tell('inbox', ['ada']);
      listeners.outdateAnswers('ada');
      tell('group');
      outgoing.release(); // Release the queue after a round trip that took too long.
      expect((await heardBy(people)).flat()).toEqual([]);
      line.isSure = true;
      outgoing.release();
      expect(await heardBy(people)).toEqual([
        ['notice one', 'group one'],
        ['channel one', 'notice one', 'group one'],
      ]);
    });

    it('a notice skips accounts whose rights were revoked after its recipients were loaded', async () => {
      const people = await both();
      const since = outgoing.mark;
      listeners.outdateAnswers('ada');
      tell('channel', undefined, since);
      expect(await heardBy(people)).toEqual([[], ['channel one']]);
    });
  });
});
