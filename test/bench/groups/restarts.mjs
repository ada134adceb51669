// Restarts PostgreSQL while messages are posted and one client listens. The API keeps running. Measures lost messages
// and the time to recover.
import { setTimeout as wait } from 'node:timers/promises';
import { openWatchingSocket } from '../support/socket-client.mjs';
import { benchmarkFigure, formatNumber, printLine } from '../support/benchmark-figures.mjs';
import { sendGraphql, HttpConnection, graphqlRequest } from '../support/http.mjs';
import * as postgres from '../support/postgres.mjs';
import { startProduct } from '../support/processes.mjs';
import { createGroup } from '../support/benchmark-group.mjs';
import { countLosses, messageLossFigures, postUntilStopped } from '../support/retrying-writers.mjs';

export const dataPersistedBeforeResponse =
  'the message, committed and flushed (fsync on), before its answer';

const WRITERS = 10;
const RESTARTS = 20;
/** Pause between two messages of a writer: an account may post at most fifty messages per second in the long run. */
const PAUSE_MS = 50;
const MODES = ['fast', 'immediate'];
/** Codes after which a client may retry. */
const CLEAR = new Set(['OK', 'TOO_MANY']);
const CHANGES = `query($id: ID!, $after: Int!) { changes(channelId: $id, after: $after) {
  items { seq version body } hasMore upTo } }`;
const SET_LANGUAGE = 'mutation { setLanguage(language: pt) { language } }';

export async function runBenchmark({ quick }) {
  const restarts = quick ? 4 : RESTARTS;
  const url = await postgres.createSeededDatabase('bench_restarts', { members: 100 });
  const place = await postgres.withPostgresClient(url, (db) =>
    createGroup(db, { slug: 'bench', members: WRITERS + 2, channels: 1 }),
  );
  const product = await startProduct({ databaseUrl: url });
  try {
    const seen = await restartWhileWriting({ url, place, product, restarts });
    const told = await postgres.withPostgresClient(url, (db) =>
      countLosses(db, place, seen.state.acked),
    );
    return figuresOf(restarts, seen, told);
  } finally {
    await product.stop();
    await postgres.dropDatabase(url);
  }
}

function figuresOf(restarts, { state, listener, times }, { lost, doubled }) {
  const most = (key) => Math.max(...times.map((one) => one[key]));
  const { answers, longest } = state;
  const told = [...answers].map(([code, number]) => `${code} ${number}`).join(', ');
  const unclear = [...answers].reduce((sum, [code, n]) => sum + (CLEAR.has(code) ? 0 : n), 0);
  const how = `pg_ctl restart, fast and immediate in turn, with ${WRITERS} writers and one who changes a setting`;
  return [
    benchmarkFigure('restarts', restarts, {
      better: 'higher',
      how: `${how}; away ${formatNumber(most('away'), 0)} ms at most`,
    }),
    ...messageLossFigures(state.acked.size, { lost, doubled }),
    benchmarkFigure('unheard', listener.unheard(state.acked), {
      target: 0,
      how: `acknowledged, but not known to one who listens and catches up; frames out of order on one socket: ${listener.disorder}; sockets: ${listener.sockets}`,
    }),
    benchmarkFigure('unclear', unclear, {
      target: 0,
      how: `answers that do not say to try again: ${told}`,
    }),
    benchmarkFigure('longest_answer_ms', longest, {
      unit: 'ms',
      target: 5_000,
      how: 'the longest that any of these requests took',
    }),
    benchmarkFigure('again_ms', most('again'), {
      unit: 'ms',
      target: 5_000,
      how: 'after PostgreSQL took connections again, until a message was acknowledged: the longest time without an answer',
    }),
    benchmarkFigure('job_ms', most('job'), {
      unit: 'ms',
      target: 10_000,
      how: 'the same, until a job that was added then was done',
    }),
  ];
}

async function restartWhileWriting({ url, place, product, restarts }) {
  const { port } = product;
  const state = { acked: new Map(), flying: 0, isOver: false, answers: new Map(), longest: 0 };
  state.heard = (code = 'NO_ANSWER', ms) => {
    state.answers.set(code, (state.answers.get(code) ?? 0) + 1);
    state.longest = Math.max(state.longest, ms);
  };
  const [ear, other, ...people] = place.people;
  const listener = new Listener(port, ear.cookie, place.channelIds[0]);
  await listener.open();
  const busy = people.map((person, at) =>
    postUntilStopped(state, { port, person, at, place, pauseMs: PAUSE_MS }),
  );
  busy.push(change(state, port, other.cookie));
  const times = [];
  for (let turn = 0; turn < restarts; turn++) {
    await wait(300 + ((turn * 271) % 900));
    times.push(await restart(state, url, product, MODES[turn % 2]));
    if (turn % 10 === 9) printLine(`${turn + 1} restarts, ${state.acked.size} acknowledged`);
  }
  state.isOver = true;
  await Promise.all(busy);
  await listener.end();
  return { state, listener, times };
}

/** Measures one restart in milliseconds: how long PostgreSQL was down, and how long the recovery took. */
async function restart(state, url, { port, child }, mode) {
  const began = performance.now();
  await postgres.restartServer(mode);
  const back = performance.now();
  const before = state.acked.size;
  while (state.acked.size === before) await wait(1);
  const again = performance.now() - back;
  await postgres.withPostgresClient(url, jobIsDone);
  const job = performance.now() - back;
  while ((await fetch(`http://127.0.0.1:${port}/health/ready`)).status !== 200) await wait(20);
  if (child.exitCode !== null) throw new Error('the api ended');
  return { away: back - began, again, job };
}

async function jobIsDone(db) {
  const add = `select id from graphile_worker.add_job('job:twoPerson.expire', '{}')`;
  const [{ id }] = await postgres.queryRows(db, add);
  const waits = 'select from graphile_worker.jobs where id = $1';
  while ((await postgres.queryRows(db, waits, [id])).length > 0) await wait(10);
}

/** Repeats a mutation that has no idempotency key. */
async function change(state, port, cookie) {
  const bytes = graphqlRequest(port, cookie, SET_LANGUAGE, {});
  const connection = new HttpConnection(port);
  while (!state.isOver) {
    const began = performance.now();
    const { errors } = JSON.parse((await connection.send(bytes)).body);
    state.heard(errors?.[0]?.extensions.code ?? 'OK', performance.now() - began);
    await wait(20);
  }
  connection.close();
}

/** A client that reconnects whenever its socket closes, and then requests missed changes, like the web app. */
class Listener {
  texts = new Map();
  disorder = 0;
  sockets = 0;
  upTo = 0;

  constructor(port, cookie, channelId) {
    Object.assign(this, { port, cookie, channelId });
  }

  async open() {
    let last = 0;
    const { port, cookie, channelId } = this;
    const onMessage = (data) => {
      const [, { version, seq, body }] = JSON.parse(data.toString().slice(2));
      if (version <= last) this.disorder += 1;
      last = version;
      this.texts.set(seq, body);
    };
    this.socket = await openWatchingSocket({ port, cookie, channelId, onMessage });
    this.sockets += 1;
    this.socket.once('close', () => this.isOver || void this.comeBack());
    await this.catchUp();
  }

  async comeBack() {
    for (;;) {
      await wait(100);
      if (this.isOver) return;
      const isOpen = await this.open().then(
        () => true,
        () => false,
      );
      if (isOpen) return;
      this.socket?.removeAllListeners('close').terminate();
    }
  }

  async catchUp() {
    const connection = new HttpConnection(this.port);
    try {
      for (let hasMore = true; hasMore;) {
        const variables = { id: this.channelId, after: this.upTo };
        const bytes = graphqlRequest(this.port, this.cookie, CHANGES, variables);
        const { changes } = await sendGraphql(connection, bytes);
        for (const { seq, body } of changes.items) this.texts.set(seq, body);
        ({ hasMore, upTo: this.upTo } = changes);
      }
    } finally {
      connection.close();
    }
  }

  async end() {
    this.isOver = true;
    await wait(500);
    this.socket.terminate();
  }

  /**
   * Counts acknowledged messages that this client did not receive. Sends no request: the socket must have delivered
   * them.
   */
  unheard(acked) {
    return [...acked].filter(([body, { seq }]) => this.texts.get(seq) !== body).length;
  }
}
