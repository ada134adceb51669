import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { runs } from '../laws/runs.js';
import { type TestApp, startApp } from '../support/app.js';
import { as, type Refused } from '../support/client.js';
import { conversationOf, END } from '../support/conversations.js';
import { make } from '../support/make.js';
import { two } from '../support/introductions.js';
import { settled } from '../support/settled.js';
import { statements } from '../support/statements.js';
import { befriend } from '../support/two-person.js';
import { type Person, world } from '../support/world.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const POST = `mutation($input: PostMessageInput!) {
  postMessage(input: $input) { id channelId seq version authorId body clientId } }`;
const HISTORY = `query($channelId: ID!) { messages(channelId: $channelId, first: 100) {
  items { id channelId seq version authorId body clientId } upTo } }`;
const REMOVE = 'mutation ($id: ID!) { removeMember(membershipId: $id) }';
const WRITES = /insert into message/;

interface Sent {
  readonly id: string;
  readonly channelId: string;
  readonly seq: number;
  readonly body: string;
}

/** The message, or the code of its refusal. */
const post = (person: Person, channelId: string, clientId: string, body: string) =>
  as(person)
    .ask<{ postMessage: Sent }>(POST, { input: { channelId, clientId, body } })
    .then(({ postMessage }) => postMessage)
    .catch(({ code }: Refused) => code);
const seqsOf = async (person: Person, channelId: string): Promise<number[]> =>
  (await as(person).ask(HISTORY, { channelId })).messages.items.map(({ seq }: Sent) => seq);
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

async function setting() {
  const people = await world(app, {
    ada: 'steward',
    ben: 'member',
    cleo: 'member',
    eve: 'outsider',
  });
  const group = await make.group(app, { steward: people.ada, members: [people.ben] });
  const { id: cleoInside } = await make.membership(app, { group, person: people.cleo });
  const channel = await make.channel(app, { group });
  const other = await make.channel(app, { group });
  return { ...people, group, cleoInside, channelId: channel.id, otherId: other.id };
}

/** Does `work` while the channels are locked, so that what is sent meanwhile gathers. */
async function whileLocked(channelIds: readonly string[], work: () => Promise<void>) {
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

/** Until a write of ours waits for the lock. */
async function waitsForLock() {
  const sql = `select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query ~ 'with said'`;
  for (;;) {
    const [row] = await app.db.query<{ count: number }>(sql);
    if (row!.count > 0) return;
  }
}
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

it('writes what comes together with one statement, in a range of numbers', async () => {
  const { ada, ben, cleo, channelId } = await setting();
  const people = [ada, ben, cleo];
  let answers: Promise<unknown[]> | undefined;
  const sent = await statements(async () => {
    await whileLocked([channelId], async () => {
      const first = post(ada, channelId, randomUUID(), '0');
      await waitsForLock();
      const rest = upTo(18).map((at) => post(people[at % 3]!, channelId, randomUUID(), `${at}`));
      answers = Promise.all([first, ...rest]);
      await pause(500);
    });
    await answers;
  });
  const seqs = (await answers)!.map((one) => (one as Sent).seq);
  expect(seqs.toSorted((a, b) => a - b)).toEqual(upTo(19));
  expect(await seqsOf(ben, channelId)).toEqual(upTo(19));
  expect(sent.filter((text) => WRITES.test(text)).length).toBeLessThan(19);
});

it('lets channels that are held hold up no other, and writes to them once they are free', async () => {
  const { ada, ben, group, channelId, otherId } = await setting();
  const held = [channelId];
  while (held.length < 6) held.push((await make.channel(app, { group })).id);
  let answers: Promise<unknown[]> | undefined;
  await whileLocked(held, async () => {
    const waiting: Promise<unknown>[] = [];
    for (const id of held) {
      waiting.push(post(ada, id, randomUUID(), 'espera'));
      await pause(20); // so that each has a statement of its own
    }
    await waitsForLock();
    waiting.push(...held.map((id) => post(ben, id, randomUUID(), 'espera')));
    answers = Promise.all(waiting);
    const free = upTo(9).map((at) => post(ben, otherId, randomUUID(), `${at}`));
    expect((await Promise.all(free)).map((one) => (one as Sent).seq)).toEqual(upTo(9));
    expect(await seqsOf(ben, channelId)).toEqual([]);
  });
  const once = held.map(() => 1);
  expect((await answers)!.map((one) => (one as Sent).seq)).toEqual([...once, ...once.map(() => 2)]);
}, 20_000);

it('refuses one among them as if it were alone, and writes its neighbours', async () => {
  const { ada, ben, cleo, eve, cleoInside, channelId, otherId } = await setting();
  const [used, again] = [randomUUID(), randomUUID()];
  await post(ben, otherId, used, 'en otro canal');
  let answers: Promise<unknown[]> | undefined;
  await whileLocked([channelId], async () => {
    const first = post(ada, channelId, randomUUID(), 'antes');
    await waitsForLock();
    answers = Promise.all([
      first,
      post(ben, channelId, randomUUID(), 'vecina'),
      post(ben, channelId, used, 'canary'),
      post(eve, channelId, randomUUID(), 'canary'),
      post(cleo, channelId, randomUUID(), 'canary'),
      post(ben, channelId, again, 'una vez'),
      post(ben, channelId, again, 'una vez'),
      post(ada, channelId, randomUUID(), 'vecina'),
    ]);
    await pause(500); // they are let in, and wait
    expect(await as(ada).ask(REMOVE, { id: cleoInside })).toEqual({ removeMember: true });
  });
  const [first, one, conflict, outsider, removed, once, twice, last] = (await answers)!;
  expect([conflict, outsider, removed]).toEqual(['CONFLICT', 'NOT_FOUND', 'NOT_FOUND']);
  expect(twice).toEqual(once);
  const kept = [first, one, once, last] as Sent[];
  expect(kept.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(upTo(4));
  const rows = await app.db.query('select body from message where channel_id = $1', [channelId]);
  expect(rows.map((row) => row['body']).toSorted()).toEqual([
    'antes',
    'una vez',
    'vecina',
    'vecina',
  ]);
});

it('writes nothing to an ally whose alliance ends while the message waits', async () => {
  const { ada, ben, benShown } = await two(app);
  await befriend(app, ada, ben);
  await settled(app);
  const channelId = await conversationOf(ada);
  let answers: Promise<unknown[]> | undefined;
  await whileLocked([channelId], async () => {
    const first = post(ada, channelId, randomUUID(), 'antes');
    await waitsForLock();
    answers = Promise.all([first, post(ben, channelId, randomUUID(), 'canary')]);
    await pause(500); // it is let in, and waits
    await as(ada).ask(END, { personId: benShown.personId });
  });
  expect(await answers).toEqual([expect.objectContaining({ body: 'antes' }), expect.any(String)]);
  const rows = await app.db.query('select body from message where channel_id = $1', [channelId]);
  expect(rows).toEqual([{ body: 'antes' }]);
});

interface Try {
  readonly who: 'ada' | 'ben' | 'cleo' | 'eve';
  readonly where: 'channelId' | 'otherId';
  readonly key: number;
}
const anyTry: fc.Arbitrary<Try> = fc.record({
  who: fc.constantFrom('ada', 'ben', 'cleo', 'eve'),
  where: fc.constantFrom('channelId', 'otherId'),
  key: fc.nat(5),
});
const waves = fc.array(fc.array(anyTry, { minLength: 1, maxLength: 24 }), { maxLength: 4 });

it('numbers without a hole or a double whatever comes together: repeats, refusals, other channels', async () => {
  const place = await setting();
  await fc.assert(
    fc.asyncProperty(waves, async (all) => {
      const [here, there] = [place.channelId, place.otherId];
      await app.db.query('delete from message where channel_id in ($1, $2)', [here, there]);
      await app.db.query('update channel set last_version = 0 where id in ($1, $2)', [here, there]);
      const keys = upTo(6).map(() => randomUUID());
      const kept = new Map<string, Sent>();
      for (const wave of all) {
        const before = new Set(kept.keys());
        const answers = await Promise.all(
          wave.map(({ who, where, key }) => post(place[who], place[where], keys[key]!, `${key}`)),
        );
        answers.forEach((answer, at) => settle(kept, before, wave[at]!, answer, place));
        for (const { who, key } of wave)
          if (who !== 'eve') expect(kept.has(`${who} ${key}`)).toBe(true);
      }
      for (const id of [here, there]) {
        const own = [...kept.values()].filter(({ channelId }) => channelId === id);
        expect(own.map(({ seq }) => seq)).toHaveLength(new Set(own.map(({ seq }) => seq)).size);
        expect(await seqsOf(place.ada, id)).toEqual(upTo(own.length));
      }
    }),
    { numRuns: runs(15) },
  );
}, 120_000);

/** One answer: its message, the same for each repeat and later than all of the wave before, or the right refusal. */
function settle(
  kept: Map<string, Sent>,
  before: ReadonlySet<string>,
  { who, where, key }: Try,
  answer: Sent | string,
  place: Readonly<Record<Try['where'], string>>,
) {
  const name = `${who} ${key}`;
  if (who === 'eve') return expect(answer).toBe('NOT_FOUND');
  if (typeof answer === 'string') return expect(answer).toBe('CONFLICT');
  expect(answer.channelId).toBe(place[where]);
  expect(kept.get(name) ?? answer).toEqual(answer);
  const earlier = [...before]
    .map((one) => kept.get(one)!)
    .filter((one) => one.channelId === place[where]);
  if (!before.has(name)) for (const one of earlier) expect(answer.seq).toBeGreaterThan(one.seq);
  kept.set(name, answer);
}
