import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { Database } from '#database/database.js';
import { preparePlace } from '#database/embedded-place.js';
import { startEmbedded } from '#database/embedded.js';
import { MovableClock } from '#kernel/clock.js';
import { readConfig } from '#kernel/config.js';
import { createApp } from '../../apps/api/create-app.js';
import type { TestApp } from '../support/app/app.js';
import { make } from '../support/factories/make.js';
import { type Product, startProduct } from '../support/app/product.js';
import { runs } from '../support/sample.js';
import { world } from '../support/factories/world.js';

const KILLS = runs(6);
const WRITERS = 8;
const POST = `mutation($input: PostMessageInput!) { postMessage(input: $input) { id seq } }`;

let product: Product;
let dataDir: string;
/** With a PostgreSQL of its own, which can be killed without anybody else losing theirs. */
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'trama-durable-'));
  chmodSync(dataDir, 0o755); // the account that runs PostgreSQL walks through it
  product = await startProduct({ DATABASE_URL: '', TRAMA_DATA_DIR: dataDir });
}, 90_000);
afterAll(async () => {
  await product.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Where the running server listens now. */
const databaseUrl = async () => (await startEmbedded(dataDir)).url;

function killPostgres(): void {
  const [pid] = readFileSync(join(preparePlace(dataDir).data, 'postmaster.pid'), 'utf8').split(
    '\n',
  );
  process.kill(Number(pid), 'SIGKILL');
}

interface Acked {
  readonly id: string;
  readonly clientId: string;
}

/** People and a channel, made through the services on the product's database. */
async function setting() {
  const config = readConfig({ TRAMA_WORKER: '0', LOG_LEVEL: 'silent' });
  const clock = new MovableClock();
  const app = await createApp({ config, databaseUrl: await databaseUrl(), clock });
  await app.init();
  const get: TestApp['get'] = (type) => app.get(type as never, { strict: false });
  const place = { app, clock, config, get, db: get(Database) } as unknown as TestApp;
  const { ada } = await world(place, { ada: 'steward' });
  const group = await make.group(place, { steward: ada });
  const channel = await make.channel(place, { group });
  await app.close();
  return { cookie: ada.cookie, channelId: channel.id };
}

/** Posts until told to stop, each message again and again with its own client id until it is acknowledged. */
async function write(cookie: string, channelId: string, acked: Acked[], isOver: () => boolean) {
  while (!isOver()) {
    const clientId = randomUUID();
    for (;;) {
      const id = await post(cookie, { channelId, clientId, body: clientId });
      if (id) {
        acked.push({ id, clientId });
        break;
      }
      if (isOver()) return;
      await wait(25);
    }
  }
}

async function post(cookie: string, input: object): Promise<string | undefined> {
  try {
    const answer = await fetch(`${product.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: product.url, cookie },
      body: JSON.stringify({ query: POST, variables: { input } }),
      signal: AbortSignal.timeout(5_000),
    });
    const { data } = (await answer.json()) as { data?: { postMessage: { id: string } } };
    return data?.postMessage.id;
  } catch {
    return undefined; // the process died before it answered
  }
}

it(
  'loses no acknowledged message and doubles none, however often it and PostgreSQL are killed',
  async () => {
    const { cookie, channelId } = await setting();
    const acked: Acked[] = [];
    let isOver = false;
    const writers = Array.from({ length: WRITERS }, () =>
      write(cookie, channelId, acked, () => isOver),
    );
    for (let kill = 0; kill < KILLS; kill++) {
      const before = acked.length;
      while (acked.length < before + 20) await wait(10); // so that every kill meets writes under way
      if (kill % 2 === 1) killPostgres();
      await product.end('SIGKILL');
      await product.restart();
    }
    isOver = true;
    await Promise.all(writers);

    const client = new Client(await databaseUrl());
    await client.connect();
    const { rows } = await client.query<{ id: string; client_key: string; seq: number }>(
      'select id, client_key, seq from message where channel_id = $1',
      [channelId],
    );
    await client.end();
    const kept = new Map(rows.map((row) => [row.client_key, row.id]));
    const lost = acked.filter(({ id, clientId }) => kept.get(clientId) !== id);
    expect(lost).toEqual([]);
    expect(kept.size).toBe(rows.length);
    expect(new Set(rows.map((row) => row.seq)).size).toBe(rows.length);
    expect(acked.length).toBeGreaterThanOrEqual(KILLS * 20);
  },
  KILLS * 20_000,
);
