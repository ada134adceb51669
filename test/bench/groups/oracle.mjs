// What is hidden and what never was, asked for by turns: can a clock tell them apart?
import { randomUUID } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { figure, fixed, median, say } from '../support/figures.mjs';
import { Connection, graphqlOf } from '../support/http.mjs';
import {
  dropDatabase,
  HOME,
  ROOT,
  rows,
  seededDatabase,
  withClient,
} from '../support/postgres.mjs';
import { startProduct } from '../support/processes.mjs';
import { signIn } from '../support/rooms.mjs';

export const persisted = 'nothing (reads)';

const PAIRS = 400;
const WARM = 40;
/** A hidden person's word that nobody else says, and one as long that nobody says at all. */
const [HIDDEN_WORD, NOBODYS_WORD] = ['zarigueyas', 'tempestuos'];

const KINDS = {
  profile: {
    query: 'query ($id: ID!) { person(id: $id) { id name } }',
    pair: (hidden) => [{ id: hidden.profileId }, { id: randomUUID() }],
  },
  group: {
    query: 'query ($slug: String!) { group(slug: $slug) { id name } }',
    pair: (hidden) => [{ slug: hidden.slug }, { slug: `g${randomUUID().slice(1)}` }],
  },
  introduction: {
    query: 'query ($id: ID!) { introduction(id: $id) { id note } }',
    pair: (hidden) => [{ id: hidden.introductionId }, { id: randomUUID() }],
  },
  search: {
    query: 'query ($words: String) { people(words: $words) { items { id name } nextCursor } }',
    pair: () => [{ words: HIDDEN_WORD }, { words: NOBODYS_WORD }],
  },
};

export async function run({ quick }) {
  const url = await seededDatabase('bench_oracle', { members: quick ? 2_000 : 20_000 });
  const { hidden, cookie } = await withClient(url, (db) => hide(db));
  rebuildDirectory(url);
  const product = await startProduct({ databaseUrl: url });
  try {
    const figures = [];
    for (const [name, kind] of Object.entries(KINDS)) {
      figures.push(await gapOf(product.port, cookie, name, kind, hidden));
    }
    return figures;
  } finally {
    await product.stop();
    await dropDatabase(url);
  }
}

/** One person who shows nothing to anybody, a hidden group, an introduction between two others; who asks is none of them. */
async function hide(db) {
  const [asker, shy, other] = await rows(
    db,
    `select a.id, p.id as profile_id from account a join profile p on p.account_id = a.id
      order by a.email limit 3`,
  );
  await db.query(
    `update profile_field set audience = 'onlyMe',
        text = case kind when 'about' then $2 else text end,
        words = case kind when 'about' then array[$2] else words end
      where account_id = $1`,
    [shy.id, HIDDEN_WORD],
  );
  const slug = `g${randomUUID().slice(1)}`;
  await db.query(
    `insert into "group" (slug, name, purpose, is_listed, access) values ($1, 'Oculto', '', false, 'invitation')`,
    [slug],
  );
  const [introduction] = await rows(
    db,
    `insert into introduction (asker_id, asked_id, note, expires_at)
      values ($1, $2, '', now() + interval '20 days') returning id`,
    [shy.id, other.id],
  );
  const [cookie] = await signIn(db, [asker.id]);
  return { hidden: { profileId: shy.profile_id, slug, introductionId: introduction.id }, cookie };
}

function rebuildDirectory(url) {
  const env = { ...process.env, DATABASE_URL: url, TRAMA_DATA_DIR: join(HOME, 'seed') };
  env.TRAMA_SEAL_KEY_FILE = join(HOME, 'seal.key');
  const args = ['dist/apps/cli/main.js', 'rebuild', 'directory'];
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`rebuild directory: ${stderr}`);
}

async function gapOf(port, cookie, name, { query, pair }, hidden) {
  const connection = new Connection(port);
  const timed = async (variables) => {
    const request = graphqlOf(port, cookie, query, variables);
    const began = performance.now();
    const { status, body } = await connection.send(request);
    return { ms: performance.now() - began, told: `${status} ${body}` };
  };
  const gaps = [];
  const times = [];
  for (let turn = -WARM; turn < PAIRS; turn++) {
    const [there, absent] = pair(hidden);
    // Which of the two comes first changes, so that being second is no difference between them.
    const first = turn % 2 === 0 ? await timed(there) : await timed(absent);
    const second = turn % 2 === 0 ? await timed(absent) : await timed(there);
    if (first.told !== second.told) throw new Error(`${name}: ${first.told} is not ${second.told}`);
    if (turn < 0) continue;
    gaps.push(turn % 2 === 0 ? first.ms - second.ms : second.ms - first.ms);
    times.push(first.ms);
  }
  connection.close();
  say(`${name}: median answer ${fixed(median(times))} ms`);
  return figure(`${name}_gap_ms`, Math.abs(median(gaps)), {
    unit: 'ms',
    target: 3,
    how: `median of ${PAIRS} differences, hidden less absent, asked by turns; every pair gave the same bytes`,
  });
}
