import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from '@redis/client';
import { STARTS_WITHIN_MS, type TestApp, useApp } from '../support/app/app.js';
import { type BuiltProduct, startProduct } from '../support/app/built-product.js';
import { type TestRedis, startRedis } from '../support/app/redis-server.js';
import { closeAllSockets, openSocket } from '../support/app/sockets.js';
import { startSilentProxy } from '../support/servers/silent-proxy.js';
import { waitUntil } from '../support/wait-until.js';
import { personOnNode, post, makeGroupChat } from './group-chat.js';

/** A time limit far above the duration of any step of these tests. */
const PATIENCE_MS = 15_000;
const GONE = 'out of reach; PostgreSQL is asked instead';

/** This application only creates accounts. The nodes under test are further nodes on its database. */
const app = useApp({ TRAMA_WORKER: '0' });

interface Outage {
  readonly redis: TestRedis;
  readonly node: BuiltProduct;
  end(): unknown;
  stop(): Promise<void>;
}

/** Each way makes Redis unreachable before the node starts. `end` makes it reachable again. */
const OUTAGES = {
  'accepts connections and never answers': async (redis: TestRedis) => {
    const proxy = await startSilentProxy(redis.url);
    proxy.silenceAll();
    return { url: proxy.url, end: () => proxy.restore(), close: () => proxy.close() };
  },
  'refuses connections': async (redis: TestRedis) => {
    await redis.kill();
    return { url: redis.url, end: () => redis.start(), close: async () => undefined };
  },
};
type Title = keyof typeof OUTAGES;

const outages = new Map<Title, Outage>();
/** Starts both outages at the same time, because a node needs seconds to report Redis as unreachable. */
beforeAll(async () => {
  const titles = Object.keys(OUTAGES) as Title[];
  await Promise.all(titles.map(async (title) => outages.set(title, await begin(title))));
}, STARTS_WITHIN_MS);
afterEach(closeAllSockets);
afterAll(() => Promise.all([...outages.values()].map((outage) => outage.stop())));

async function begin(title: Title): Promise<Outage> {
  const redis = await startRedis();
  const { url, end, close } = await OUTAGES[title](redis);
  const stopRedis = async () => {
    await close();
    await redis.stop();
  };
  const node = await startNode(url).catch(async (error: unknown) => {
    await stopRedis();
    throw error;
  });
  const stop = async () => {
    await node.stop();
    await stopRedis();
  };
  return { redis, node, end, stop };
}

describe.each(Object.keys(OUTAGES) as Title[])('a Redis that %s', (title) => {
  it('a new node reports Redis as unreachable, serves its own sockets and reconnects later', async () => {
    const { node, redis, end } = outages.get(title)!;
    const health = () => healthOf(node);
    const here = personOnNode.bind(undefined, asApp(node));
    const { ana, bea, channel } = await makeGroupChat(app);
    const ear = await openSocket(here(ana));
    expect(await ear.emit('watch', { channel })).toEqual({ ok: true });
    await waitUntil('the node does not say it', () => node.said.includes(GONE));
    const send = (n: number) => answered(post(here(bea), channel, `canary ${n}`));
    const sent = await Promise.all(Array.from({ length: 20 }, (_, n) => send(n)));
    await ear.until('message', ({ seq }) => seq === sent.length);
    expect(ear.received('message').map(({ seq }) => seq)).toEqual(sent.map((_, n) => n + 1));
    expect(await health()).toEqual({ code: 200, status: 'ok', redis: 'unreachable' });
    await end();
    await waitUntil('the node does not find it', async () => (await health()).redis === 'ok');
    await waitUntil('nobody listens', async () => (await listeners(redis)) === 1);
    await waitUntil('the node does not say it', () => node.said.includes('is back'));
    const { seq } = await send(sent.length);
    await ear.until('message', (message) => message.seq === seq);
    expect(ear.received('message')).toHaveLength(seq);
  });
});

/** Starts a built node on the application's database. */
function startNode(redisUrl: string): Promise<BuiltProduct> {
  const database = { url: app.databaseUrl, drop: async () => undefined };
  const settings = { REDIS_URL: redisUrl, LOG_LEVEL: 'warn', TRAMA_WORKER: '0' };
  return startProduct(settings, () => Promise.resolve(database));
}

const asApp = ({ url }: BuiltProduct) =>
  ({ url, origin: url, nodes: [{ url, origin: url }] }) as unknown as TestApp;

async function healthOf({ url }: BuiltProduct) {
  const answer = await answered(fetch(`${url}/health/ready`));
  const { status, redis } = (await answer.json()) as { status: string; redis?: string };
  return { code: answer.status, status, redis };
}

/** Returns the number of connections that have a subscription in Redis. */
async function listeners({ url }: TestRedis): Promise<number> {
  const client = await createClient({ url }).connect();
  const { 'trama:wake': count } = await client.pubSubNumSub(['trama:wake']);
  await client.close();
  return count!;
}

/** Returns the result of `work`. Fails if `work` takes too long. */
function answered<T>(work: Promise<T>): Promise<T> {
  const tooLate = wait(PATIENCE_MS, undefined, { ref: false });
  return Promise.race([work, tooLate.then(() => Promise.reject(new Error('no answer in time')))]);
}
