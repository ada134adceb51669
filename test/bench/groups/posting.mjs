// Writing: messages a second, each in the table before it is acknowledged.
import { randomUUID } from 'node:crypto';
import { best, figure, fixed, say } from '../support/figures.mjs';
import { graphqlOf, load, postOf } from '../support/http.mjs';
import { dropDatabase, seededDatabase, withClient } from '../support/postgres.mjs';
import { cpuOf, cpuOfPostgres, startBaseline, startProduct } from '../support/processes.mjs';
import { POST, room } from '../support/rooms.mjs';

export const persisted =
  'the message and the channel’s counter, committed and flushed (fsync on); the peers: the row';

const WRITERS = 32;
const BODY = 'Mañana a las nueve revisamos juntas el mapa del río y los datos de la radio.';

export async function run({ quick }) {
  const url = await seededDatabase('bench_posting', { members: 1_000, messages: 10_000 });
  const place = await withClient(url, (db) => prepare(db));
  const product = await startProduct({ databaseUrl: url });
  const bare = await startBaseline('http.mjs', { DATABASE_URL: url });
  const ms = quick ? 2_000 : 6_000;
  try {
    const ours = (channels) => postThrough(product, place, channels, ms);
    await ours(50);
    await postBare(bare, place, 1_000);
    const [fifty, one, raw, serial] = [[], [], [], []];
    for (let turn = 0; turn < 3; turn++) {
      raw.push(await postBare(bare, place, ms));
      fifty.push(await ours(50));
      serial.push(await postSerially(url, place, ms));
      one.push(await ours(1));
    }
    return [
      ratio(
        'one_channel_ratio',
        one,
        serial,
        'one transaction after another on one connection',
        1.5,
      ),
      ratio('fifty_channels_ratio', fifty, raw, 'node:http + pg insert at 32 connections', 0.33),
    ];
  } finally {
    await product.stop();
    await bare.stop();
    await dropDatabase(url);
  }
}

async function prepare(db) {
  await db.query('create table raw_message (like message including defaults including indexes)');
  return room(db, { slug: 'bench', members: WRITERS, channels: 50 });
}

function ratio(id, mine, base, peer, target) {
  const text = (values) => values.map((value) => fixed(value, 0)).join(' ');
  const how = `${text(mine)} a second ÷ ${text(base)}: ${peer}; best of three`;
  return figure(id, best(mine, 'higher') / best(base, 'higher'), { target, better: 'higher', how });
}

async function postThrough({ port, pid }, { people, channelIds }, channels, ms) {
  const next = (at, count) => {
    const channelId = channelIds[(at + count * 7) % channels];
    const input = { channelId, clientId: randomUUID(), body: BODY };
    return graphqlOf(port, people[at].cookie, POST, { input });
  };
  return counted(`product, ${channels} channels`, pid, () => load({ port, ms, next }));
}

async function postBare({ port, pid }, { people, channelIds }, ms) {
  const next = (at, count) => {
    const { accountId, membershipId } = people[at];
    const channelId = channelIds[(at + count * 7) % 50];
    const who = { accountId, membershipId, name: 'Ana Quispe' };
    return postOf(port, '/post', { channelId, ...who, clientId: randomUUID(), body: BODY });
  };
  return counted('node:http + pg', pid, () => load({ port, ms, next }));
}

async function counted(name, pid, work) {
  const before = [cpuOf(pid), await cpuOfPostgres()];
  const { perSecond, count } = await work();
  const used = [cpuOf(pid) - before[0], (await cpuOfPostgres()) - before[1]];
  const each = used.map((ms) => fixed(ms / count, 3));
  say(`${name}: ${fixed(perSecond, 0)}/s, CPU a message ${each[0]} ms, PostgreSQL ${each[1]} ms`);
  return perSecond;
}

const INSERT = `insert into raw_message (channel_id, seq, version, account_id, membership_id, client_key, body, created_at)
  values ($1, $2, $2, $3, $4, $5, $6, now())`;

let last = 1_000_000;

function postSerially(url, { people, channelIds }, ms) {
  return withClient(url, async (db) => {
    const began = performance.now();
    let count = 0;
    for (; performance.now() - began < ms; count++) {
      const { accountId, membershipId } = people[count % WRITERS];
      const values = [channelIds[0], last++, accountId, membershipId, randomUUID(), BODY];
      await db.query({ name: 'insert', text: INSERT, values });
    }
    const perSecond = (count * 1000) / (performance.now() - began);
    say(`one connection: ${fixed(perSecond, 0)}/s`);
    return perSecond;
  });
}
