import { Instance } from '#settings/instance.entity.js';
import { PgNotifyBus } from '#realtime/pg-notify-bus.js';
import { startApp, type TestApp } from '../support/app/app.js';
import { hasRedisState, startRedis, type TestRedis } from '../support/app/redis-server.js';
import { sendJson } from '../support/app/client.js';
import {
  closeAllSockets,
  openSocket,
  waitForClose,
  waitForFrames,
} from '../support/app/sockets.js';
import { makeCase, threadActions } from '../support/messages/case-threads.js';
import { makePerson } from '../support/factories/make-people.js';
import { helperActions, makeHelper } from '../support/factories/support/case-helpers.js';
import { joinSide, partnerActions } from '../support/factories/support/case-partners.js';
import { makeGuestCase } from '../support/factories/support/guests.js';
import { joinSupporter, teamActions } from '../support/factories/support/case-team.js';
import {
  makeSupporter,
  requesterActions,
  supporterActions,
} from '../support/factories/support-requests.js';
import { waitUntil } from '../support/wait-until.js';
import { ChannelClient } from './channel-client.js';
import { pause, personOnNode } from './group-chat.js';

/** Longer than the interval between broadcasts to a room (ADR 28). */
const REST_MS = 150;
const PATIENCE_MS = 20_000;

/** Only the node `here` runs jobs. */
describe('threads of cases on two nodes', () => {
  let redis: TestRedis;
  let [here, there]: TestApp[] = [];
  beforeAll(async () => {
    redis = await startRedis();
    const env = { REDIS_URL: redis.url };
    here = await startApp(env);
    const shared = { databaseUrl: here.databaseUrl, clock: here.clock };
    there = await startApp({ ...env, TRAMA_WORKER: '0' }, shared);
    for (const app of [here, there]) {
      await waitUntil('Redis is not ok', () => hasRedisState('ok', app), PATIENCE_MS);
      await waitUntil('the node does not listen', () => app.get(PgNotifyBus).isOpen, PATIENCE_MS);
    }
  }, 60_000);
  afterEach(closeAllSockets);
  afterAll(async () => {
    await there?.stop();
    await here?.stop();
    await redis.stop();
  });

  it('deliver opened messages on both nodes, each once and in order', async () => {
    const { requester, supporter, requesterId: channel } = await makeCase(here!);
    const ears = [
      await openSocket(personOnNode(here!, requester)),
      await openSocket(personOnNode(there!, requester)),
    ];
    for (const ear of ears) expect(await ear.emit('watch', { channel })).toEqual({ ok: true });
    const authors = [
      ...[personOnNode(here!, supporter), personOnNode(there!, supporter)],
      ...[personOnNode(there!, requester), personOnNode(here!, supporter)],
    ];
    for (const [at, author] of authors.entries()) {
      await threadActions(author).post(channel, `canario ${at}`);
    }
    const { id } = (await threadActions(supporter).read(channel))[0];
    await threadActions(personOnNode(there!, supporter)).edit(id, 'canario corregido');
    const bodies = ['canario 0', 'canario 1', 'canario 2', 'canario 3', 'canario corregido'];
    for (const ear of ears) {
      await ear.until('message', ({ body }) => body === 'canario corregido');
      expect(ear.received('message').map(({ body }) => body)).toEqual(bodies);
      expect(new Set(ear.received('message').map(({ authorName }) => authorName))).toEqual(
        new Set([supporter.workName, 'Nayra']),
      );
    }
  });

  it('deliver messages of other threads and of one whose names cannot be opened', async () => {
    const [broken, sound] = [await makeCase(here!), await makeCase(here!)];
    await here!.db.query('update participation set name = $2 where case_id = $1', [
      ...[broken.requestId, Buffer.alloc(60)],
    ]);
    const ears = await Promise.all(
      [broken, sound].map(async ({ requester, requesterId: channel }) => {
        const ear = await openSocket(requester);
        expect(await ear.emit('watch', { channel })).toEqual({ ok: true });
        return ear;
      }),
    );
    for (const { supporter, requesterId } of [broken, sound])
      await threadActions(personOnNode(there!, supporter)).post(requesterId, 'Hola');
    for (const ear of ears) await ear.until('message', ({ body }) => body === 'Hola');
  });

  it('let a client that was away catch up', async () => {
    const { requester, supporter, requesterId: channel } = await makeCase(here!);
    const client = await ChannelClient.open(requester, channel);
    await threadActions(personOnNode(there!, supporter)).post(channel, 'Uno');
    await threadActions(supporter).post(channel, 'Dos');
    const all = await ChannelClient.readAll(requester, channel);
    expect(all.map(({ body }) => body)).toEqual(['Uno', 'Dos']);
    client.close();
  });

  it('send nothing to the supporter on any node after the end of the assignment is answered', async () => {
    const made = await makeCase(here!);
    const { requester, supporter, requestId, requesterId: channel, internalId } = made;
    const ear = await openSocket(personOnNode(there!, supporter));
    for (const id of [channel, internalId])
      expect(await ear.emit('watch', { channel: id })).toEqual({ ok: true });
    await threadActions(requester).post(channel, 'antes');
    await ear.until('message');
    await requesterActions(requester).exclude(requestId, [supporter.supporterId]);
    await threadActions(requester).post(channel, 'canario después');
    await pause(REST_MS);
    await waitForFrames();
    expect(ear.received('message').map(({ body }) => body)).toEqual(['antes']);
    expect(ear.socket.connected).toBe(true);
    for (const id of [channel, internalId])
      expect(await ear.emit('watch', { channel: id })).toEqual({ code: 'NOT_FOUND' });
  });

  it.each(['requester', 'guest', 'supporter'] as const)(
    'send nothing to a %s who watches on one node and signs out on the other',
    async (who) => {
      const { leaving, staying, channel } = await peopleOfThread(who);
      const [gone, stays] = [
        await openSocket({ ...leaving, app: there! }),
        await openSocket({ ...staying, app: there! }),
      ];
      for (const ear of [gone, stays])
        expect(await ear.emit('watch', { channel })).toEqual({ ok: true });
      await threadActions(staying).post(channel, 'antes');
      for (const ear of [gone, stays]) await ear.until('message');
      const isClosed = waitForClose(gone);
      expect((await sendJson(leaving, '/auth/sign-out', {})).ok).toBe(true);
      await threadActions(staying).post(channel, 'canario después');
      await stays.until('message', ({ body }) => body === 'canario después');
      await isClosed;
      expect(gone.received('message').map(({ body }) => body)).toEqual(['antes']);
      expect(gone.received('ended')).toEqual([{ reason: 'signed-out' }]);
      await expect(openSocket({ ...leaving, app: there! })).rejects.toThrow();
      expect(await threadActions(leaving).readCode(channel)).toBe('UNAUTHENTICATED');
    },
  );

  async function peopleOfThread(who: 'requester' | 'guest' | 'supporter') {
    if (who === 'guest') {
      await here!.db.repo(Instance).insert({ foundedAt: here!.clock.now() });
      const { guest, supporter, requesterId: channel } = await makeGuestCase(here!);
      return { leaving: guest, staying: supporter, channel };
    }
    const { requester, supporter, requesterId: channel } = await makeCase(here!);
    const isRequester = who === 'requester';
    const [leaving, staying] = isRequester ? [requester, supporter] : [supporter, requester];
    return { leaving, staying, channel };
  }

  it('send nothing to a further supporter on any node once the requester excluded them', async () => {
    const made = await makeCase(here!);
    const { requester, supporter, requestId, requesterId: channel, internalId } = made;
    const joined = await joinSupporter(here!, made);
    const [gone, stays] = [
      await openSocket(personOnNode(there!, joined)),
      await openSocket(personOnNode(there!, supporter)),
    ];
    for (const ear of [gone, stays])
      for (const id of [channel, internalId])
        expect(await ear.emit('watch', { channel: id })).toEqual({ ok: true });
    await threadActions(requester).post(channel, 'antes');
    for (const ear of [gone, stays]) await ear.until('message');
    await requesterActions(requester).exclude(requestId, [joined.supporterId]);
    await threadActions(requester).post(channel, 'canario después');
    await stays.until('message', ({ body }) => body === 'canario después');
    await pause(REST_MS);
    await waitForFrames();
    expect(gone.received('message').map(({ body }) => body)).toEqual(['antes']);
    for (const id of [channel, internalId])
      expect(await gone.emit('watch', { channel: id })).toEqual({ code: 'NOT_FOUND' });
  });

  it('send nothing to a person of the partner side on any node once the requester removed them', async () => {
    const made = await makeCase(here!);
    const { requester, supporter, requestId, requesterId: channel } = made;
    const partner = await joinSide(here!, made);
    const ear = await openSocket(personOnNode(there!, partner));
    expect(await ear.emit('watch', { channel })).toEqual({ ok: true });
    await threadActions(supporter).post(channel, 'antes');
    await ear.until('message');
    const [{ id }] = await partnerActions(requester).list(requestId);
    await partnerActions(requester).remove(requestId, id);
    await threadActions(supporter).post(channel, 'canario después');
    await pause(REST_MS);
    await waitForFrames();
    expect(ear.received('message').map(({ body }) => body)).toEqual(['antes']);
    expect(await ear.emit('watch', { channel })).toEqual({ code: 'NOT_FOUND' });
  });

  it('send nothing to an outside helper on any node once the requester withdrew the consent', async () => {
    const made = await makeCase(here!);
    const { helper, of, channelId: channel } = await makeHelper(here!, made);
    const ear = await openSocket(personOnNode(there!, helper));
    expect(await ear.emit('watch', { channel })).toEqual({ ok: true });
    await threadActions(made.supporter).post(channel, 'antes');
    await ear.until('message');
    await helperActions(made.requester).withdraw(of);
    expect(await threadActions(made.supporter).postCode(channel, 'canario después')).toBe(
      'FORBIDDEN',
    );
    await threadActions(made.supporter).post(made.requesterId, 'canario después');
    await pause(REST_MS);
    await waitForFrames();
    expect(ear.received('message').map(({ body }) => body)).toEqual(['antes']);
    expect(await ear.emit('watch', { channel })).toEqual({ code: 'NOT_FOUND' });
  });

  it('send nothing to the former lead once another supporter took the case over', async () => {
    const { requester, supporter, requestId, requesterId: channel } = await makeCase(here!);
    const next = await makeSupporter(here!);
    await teamActions(supporter).offer(requestId, next.supporterId, true);
    await teamActions(requester).agree(requestId, next.supporterId);
    const [former, taking] = [
      await openSocket(personOnNode(there!, supporter)),
      await openSocket(personOnNode(there!, next)),
    ];
    expect(await taking.emit('watch', { channel })).toEqual({ code: 'NOT_FOUND' });
    expect(await former.emit('watch', { channel })).toEqual({ ok: true });
    await teamActions(next).accept(requestId);
    expect(await taking.emit('watch', { channel })).toEqual({ ok: true });
    await threadActions(personOnNode(there!, requester)).post(channel, 'canario');
    await taking.until('message');
    await pause(REST_MS);
    await waitForFrames();
    expect(former.received('message')).toEqual([]);
  });

  it('nobody else watches a thread, and only the requester watches the thread of a closed case', async () => {
    const {
      requester,
      supporter,
      requestId,
      requesterId: channel,
      internalId,
    } = await makeCase(here!);
    const watch = async (who: typeof requester, id: string) =>
      (await openSocket(who)).emit('watch', { channel: id });
    const others = [
      ...[await makePerson(here!, 'mod', 'moderator'), await makePerson(here!, 'sup', 'supporter')],
      await makePerson(here!, 'adm', 'administrator'),
    ];
    for (const who of others) {
      expect([who.kind, await watch(who, channel)]).toEqual([who.kind, { code: 'NOT_FOUND' }]);
      expect([who.kind, await watch(who, internalId)]).toEqual([who.kind, { code: 'NOT_FOUND' }]);
    }
    expect(await watch(requester, internalId)).toEqual({ code: 'NOT_FOUND' });
    await supporterActions(supporter).close(requestId);
    expect(await watch(supporter, channel)).toEqual({ code: 'NOT_FOUND' });
    expect(await watch(requester, channel)).toEqual({ ok: true });
  });
});
