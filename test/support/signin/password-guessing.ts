import { Agent, request } from 'node:http';
import type { TestApp } from '../app/app.js';
import { apiAs, sendJson } from '../app/client.js';
import { CookieJar, TEST_PASSWORD } from '../app/test-password.js';
import type { Mailbox } from '../browser/sent-mails.js';
import { DELETE_ACCOUNT, mailedLinks, NEXT_PASSWORD } from './credentials.js';

const WRONG = 'esta-no-es-la-clave';

/** The responses to connections that guess passwords. */
export interface GuessResponses {
  /** Number of guesses that the server evaluated, by mail address. */
  readonly evaluated: ReadonlyMap<string, number>;
  /** Number of `signIn.busy` responses. */
  readonly busy: number;
}

/**
 * Runs `work` while many connections guess the passwords of `emails` in a loop, from `sources` loopback addresses.
 * Starts `work` after the first response with the code `signIn.busy`. Returns the responses to the guesses.
 */
export async function whileGuessingPasswords(
  app: TestApp,
  emails: readonly string[],
  { connections, sources }: { connections: number; sources: number },
  work: () => Promise<void> = async () => undefined,
): Promise<GuessResponses> {
  const agent = new Agent({ keepAlive: true });
  const evaluated = new Map<string, number>();
  let [busy, isOver] = [0, false];
  let fill = () => {};
  const isFull = new Promise<void>((go) => (fill = go));
  const guess = async (at: number) => {
    for (let count = 0; !isOver; count++) {
      const email = emails[(at + count) % emails.length]!;
      const localAddress = `127.0.1.${1 + (at % sources)}`;
      const { status, body } = await tryPassword(app, localAddress, email, WRONG, agent);
      if (status === 401) evaluated.set(email, (evaluated.get(email) ?? 0) + 1);
      if (!body.includes('signIn.busy')) continue;
      busy += 1;
      fill();
    }
  };
  const guesses = Promise.all(Array.from({ length: connections }, (_, at) => guess(at)));
  try {
    await Promise.race([isFull, guesses]);
    await work();
  } finally {
    isOver = true;
    await guesses;
    agent.destroy();
  }
  return { evaluated, busy };
}

/**
 * The mail addresses of the attacked account and of another account, and the cookies of a browser in which the owner is
 * signed in.
 */
interface Entering {
  readonly owner: string;
  readonly stranger: string;
  readonly known: CookieJar;
}
const CONFIRM = 'mutation ($input: PasswordInput!) { confirmSession(input: $input) }';

/**
 * Sends requests with the right password and returns the responses. They equal `RIGHT_PASSWORDS_ACCEPTED`, unless the
 * guessing locks the owner or the other account out.
 */
export async function tryRightPasswords(
  app: TestApp,
  mails: Mailbox,
  { owner, stranger, known }: Entering,
) {
  const input = { password: TEST_PASSWORD };
  const confirmed = await apiAs(known).code(CONFIRM, { input });
  const exported = (await sendJson(known, '/auth/export', input)).status;
  const deleted = await apiAs(known).code(DELETE_ACCOUNT, { input });
  const fromKnown = (await known.signIn(owner)).status;
  const fromElsewhere = (await tryPassword(app, '127.0.2.1', stranger, TEST_PASSWORD)).status;
  const fresh = new CookieJar(app);
  const chosen = await mailedLinks(mails, app).choose(owner, NEXT_PASSWORD, fresh);
  const fromFresh = (await fresh.signIn(owner, NEXT_PASSWORD)).status;
  return { confirmed, exported, deleted, fromKnown, fromElsewhere, chosen, fromFresh };
}
export const RIGHT_PASSWORDS_ACCEPTED = {
  ...{ confirmed: 'OK', exported: 200, deleted: 'OK' },
  ...{ fromKnown: 200, fromElsewhere: 200, chosen: 303, fromFresh: 200 },
};

/** Tries to sign in from a loopback address, without cookies. */
export function tryPassword(
  app: TestApp,
  localAddress: string,
  email: string,
  password: string,
  agent?: Agent,
): Promise<{ status: number; body: string }> {
  return new Promise((done, fail) => {
    const headers = { 'content-type': 'application/json', origin: app.origin };
    const options = { method: 'POST', headers, localAddress, ...(agent && { agent }) };
    const sent = request(`${app.url}/auth/sign-in`, options, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (part: string) => (body += part));
      answer.on('end', () => done({ status: answer.statusCode!, body })).on('error', fail);
    });
    sent.on('error', fail).end(JSON.stringify({ email, password }));
  });
}
