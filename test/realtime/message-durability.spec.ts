import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { Database } from '#database/database.js';
import { prepareEmbeddedPostgresPaths } from '#database/embedded-postgres-paths.js';
import { startEmbeddedPostgres } from '#database/embedded-postgres.js';
import { MovableClock } from '#kernel/clock.js';
import { readConfig } from '#kernel/config.js';
import { createApp } from '../../apps/api/create-app.js';
import { STARTS_WITHIN_MS, type TestApp } from '../support/app/app.js';
import { type BuiltProduct, startProduct } from '../support/app/built-product.js';
import { closeAllSockets } from '../support/app/sockets.js';
import { factories } from '../support/factories/factories.js';
import { type Person, makePeople } from '../support/factories/make-people.js';
import { RUNS_WHOLE_SWEEPS } from '../support/sampled-sweeps.js';
import { restartPostgres } from '../support/servers/restart-postgres.mjs';
import {
  sendQuery,
  repeatUntilStopped,
  startMessageWriters,
  checkStoredMessages,
  type RunningMessageWriters,
} from '../support/messages/post-continuously.js';
import { ChannelClient } from './channel-client.js';

const KILLS = RUNS_WHOLE_SWEEPS ? 60 : 2;
const RESTARTS = RUNS_WHOLE_SWEEPS ? 30 : 2;
const WRITERS = 8;

let product: BuiltProduct;
let dataDir: string;
/** Starts a separate PostgreSQL server, which this suite can kill without affecting other tests. */
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'trama-durable-'));
  chmodSync(dataDir, 0o755); // The system account of PostgreSQL needs access to this folder.
  product = await startProduct({ DATABASE_URL: '', TRAMA_DATA_DIR: dataDir });
}, STARTS_WITHIN_MS);
afterEach(closeAllSockets);
afterAll(async () => {
  await product.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Returns the address of the running PostgreSQL server. */
const databaseUrl = async () => (await startEmbeddedPostgres(dataDir)).url;

function killPostgres(): void {
  const [pid] = readFileSync(
    join(prepareEmbeddedPostgresPaths(dataDir).data, 'postmaster.pid'),
    'utf8',
  ).split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

/** Creates accounts and a channel in the application's database. */
async function setting() {
  const config = readConfig({ TRAMA_WORKER: '0', LOG_LEVEL: 'silent' });
  const clock = new MovableClock();
  const app = await createApp({ config, databaseUrl: await databaseUrl(), clock });
  await app.init();
  const get: TestApp['get'] = (type) => app.get(type as never, { strict: false });
  const place = { app, clock, config, get, db: get(Database) } as unknown as TestApp;
  const { ada, ben } = await makePeople(place, { ada: 'steward', ben: 'member' });
  const group = await factories.group(place, { steward: ada, members: [ben] });
  const channel = await factories.channel(place, { group });
  await app.close();
  return { ada: outside(ada), ben: outside(ben), channelId: channel.id };
}

/** Returns the same person, but their requests go to the application under test. */
function outside(person: Person): Person & { readonly url: string } {
  const { url } = product;
  const node = { url, origin: url };
  return { ...person, url, app: { ...node, nodes: [node] } as unknown as TestApp };
}

it(
  'no acknowledged message is lost or duplicated, however often the application and PostgreSQL are killed',
  async () => {
    const { ada, channelId } = await setting();
    const writers = startMessageWriters(WRITERS, ada, channelId);
    const { acked } = writers;
    try {
      for (let kill = 0; kill < KILLS; kill++) {
        const before = acked.length;
        // Waits for 20 acknowledged messages, so that every kill interrupts writes.
        while (acked.length < before + 20) await wait(10);
        if (kill % 2 === 1) killPostgres();
        await product.end('SIGKILL');
        await product.restart();
      }
    } finally {
      await writers.stop();
    }
    const { lost, doubled } = await checkStoredMessages(await databaseUrl(), channelId, acked);
    expect({ lost, doubled }).toEqual({ lost: [], doubled: 0 });
    expect(acked.length).toBeGreaterThanOrEqual(KILLS * 20);
  },
  KILLS * STARTS_WITHIN_MS,
);

describe('a restart of PostgreSQL under a running application', () => {
  const ME = '{ me { id } }';
  const CHANGES = 'query($id: ID!) { changes(channelId: $id, after: 0) { upTo } }';
  const SET_LANGUAGE = 'mutation { setLanguage(language: pt) { language } }';
  const REACT = 'mutation($input: ReactInput!) { react(input: $input) { version } }';
  const READ = 'mutation($input: MarkReadInput!) { markRead(input: $input) { id } }';
  /** Codes that are allowed at any time, during and outside the outage. */
  const CODES = ['OK', 'TOO_MANY'];
  const STATUSES = ['303', '503'];
  const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

  type Setting = Awaited<ReturnType<typeof setting>>;

  /** Repeats all kinds of requests other than posting. */
  function others({ ada, ben, channelId }: Setting, messageId: string) {
    const code = (who: typeof ada, document: string, variables: object = {}) =>
      repeatUntilStopped(async () => (await sendQuery(who, document, variables)).code, 20);
    const react = { input: { messageId, emoji: '👍', isOn: true } };
    return {
      reads: code(ben, ME),
      changes: code(ben, CHANGES, { id: channelId }),
      languages: code(ben, SET_LANGUAGE),
      reactions: code(ada, REACT, react),
      marks: code(ben, READ, { input: { channelId, seq: 1 } }),
      forms: repeatUntilStopped(forgotten, 50),
    };
  }

  /** Posts the form for a forgotten password, which adds a job. Returns the HTTP status. */
  async function forgotten(): Promise<string> {
    const { url } = product;
    const body = new URLSearchParams({ email: 'nadie@trama.example' }).toString();
    const headers = { ...FORM, origin: url, accept: 'text/html' };
    const sent = { method: 'POST', headers, body, redirect: 'manual' as const };
    return fetch(`${url}/es/forgot`, { ...sent, signal: AbortSignal.timeout(15_000) }).then(
      ({ status }) => String(status),
      () => 'NO_ANSWER',
    );
  }

  async function jobIsDone(): Promise<void> {
    const client = new Client(await databaseUrl());
    await client.connect();
    const add = `select id::int from graphile_worker.add_job('job:twoPerson.expire', '{}')`;
    const [job] = (await client.query<{ id: number }>(add)).rows;
    const waits = 'select from graphile_worker.jobs where id = $1';
    while ((await client.query(waits, [job!.id])).rowCount! > 0) await wait(20);
    await client.end();
  }

  const isReady = async () => (await fetch(`${product.url}/health/ready`)).status === 200;

  /** Locks the channel and waits until a write waits for the lock. Some messages are then surely in progress. */
  async function holdUp(channelId: string): Promise<Client> {
    const client = new Client(await databaseUrl());
    client.on('error', () => undefined);
    await client.connect();
    await client.query('begin');
    await client.query('select from channel where id = $1 for update', [channelId]);
    const waiting = `select from pg_stat_activity where wait_event_type = 'Lock'`;
    while ((await client.query(waiting)).rowCount === 0) await wait(10);
    return client;
  }

  /** Restarts PostgreSQL under load and waits until everything works again. */
  async function restart(
    mode: 'fast' | 'immediate',
    channelId: string,
    { acked }: RunningMessageWriters,
  ) {
    const lock = await holdUp(channelId);
    const before = acked.length;
    await restartPostgres(dataDir, mode);
    await lock.end().catch(() => undefined);
    while (!(await isReady())) await wait(20);
    while (acked.length < before + 20) await wait(10);
    await jobIsDone();
  }

  it(
    'makes requests fail with a retryable error, loses no message and recovers by itself',
    async () => {
      const there = await setting();
      const { ada, ben, channelId } = there;
      const client = await ChannelClient.open(ben, channelId);
      const { pid, said } = product;
      const writers = startMessageWriters(WRITERS, ada, channelId, 50);
      const { acked } = writers;
      while (acked.length < WRITERS) await wait(10);
      const all = { posts: writers, ...others(there, acked[0]!.id) };
      try {
        for (let count = 0; count < RESTARTS; count++)
          await restart(count % 2 === 0 ? 'fast' : 'immediate', channelId, writers);
      } finally {
        await Promise.all(Object.values(all).map((one) => one.stop()));
      }
      for (const [kind, { codes }] of Object.entries(all))
        expect([kind, ...[...codes.keys()].toSorted()]).toEqual([
          kind,
          ...(kind === 'forms' ? STATUSES : CODES),
        ]);
      expect(product.pid).toBe(pid);
      const outages = product.said
        .slice(said.length)
        .match(/PostgreSQL was lost or too slow/g)?.length;
      expect(outages).toBeGreaterThan(0);
      expect(outages).toBeLessThanOrEqual(RESTARTS);
      expect(product.said).not.toContain('unexpected error');
      await client.settle();
      const { lost, doubled, clientKeys } = await checkStoredMessages(
        await databaseUrl(),
        channelId,
        acked,
      );
      expect({ lost, doubled }).toEqual({ lost: [], doubled: 0 });
      expect((await client.readAllOlder())?.map(({ body }) => body)).toEqual(clientKeys);
    },
    RESTARTS * STARTS_WITHIN_MS,
  );
});
