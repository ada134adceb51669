import { connect } from 'node:net';
import { PgNotifyBus } from '#realtime/pg-notify-bus.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { type TestApp, startApp } from '../support/app/app.js';
import { apiAs, sendJson } from '../support/app/client.js';
import { setTestPassword } from '../support/app/test-password.js';
import { type TestRedis, hasRedisState, startRedis } from '../support/app/redis-server.js';
import { type TestSocket, closeAllSockets, openSocket } from '../support/app/sockets.js';
import { type Person, makePeople } from '../support/factories/make-people.js';
import { waitUntil } from '../support/wait-until.js';
import { personOnNode, postContinuously, pause, post, makeGroupChat } from './group-chat.js';
import { type PostgresProxy, startPostgresProxy } from './postgres-proxy.js';

const PATIENCE_MS = 20_000;
const EDIT = 'mutation ($input: EditMessageInput!) { editMessage(input: $input) { version } }';
const NEWS = { subject: 'test', id: 'one' };

/** These tests stop and restart Redis. Only the node `here` runs jobs. */
describe('two nodes with Redis', () => {
  let redis: TestRedis;
  let wire: PostgresProxy;
  let [here, there]: TestApp[] = [];
  beforeAll(async () => {
    redis = await startRedis();
    const env = { REDIS_URL: redis.url };
    here = await startApp(env);
    wire = await startPostgresProxy(here.databaseUrl);
    const shared = { databaseUrl: wire.url, clock: here.clock };
    there = await startApp({ ...env, TRAMA_WORKER: '0' }, shared);
    await areReady('ok');
  });
  afterEach(async () => {
    closeAllSockets();
    wire.mend();
    await waitUntil('the node does not listen', () => there!.get(PgNotifyBus).isOpen, PATIENCE_MS);
    redis.thaw();
    await redis.start();
    await areReady('ok');
  });
  afterAll(async () => {
    await there?.stop();
    await wire.close();
    await here?.stop();
    await redis.stop();
  });

  const areReady = async (state: 'ok' | 'unreachable') => {
    for (const app of [here!, there!]) {
      await waitUntil(`Redis is not ${state}`, () => hasRedisState(state, app), PATIENCE_MS);
    }
  };

  /** Opens a socket on each node. Both sockets watch the channel. */
  async function ears(person: Person, channel: string): Promise<TestSocket[]> {
    const both = [
      await openSocket(personOnNode(here!, person)),
      await openSocket(personOnNode(there!, person)),
    ];
    for (const ear of both) expect(await ear.emit('watch', { channel })).toEqual({ ok: true });
    return both;
  }

  const OUTAGES = {
    'while Redis works': async () => undefined,
    'while Redis hangs': async () => redis.freeze(),
    'while Redis is down': () => redis.kill(),
  };

  describe.each(Object.entries(OUTAGES))('%s', (title, outage) => {
    it('the nodes deliver every change once and in order', async () => {
      const { ana, bea, channel } = await makeGroupChat(here!);
      for (let n = 0; n < 3; n++) await post(personOnNode(here!, bea), channel, 'canary de ayer');
      const all = await ears(ana, channel);
      const authors = [
        personOnNode(here!, bea),
        personOnNode(there!, bea),
        personOnNode(here!, bea),
        personOnNode(there!, ana),
      ];
      const before = await Promise.all(authors.map((one) => post(one, channel, 'canary antes')));
      await outage();
      for (let round = 0; round < 5; round++) {
        await Promise.all(authors.map((one, n) => post(one, channel, `canary ${round} ${n}`)));
      }
      const edited = { messageId: before[0]!.id, body: 'canary otra' };
      await apiAs(personOnNode(there!, bea)).ask(EDIT, { input: edited });
      for (const ear of all) {
        await ear.until('message', ({ version }) => version === 28);
        expect(ear.received('message').map(({ version }) => version)).toEqual(numbers(4, 28));
      }
      if (title !== 'while Redis works') await areReady('unreachable');
      redis.thaw();
      if (title === 'while Redis is down') await redis.start();
      await areReady('ok');
      const last = await post(personOnNode(here!, bea), channel, 'canary después');
      for (const ear of all) {
        expect(await ear.until('message', ({ seq }) => seq === last.seq)).toMatchObject({
          authorName: 'bea',
          body: 'canary después',
        });
        expect(ear.received('message')).toHaveLength(26);
      }
    });

    it('the nodes send nothing to a removed member after the removal is answered', async () => {
      await outage();
      for (let round = 0; round < 5; round++) {
        const { ana, bea, ste, channel, remove } = await makeGroupChat(here!);
        const hers = await ears(ana, channel);
        const noise = [personOnNode(here!, bea), personOnNode(there!, bea)].map((one) =>
          postContinuously(one, channel, 2),
        );
        for (const ear of hers) await ear.until('message');
        await remove(personOnNode(round % 2 === 0 ? here! : there!, ste));
        const marker = await post(personOnNode(there!, bea), channel, 'canary after');
        for (const one of noise) await one.stop();
        const stays = await ears(bea, channel);
        const last = await post(
          personOnNode(round % 2 === 0 ? there! : here!, bea),
          channel,
          'canary last',
        );
        for (const ear of stays) await ear.until('message', ({ seq }) => seq === last.seq);
        for (const ear of hers) {
          expect(await ear.emit('watch', { channel })).toEqual({ code: 'NOT_FOUND' });
          expect(ear.received('message').filter(({ seq }) => seq >= marker.seq)).toEqual([]);
        }
      }
    });

    it('each node delivers change notices of the other node, for any number of accounts', async () => {
      const { ana, bea } = await makeGroupChat(here!);
      const [hers, his] = [
        await openSocket(personOnNode(there!, ana)),
        await openSocket(personOnNode(there!, bea)),
      ];
      await outage();
      const crowd = Array.from({ length: 500 }, () => crypto.randomUUID());
      here!.get(RealtimeService).tell([...crowd, ana.accountId], NEWS);
      await hers.until('news', ({ subject }) => subject === 'test');
      here!.get(RealtimeService).tell([bea.accountId], { ...NEWS, id: 'two' });
      await his.until('news', ({ subject }) => subject === 'test');
      expect(newsOf('test', his)).toEqual([{ ...NEWS, id: 'two' }]);
      expect(newsOf('test', hers)).toEqual([NEWS]);
    });
  });

  it('notify the readers of a channel, except on sockets that watch the channel', async () => {
    const { ana, bea, channel } = await makeGroupChat(here!);
    const [watches, waits] = [
      await openSocket(personOnNode(there!, ana)),
      await openSocket(personOnNode(there!, bea)),
    ];
    await watches.emit('watch', { channel });
    await post(personOnNode(here!, bea), channel, 'canary');
    await watches.until('message');
    await waits.until('news', ({ subject, id }) => subject === 'channel' && id === channel);
    await watches.emit('unwatch', null);
    expect(newsOf('channel', watches)).toEqual([]);
  });

  it('send nothing while the bus connection to PostgreSQL hangs, even if Redis works', async () => {
    const { ana, bea, channel, remove } = await makeGroupChat(here!);
    const [near, far] = await ears(ana, channel);
    const stays = await openSocket(personOnNode(here!, bea));
    await stays.emit('watch', { channel });
    await post(personOnNode(here!, bea), channel, 'canary antes');
    for (const ear of [near!, far!]) await ear.until('message');
    wire.hold();
    await remove();
    const last = await post(personOnNode(here!, bea), channel, 'canary después');
    await stays.until('message', ({ seq }) => seq === last.seq);
    await pause(300);
    expect(near!.received('message').concat(far!.received('message'))).toHaveLength(2);
    wire.mend();
    await waitUntil('the far socket stays open', () => !far!.socket.connected, PATIENCE_MS);
    expect(far!.received('message')).toHaveLength(1);
  });

  it('deliver no earlier message to new members, even if it reaches the node late', async () => {
    const { eve, bea, group, channel } = await makeGroupChat(here!);
    const { factories } = await import('../support/factories/factories.js');
    redis.freeze();
    const watcher = await openSocket(personOnNode(there!, bea));
    await watcher.emit('watch', { channel });
    const first = await post(personOnNode(here!, bea), channel, 'canary antes');
    await factories.membership(here!, { group, person: eve });
    const hers = await openSocket(personOnNode(there!, eve));
    expect(await hers.emit('watch', { channel })).toEqual({ ok: true });
    await watcher.until('message', ({ seq }) => seq === first.seq);
    await post(personOnNode(there!, bea), channel, 'canary después');
    await hers.until('message');
    expect(hers.received('message').map(({ body }) => body)).toEqual(['canary después']);
  });

  it('send only ids over Redis and store nothing in it', async () => {
    const { ana, bea, channel } = await makeGroupChat(here!);
    const spy = await rawRedis('PSUBSCRIBE *');
    const all = await ears(ana, channel);
    await post(personOnNode(here!, bea), channel, 'canary');
    await post(personOnNode(there!, ana), channel, 'canary');
    for (const ear of all) await ear.until('message', ({ seq }) => seq === 2);
    const heard = spy.text();
    spy.end();
    expect(heard).toContain(channel);
    for (const word of ['canary', bea.email, ana.accountId, bea.accountId])
      expect(heard).not.toContain(word);
    // An id can contain the three letters of the name.
    expect(heard.replaceAll(/[0-9a-f-]{36}/g, '')).not.toContain(bea.name);
    const count = await rawRedis('DBSIZE');
    expect(count.text()).toBe(':0\r\n');
    count.end();
  });

  it('ignore malformed and forged messages from Redis', async () => {
    const { ana, channel, other } = await makeGroupChat(here!);
    const [near] = await ears(ana, channel);
    const words = [
      'no JSON',
      'null',
      '[]',
      '{"from":1,"rooms":[]}',
      '{"from":"x","rooms":"channel"}',
      `{"from":"x","rooms":[null,7,"","x",":","account:${ana.accountId}","constructor:x"]}`,
      `{"from":"x","rooms":["channel:${channel}","channel:${other}","channel:${'x'.repeat(9999)}"]}`,
      `{"kind":"news","from":"x","to":{"room":"channel:${channel}"},"news":{"subject":"x","id":"x"}}`,
    ];
    for (const word of words) {
      const sent = await rawRedis(
        `*3\r\n$7\r\nPUBLISH\r\n$10\r\ntrama:wake\r\n$${Buffer.byteLength(word)}\r\n${word}`,
      );
      expect(sent.text()).toBe(':2\r\n'); // Redis delivered the message to both nodes.
      sent.end();
    }
    await near!.emit('unwatch', null);
    expect(near!.received('message')).toEqual([]);
    expect(newsOf('x', near!)).toEqual([]);
    expect(await near!.emit('watch', { channel })).toEqual({ ok: true });
  });

  it('count password guesses together', async () => {
    const { ana } = await makePeople(here!, { ana: 'member' });
    await setTestPassword(here!, ana);
    const guess = (app: TestApp) =>
      sendJson({ app }, '/auth/sign-in', { email: ana.email, password: 'esta-no-es-la-clave' });
    const both = Array.from({ length: 20 }, (_, n) => guess(n % 2 === 0 ? here! : there!));
    const statuses = (await Promise.all(both)).map(({ status }) => status);
    const evaluated = Array.from({ length: 5 }, () => 401);
    expect(statuses.toSorted()).toEqual([...evaluated, ...Array.from({ length: 15 }, () => 429)]);
  });

  async function rawRedis(command: string) {
    const socket = connect(Number(new URL(redis.url).port), '127.0.0.1');
    let text = '';
    socket.on('data', (bytes) => (text += bytes.toString()));
    socket.write(`${command}\r\n`);
    await waitUntil(`Redis does not answer ${command}`, () => text !== '');
    return { text: () => text, end: () => socket.destroy() };
  }
});

const newsOf = (subject: string, ear: TestSocket) =>
  ear.received('news').filter((news) => news.subject === subject);

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => from + n);
