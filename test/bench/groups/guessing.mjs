// Guesses passwords over hundreds of connections. Measures how long the account owner waits, and how many guesses the
// server evaluates.
import { hash } from '@node-rs/argon2';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { benchmarkFigure, formatNumber, printLine } from '../support/benchmark-figures.mjs';
import { HttpConnection, postRequest } from '../support/http.mjs';
import {
  dropDatabase,
  BENCH_DIR,
  queryRows,
  createSeededDatabase,
  withPostgresClient,
} from '../support/postgres.mjs';
import { startProduct } from '../support/processes.mjs';

export const dataPersistedBeforeResponse = 'the count of guesses for each account and address';

const [PASSWORD, NEXT] = ['río-lento-piedra-clara', 'otra-frase-muy-mía-1974'];
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const CONNECTIONS = 500;
/** Number of addresses that guess: the owner's own address, or 200 other loopback addresses. */
const SOURCES = [1, 200];
const OWN = '127.0.0.1';
/** Time limit for one request of the owner. */
const PATIENCE_MS = 30_000;
/** Limit of evaluated guesses per rate-limit window. An hour can touch two windows; this run lasts for one window. */
const EVALUATED_IN_A_WINDOW = 10;

export async function runBenchmark({ quick }) {
  const url = await createSeededDatabase('bench_guessing', { members: 100 });
  const owners = await withPostgresClient(url, (db) => withPasswords(db, SOURCES.length));
  const product = await startProduct({ databaseUrl: url, name: 'guessing' });
  try {
    const figures = [];
    for (const [at, sources] of SOURCES.entries()) {
      const measured = await attacked(product.port, owners[at], sources, quick ? 100 : CONNECTIONS);
      figures.push(...figuresOf(sources, measured));
    }
    return figures;
  } finally {
    await product.stop();
    rmSync(join(BENCH_DIR, 'guessing'), { recursive: true, force: true });
    await dropDatabase(url);
  }
}

/** Sets the password of `count` members and returns their mail addresses. */
async function withPasswords(db, count) {
  const found = await queryRows(
    db,
    `update account set password_hash = $1, email_confirmed_at = now()
      where id in (select id from account where standing = 'member' order by email limit $2) returning email`,
    [await hash(PASSWORD, COST), count],
  );
  return found.map(({ email }) => email);
}

/** Sends the owner's requests before, during and after the attack, and measures each request. */
async function attacked(port, email, sources, connections) {
  const [known, fresh] = [new Browser(port), new Browser(port)];
  await known.step('/auth/sign-in', { email, password: PASSWORD }, 200);
  const session = known.copy();
  const attack = new Attack(port, email, sources, connections);
  await attack.isUnderWay();
  const times = {};
  for (const [name, step] of Object.entries(steps(port, email, session, known, fresh))) {
    const began = performance.now();
    const problem = await step().then(
      () => undefined,
      (error) => error.message,
    );
    times[name] = problem ? Infinity : performance.now() - began;
    printLine(`${sources} sources, ${name}: ${problem ?? `${formatNumber(times[name], 0)} ms`}`);
  }
  const counted = await attack.end();
  return { times, ...counted };
}

const steps = (port, email, session, known, fresh) => ({
  confirm: () => session.ask('confirmSession', PASSWORD),
  export: () => session.step('/auth/export', { password: PASSWORD }, 200),
  delete: () => session.ask('deleteAccount', PASSWORD),
  known: () => known.step('/auth/sign-in', { email, password: PASSWORD }, 200),
  link: async () => {
    await fresh.step('/es/forgot', { email }, 303);
    const token = await mailedToken(email);
    await fresh.step('/es/reset', { t: token, password: NEXT }, 303);
    await fresh.step('/auth/sign-in', { email, password: NEXT }, 200);
  },
});

/** A client that keeps cookies. It repeats a request while the answer is TOO_MANY. */
class Browser {
  constructor(port, cookies = new Map()) {
    this.port = port;
    this.cookies = cookies;
  }

  copy() {
    return new Browser(this.port, new Map(this.cookies));
  }

  async ask(mutation, password) {
    const selection = mutation === 'deleteAccount' ? ' { id }' : '';
    const query = `mutation ($input: PasswordInput!) { ${mutation}(input: $input)${selection} }`;
    const answer = await this.step('/graphql', { query, variables: { input: { password } } }, 200);
    if (answer.body.includes('"errors"')) throw new Error(answer.body.toString());
  }

  async step(path, body, wanted) {
    const end = performance.now() + PATIENCE_MS;
    for (;;) {
      const answer = await this.send(path, body);
      const isBusy = answer.status === 429 || answer.body.includes('signIn.busy');
      if (answer.status === wanted && !isBusy) return answer;
      if (!isBusy || answer.body.includes('signIn.wait') || performance.now() > end)
        throw new Error(`${path} answers ${answer.status} ${answer.body}`);
      await wait(250);
    }
  }

  async send(path, body) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const connection = new HttpConnection(this.port);
    const headers = { cookie, origin: `http://127.0.0.1:${this.port}` };
    const answer = await connection.send(postRequest(this.port, path, body, headers));
    connection.close();
    for (const [, name, value] of answer.head.matchAll(/^set-cookie: ([^=]+)=([^;]*)/gim))
      this.cookies.set(name, value);
    return answer;
  }
}

/**
 * Connections that guess passwords until `end`: half of them for the owner's mail address, half for invented addresses.
 */
class Attack {
  constructor(port, email, sources, connections) {
    Object.assign(this, { port, email, connections, isOver: false });
    this.counts = { evaluated: 0, answers: 0 };
    this.guessers = Array.from({ length: connections }, (_, at) =>
      this.guess(
        at,
        new HttpConnection(port, sources === 1 ? OWN : `127.0.1.${1 + (at % sources)}`),
      ),
    );
  }

  async isUnderWay() {
    while (this.counts.answers < this.connections) await wait(20);
  }

  async guess(at, connection) {
    for (let count = 0; !this.isOver; count++) {
      const isAtOwner = at % 2 === 0;
      const email = isAtOwner ? this.email : `guess-${at}-${count}@trama.example`;
      const password = `no-es-esta-${at}-${count}`;
      // An unknown device cookie, which the server has to look up.
      const headers = { cookie: `trama-device=${'x'.repeat(40)}${at % 10}` };
      const request = postRequest(this.port, '/auth/sign-in', { email, password }, headers);
      const { status } = await connection.send(request);
      this.counts.answers += 1;
      if (isAtOwner && status === 401) this.counts.evaluated += 1;
    }
    connection.close();
  }

  async end() {
    this.isOver = true;
    await Promise.all(this.guessers);
    return this.counts;
  }
}

/** Returns the token of the link in the last mail to this address. */
async function mailedToken(email) {
  const folder = join(BENCH_DIR, 'guessing/outbox');
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    const names = existsSync(folder) ? readdirSync(folder).sort().reverse() : [];
    for (const name of names.filter((one) => one.endsWith('.eml'))) {
      const mail = readFileSync(join(folder, name), 'utf8').replaceAll('=\r\n', '');
      const token = /reset\?t=(?:3D)?([\w-]+)/.exec(mail)?.[1];
      if (token && mail.includes(`To: ${email}`)) return token;
    }
    await wait(50);
  }
  throw new Error('the mail did not come');
}

const NAMES = {
  confirm: 'confirms their session',
  export: 'exports their data',
  delete: 'asks for the end of their account',
  known: 'signs in from a known browser',
  link: 'signs in from a new browser by a mailed link',
};

function figuresOf(sources, { times, evaluated, answers }) {
  const from = sources === 1 ? 'the same address' : `${sources} addresses`;
  return [
    ...Object.entries(times).map(([name, ms]) =>
      benchmarkFigure(`${name}_s_${sources}`, Math.min(ms, PATIENCE_MS) / 1000, {
        unit: 's',
        target: 5,
        how: `the owner ${NAMES[name]} while ${CONNECTIONS} connections from ${from} guess (${answers} answers)`,
      }),
    ),
    benchmarkFigure(`evaluated_${sources}`, evaluated, {
      target: EVALUATED_IN_A_WINDOW,
      how: `guesses at the owner's address that were evaluated, of about ${Math.round(answers / 2)}`,
    }),
  ];
}
