// Measures messages per second, each committed before it is acknowledged.
import { randomUUID } from 'node:crypto';
import {
  bestValue,
  benchmarkFigure,
  formatNumber,
  printLine,
} from '../support/benchmark-figures.mjs';
import { graphqlRequest, runHttpLoad, postRequest } from '../support/http.mjs';
import { dropDatabase, createSeededDatabase, withPostgresClient } from '../support/postgres.mjs';
import { cpuMs, postgresCpuMs, startBaseline, startProduct } from '../support/processes.mjs';
import { POST_MESSAGE_MUTATION, createGroup } from '../support/benchmark-group.mjs';

export const dataPersistedBeforeResponse =
  'the message and the channel’s counter, committed and flushed (fsync on); over HTTP the peer: the row';

const WRITERS = 32;
/**
 * Number of posting members. Each connection posts for 25 members in turn, because an account may post only two hundred
 * messages per second.
 */
const PEOPLE = 800;
const BODY = 'Mañana a las nueve revisamos juntas el mapa del río y los datos de la radio.';

/**
 * Microseconds of a simulated disk flush. A flush on a real disk takes at least a millisecond, but a virtual machine
 * may answer from the memory of its host much faster. A group commit then saves nothing (ADR 26).
 */
const FLUSH_US = 1_000;

export async function runBenchmark({ quick }) {
  const url = await createSeededDatabase('bench_posting', { members: 1_000, messages: 10_000 });
  const place = await withPostgresClient(url, (db) => prepare(db));
  const bare = await startBaseline('plain-http-server.mjs', { DATABASE_URL: url });
  const ms = quick ? 2_000 : 6_000;
  try {
    const here = await compare({ url, place, bare, ms });
    await withPostgresClient(url, flushAsADiskDoes);
    const disk = await compare({ url, place, ms });
    const peer = 'one transaction after another on one connection';
    return [
      ratio('one_channel_ratio', disk, { peer: `${peer}, a flush of 1 ms`, target: 1.5 }),
      ratio('one_channel_ratio_here', here, { peer: `${peer}, this machine’s flush` }),
      ratio('fifty_channels_ratio', here.fifty, {
        peer: 'node:http + pg insert at 32 connections',
        target: 0.33,
      }),
    ];
  } finally {
    await bare.stop();
    await dropDatabase(url);
  }
}

/**
 * Measures the messages per second of the product and of the baseline, in turns. Uses HTTP only where a baseline
 * exists.
 */
async function compare({ url, place, bare, ms }) {
  const product = await startProduct({ databaseUrl: url });
  const ours = (channels) => postThrough(product, place, channels, ms);
  const [one, fifty] = [
    { mine: [], base: [] },
    { mine: [], base: [] },
  ];
  try {
    await ours(50);
    if (bare) await postBare(bare, place, 1_000);
    for (let turn = 0; turn < 3; turn++) {
      if (bare) fifty.base.push(await postBare(bare, place, ms));
      if (bare) fifty.mine.push(await ours(50));
      one.base.push(await postSerially(url, place, ms));
      one.mine.push(await ours(1));
    }
  } finally {
    await product.stop();
  }
  return { ...one, fifty };
}

/** Makes the server wait `FLUSH_US` before each flush, for connections opened from now on. */
async function flushAsADiskDoes(db) {
  for (const setting of [`commit_delay = ${FLUSH_US}`, 'commit_siblings = 0'])
    await db.query(`alter database bench_posting set ${setting}`);
}

async function prepare(db) {
  await db.query('create table raw_message (like message including defaults including indexes)');
  return createGroup(db, { slug: 'bench', members: PEOPLE, channels: 50 });
}

function ratio(id, { mine, base }, { peer, target }) {
  const text = (values) => values.map((value) => formatNumber(value, 0)).join(' ');
  const how = `${text(mine)} a second ÷ ${text(base)}: ${peer}; best of three`;
  return benchmarkFigure(id, bestValue(mine, 'higher') / bestValue(base, 'higher'), {
    target,
    better: 'higher',
    how,
  });
}

async function postThrough({ port, pid }, { people, channelIds }, channels, ms) {
  const next = (at, count) => {
    const channelId = channelIds[(at + count * 7) % channels];
    const input = { channelId, clientId: randomUUID(), body: BODY };
    return graphqlRequest(
      port,
      people[(at + count * WRITERS) % PEOPLE].cookie,
      POST_MESSAGE_MUTATION,
      {
        input,
      },
    );
  };
  return counted(`product, ${channels} channels`, pid, () => runHttpLoad({ port, ms, next }));
}

async function postBare({ port, pid }, { people, channelIds }, ms) {
  const next = (at, count) => {
    const { accountId, membershipId } = people[(at + count * WRITERS) % PEOPLE];
    const channelId = channelIds[(at + count * 7) % 50];
    const who = { accountId, membershipId, name: 'Ana Quispe' };
    return postRequest(port, '/post', { channelId, ...who, clientId: randomUUID(), body: BODY });
  };
  return counted('node:http + pg', pid, () => runHttpLoad({ port, ms, next }));
}

async function counted(name, pid, work) {
  const before = [cpuMs(pid), await postgresCpuMs()];
  const { perSecond, count } = await work();
  const used = [cpuMs(pid) - before[0], (await postgresCpuMs()) - before[1]];
  const each = used.map((ms) => formatNumber(ms / count, 3));
  printLine(
    `${name}: ${formatNumber(perSecond, 0)}/s, CPU a message ${each[0]} ms, PostgreSQL ${each[1]} ms`,
  );
  return perSecond;
}

/** Writes the same rows as the product: the message with its references, and the channel's counters. */
const SAME_ROWS = `with c as (
    update channel set last_version = last_version + 1, last_message_at = now(),
      last_expires_at = now() + kept_seconds * interval '1 second'
    where id = $1 returning id, last_version, last_expires_at
  )
  insert into message (channel_id, seq, version, account_id, membership_id, client_key, body, created_at, expires_at)
    select id, last_version, last_version, $2, $3, $4, $5, now(), last_expires_at from c returning *`;

function postSerially(url, { people, channelIds }, ms) {
  return withPostgresClient(url, async (db) => {
    const began = performance.now();
    let count = 0;
    for (; performance.now() - began < ms; count++) {
      const { accountId, membershipId } = people[count % PEOPLE];
      const values = [channelIds[0], accountId, membershipId, randomUUID(), BODY];
      await db.query({ name: 'same-rows', text: SAME_ROWS, values });
    }
    const perSecond = (count * 1000) / (performance.now() - began);
    printLine(`one connection: ${formatNumber(perSecond, 0)}/s`);
    return perSecond;
  });
}
