import { RemoteMessageDelivery } from '#channels/delivery/remote-message-delivery.js';
import { type TestApp, startApp } from '../support/app/app.js';
import { type TestRedis, hasRedisState, startRedis } from '../support/app/redis-server.js';
import { closeAllSockets, openSocket } from '../support/app/sockets.js';
import { personOnNode, pause, post, makeGroupChat } from './group-chat.js';

describe('nodes that start before Redis', () => {
  let redis: TestRedis;
  let [here, there]: TestApp[] = [];
  beforeAll(async () => {
    redis = await startRedis();
    await redis.kill();
    here = await startApp({ REDIS_URL: redis.url });
    const env = { REDIS_URL: redis.url, TRAMA_WORKER: '0' };
    there = await startApp(env, { databaseUrl: here.databaseUrl, clock: here.clock });
    // Disables polling, so that messages arrive only through Redis.
    for (const app of [here, there]) app.get(RemoteMessageDelivery).look = async () => undefined;
  });
  afterEach(closeAllSockets);
  afterAll(async () => {
    await there?.stop();
    await here?.stop();
    await redis.stop();
  });

  it('work without Redis, and receive its signals once it is available, also after a second outage', async () => {
    const { ana, bea, channel } = await makeGroupChat(here!);
    const ear = await openSocket(personOnNode(there!, ana));
    await ear.emit('watch', { channel });
    for (let round = 0; round < 2; round++) {
      await areReady('unreachable');
      await post(personOnNode(here!, bea), channel, 'canary sin Redis');
      await redis.start();
      await areReady('ok');
      const { seq } = await post(personOnNode(here!, bea), channel, 'canary');
      await ear.until('message', (message) => message.seq === seq);
      expect(ear.received('message').map((message) => message.seq)).toEqual(numbers(seq));
      await redis.kill();
    }
  });

  async function areReady(state: 'ok' | 'unreachable'): Promise<void> {
    for (const app of [here!, there!]) {
      for (let tries = 0; !(await hasRedisState(state, app)); tries++) {
        if (tries > 800) throw new Error(`Redis is not ${state}`);
        await pause(25);
      }
    }
  }
});

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n + 1);
