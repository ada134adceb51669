import { Client } from 'pg';
import { SessionsService } from '#members/sessions/sessions.service.js';
import { BUS_LEASE_MS, PgNotifyBus } from '#realtime/pg-notify-bus.js';
import { type TestApp, startApp } from '../support/app/app.js';
import { waitForClose, closeAllSockets, openSocket } from '../support/app/sockets.js';
import { waitUntil } from '../support/wait-until.js';
import { personOnNode, postContinuously, pause, post, makeGroupChat } from './group-chat.js';
import { startPostgresProxy, type PostgresProxy } from './postgres-proxy.js';

/** Longer than the interval between broadcasts to a room (ADR 28). */
const REST_MS = 150;
const WAITS = 'select 1 from pg_locks where pg_backend_pid() = any(pg_blocking_pids(pid))';

describe('two nodes on one database', () => {
  let [here, there]: TestApp[] = [];
  let wire: PostgresProxy;
  beforeAll(async () => {
    here = await startApp();
    wire = await startPostgresProxy(here.databaseUrl);
    there = await startApp({ TRAMA_WORKER: '0' }, { databaseUrl: wire.url, clock: here.clock });
  });
  afterEach(async () => {
    closeAllSockets();
    wire.mend();
    await waitUntil('the node does not listen', isListening);
  });
  afterAll(async () => {
    await there?.stop();
    await wire.close();
    await here?.stop();
  });

  const isListening = () => there!.get(PgNotifyBus).isOpen;

  it('send nothing to a member removed on one node after the removal is answered', async () => {
    for (let round = 0; round < 10; round++) {
      const { ana, bea, ste, channel, remove } = await makeGroupChat(here!);
      const ear = await openSocket(personOnNode(there!, ana));
      expect(await ear.emit('watch', { channel })).toEqual({ ok: true });
      const noise = postContinuously(personOnNode(there!, bea), channel, 2);
      await ear.until('message');
      await remove(ste);
      const marker = await post(personOnNode(there!, bea), channel, 'canary after');
      await pause(REST_MS);
      await noise.stop();
      expect(ear.received('message').filter(({ seq }) => seq >= marker.seq)).toEqual([]);
      expect(ear.socket.connected).toBe(true);
      expect(await ear.emit('watch', { channel })).toEqual({ code: 'NOT_FOUND' });
      ear.socket.disconnect();
    }
  });

  it('send nothing to the removed member even if requests occupy every connection of the node', async () => {
    const { ana, bea, channel, remove } = await makeGroupChat(here!);
    const ear = await openSocket(personOnNode(there!, ana));
    expect(await ear.emit('watch', { channel })).toEqual({ ok: true });
    const noise = postContinuously(personOnNode(there!, bea), channel, 2);
    await ear.until('message');
    const give = await crowd(here!, ana.accountId);
    const removed = remove();
    const leave = await give(removed);
    const marker = await post(personOnNode(there!, bea), channel, 'canary after');
    await pause(REST_MS);
    await noise.stop();
    leave();
    expect(ear.received('message').filter(({ seq }) => seq >= marker.seq)).toEqual([]);
  });

  it('close the sockets of a session on both nodes when it ends on one', async () => {
    const { ana } = await makeGroupChat(here!);
    const ear = await openSocket(personOnNode(there!, ana));
    const isClosed = waitForClose(ear);
    await here!.get(SessionsService).end(ana.accountId, ana.sessionId);
    await isClosed;
    expect(ear.received('ended')).toEqual([{ reason: 'signed-out' }]);
  });

  it('send nothing on a node whose bus connection hangs, although that node cannot learn of the removal', async () => {
    const { ana, bea, channel, remove } = await makeGroupChat(here!);
    const ear = await openSocket(personOnNode(there!, ana));
    const hers = await openSocket(personOnNode(there!, bea));
    for (const one of [ear, hers]) await one.emit('watch', { channel });
    await post(personOnNode(there!, bea), channel, 'canary antes');
    await ear.until('message');
    wire.hold();
    const began = performance.now();
    await remove();
    // The answer waits until the lease of the unreachable node has expired, and no longer.
    expect(performance.now() - began).toBeGreaterThan(BUS_LEASE_MS - 50);
    for (let n = 0; n < 10; n++) await post(personOnNode(there!, bea), channel, 'canary después');
    await pause(300);
    expect(ear.received('message').map(({ body }) => body)).toEqual(['canary antes']);
    const isClosed = waitForClose(hers);
    wire.mend();
    await isClosed;
    expect(hers.received('message').map(({ body }) => body)).toEqual(['canary antes']);
  });

  it('refuse sockets on a node without bus connection until the connection is restored', async () => {
    const { ana, bea, channel, remove } = await makeGroupChat(here!);
    const [hers, his] = [
      await openSocket(personOnNode(there!, ana)),
      await openSocket(personOnNode(there!, bea)),
    ];
    for (const one of [hers, his]) await one.emit('watch', { channel });
    const areClosed = Promise.all([waitForClose(hers), waitForClose(his)]);
    wire.cut();
    // The client sees a lost connection and therefore reconnects by itself.
    expect(await areClosed).toEqual(['transport close', 'transport close']);
    await expect(openSocket(personOnNode(there!, bea))).rejects.toThrow();
    await remove();
    await post(personOnNode(there!, bea), channel, 'canary');
    wire.mend();
    await waitUntil('the node does not listen', isListening);
    const again = await openSocket(personOnNode(there!, ana));
    expect(await again.emit('watch', { channel })).toEqual({ code: 'NOT_FOUND' });
    expect(await (await openSocket(personOnNode(there!, bea))).emit('watch', { channel })).toEqual({
      ok: true,
    });
    expect([...hers.received('message'), ...again.received('message')]).toEqual([]);
  });

  it('do not wait for a node that was shut down', async () => {
    const third = await startApp({ TRAMA_WORKER: '0' }, { databaseUrl: here!.databaseUrl });
    const [line, left] = [here!.get(PgNotifyBus), third.get(PgNotifyBus).nodeId];
    expect(await line.others()).toContain(left);
    await third.stop();
    expect(await line.others()).toEqual([there!.get(PgNotifyBus).nodeId]);
  });
});

/**
 * Occupies all database connections of a node while a membership of the account ends. First locks the membership. The
 * returned function waits until a request is blocked by this lock, takes every connection of the node, releases the
 * lock and waits for `work`. The result of that function frees the connections.
 */
async function crowd({ db, databaseUrl }: TestApp, accountId: string) {
  const lock = new Client({ connectionString: databaseUrl });
  await lock.connect();
  await lock.query('begin');
  await lock.query('select 1 from membership where account_id = $1 for update', [accountId]);
  const isAwaited = async () => (await lock.query(WAITS)).rows.length > 0;
  return async (work: Promise<unknown>): Promise<() => void> => {
    while (!(await isAwaited())) await pause(5);
    const taken = Array.from({ length: 20 }, () => db.pool.connect().catch(() => undefined));
    const leave = () => {
      for (const one of taken) void one.then((client) => client?.release());
    };
    await lock.end(); // Closing this connection also releases the lock.
    await work.catch((error: unknown) => {
      leave();
      throw error;
    });
    return leave;
  };
}
