import { setTimeout as wait } from 'node:timers/promises';
import type { TestApp } from '../app/app.js';
import { apiAs, type RefusedError } from '../app/client.js';
import { factories } from '../factories/factories.js';
import { type Person, makePeople } from '../factories/make-people.js';

const POST = `mutation($input: PostMessageInput!) {
  postMessage(input: $input) { id channelId seq version authorId body clientId } }`;
const HISTORY = `query($channelId: ID!) { messages(channelId: $channelId, first: 100) {
  items { id channelId seq version authorId body clientId } upTo } }`;

export interface SentMessage {
  readonly id: string;
  readonly channelId: string;
  readonly seq: number;
  readonly body: string;
}

/** Posts a message; returns it, or the code of the refusal. */
export const tryToPostMessage = (
  person: Person,
  channelId: string,
  clientId: string,
  body: string,
  more: object = {},
) =>
  apiAs(person)
    .ask<{ postMessage: SentMessage }>(POST, { input: { channelId, clientId, body, ...more } })
    .then(({ postMessage }) => postMessage)
    .catch(({ code }: RefusedError) => code);
export const seqsOf = async (person: Person, channelId: string): Promise<number[]> =>
  (await apiAs(person).ask(HISTORY, { channelId })).messages.items.map(
    ({ seq }: SentMessage) => seq,
  );
export const numbersUpTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

export async function makeTwoChannels(app: TestApp) {
  const people = await makePeople(app, {
    ada: 'steward',
    ben: 'member',
    cleo: 'member',
    eve: 'outsider',
  });
  const group = await factories.group(app, { steward: people.ada, members: [people.ben] });
  const { id: cleoInside } = await factories.membership(app, { group, person: people.cleo });
  const channel = await factories.channel(app, { group });
  const other = await factories.channel(app, { group });
  return { ...people, group, cleoInside, channelId: channel.id, otherId: other.id };
}

/** Runs `work` while the channels are locked. The messages that `work` posts then form a batch. */
export async function whileChannelsAreLocked(
  app: TestApp,
  channelIds: readonly string[],
  work: () => Promise<void>,
) {
  const client = await app.db.connect();
  await client.query('begin');
  await client.query('select from channel where id = any($1) for update', [channelIds]);
  try {
    await work();
  } finally {
    await client.query('commit');
    await client.end();
  }
}

const WAITING = `select count(*)::int as count from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock' and query ~ 'for (no key update|share)|with said'`;

/** Waits until a write of the application waits for the lock. */
export async function waitForBlockedWrite(app: TestApp) {
  for (;;) {
    const [row] = await app.db.query<{ count: number }>(WAITING);
    if (row!.count > 0) return;
  }
}

/** Waits until writes wait for locks, and their number has not changed for a second. */
export async function waitForStableLockQueue(app: TestApp) {
  // Opens another connection, because all connections of the application may be waiting.
  const client = await app.db.connect();
  let [last, times] = [0, 0];
  while (times < 5) {
    await pauseUnref(200);
    const { count } = (await client.query<{ count: number }>(WAITING)).rows[0]!;
    times = count > 0 && count === last ? times + 1 : 0;
    last = count;
  }
  await client.end();
}
/** Waits, but does not keep the process alive, because the result may no longer be needed. */
export const pauseUnref = (ms: number) => wait(ms, undefined, { ref: false });
