import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { numberOfRuns } from '../../support/sampled-sweeps.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import {
  pauseUnref,
  tryToPostMessage,
  type SentMessage,
  seqsOf,
  makeTwoChannels,
  numbersUpTo,
  waitForBlockedWrite,
  whileChannelsAreLocked,
} from '../../support/messages/post-messages.js';
import { recordStatements } from '../../support/app/record-statements.js';

const app = useApp();

const REMOVE = 'mutation ($id: ID!) { removeMember(membershipId: $id) }';
const WRITES = /insert into message/;

it('concurrent messages are written by one statement, with consecutive sequence numbers', async () => {
  const { ada, ben, cleo, channelId } = await makeTwoChannels(app);
  const people = [ada, ben, cleo];
  let answers: Promise<unknown[]> | undefined;
  const sent = await recordStatements(async () => {
    await whileChannelsAreLocked(app, [channelId], async () => {
      const first = tryToPostMessage(ada, channelId, randomUUID(), '0');
      await waitForBlockedWrite(app);
      const rest = numbersUpTo(18).map((at) =>
        tryToPostMessage(people[at % 3]!, channelId, randomUUID(), `${at}`),
      );
      answers = Promise.all([first, ...rest]);
      await pauseUnref(500);
    });
    await answers;
  });
  const seqs = (await answers)!.map((one) => (one as SentMessage).seq);
  expect(seqs.toSorted((a, b) => a - b)).toEqual(numbersUpTo(19));
  expect(await seqsOf(ben, channelId)).toEqual(numbersUpTo(19));
  expect(sent.filter((text) => WRITES.test(text)).length).toBeLessThan(19);
});

it('a batch of messages rejects an invalid message with the same error as a single post, and writes the others', async () => {
  const { ada, ben, cleo, eve, cleoInside, channelId, otherId } = await makeTwoChannels(app);
  const [used, again] = [randomUUID(), randomUUID()];
  await tryToPostMessage(ben, otherId, used, 'en otro canal');
  let answers: Promise<unknown[]> | undefined;
  await whileChannelsAreLocked(app, [channelId], async () => {
    const first = tryToPostMessage(ada, channelId, randomUUID(), 'antes');
    await waitForBlockedWrite(app);
    answers = Promise.all([
      first,
      tryToPostMessage(ben, channelId, randomUUID(), 'vecina'),
      tryToPostMessage(ben, channelId, used, 'canary'),
      tryToPostMessage(eve, channelId, randomUUID(), 'canary'),
      tryToPostMessage(cleo, channelId, randomUUID(), 'canary'),
      tryToPostMessage(ben, channelId, again, 'una vez'),
      tryToPostMessage(ben, channelId, again, 'una vez'),
      tryToPostMessage(ada, channelId, randomUUID(), 'vecina'),
    ]);
    await pauseUnref(500); // by then the server has accepted all requests, which wait
    expect(await apiAs(ada).ask(REMOVE, { id: cleoInside })).toEqual({ removeMember: true });
  });
  const [first, one, conflict, outsider, removed, once, twice, last] = (await answers)!;
  expect([conflict, outsider, removed]).toEqual(['CONFLICT', 'NOT_FOUND', 'NOT_FOUND']);
  expect(twice).toEqual(once);
  const kept = [first, one, once, last] as SentMessage[];
  expect(kept.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(numbersUpTo(4));
  const rows = await app.db.query('select body from message where channel_id = $1', [channelId]);
  expect(rows.map((row) => row['body']).toSorted()).toEqual([
    'antes',
    'una vez',
    'vecina',
    'vecina',
  ]);
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

it('sequence numbers have no gap and no duplicate, for any mix of retries, refusals and channels', async () => {
  const place = await makeTwoChannels(app);
  await fc.assert(
    fc.asyncProperty(waves, async (all) => {
      const [here, there] = [place.channelId, place.otherId];
      await app.db.query('delete from message where channel_id in ($1, $2)', [here, there]);
      await app.db.query('update channel set last_version = 0 where id in ($1, $2)', [here, there]);
      const keys = numbersUpTo(6).map(() => randomUUID());
      const kept = new Map<string, SentMessage>();
      for (const wave of all) {
        const before = new Set(kept.keys());
        const answers = await Promise.all(
          wave.map(({ who, where, key }) =>
            tryToPostMessage(place[who], place[where], keys[key]!, `${key}`),
          ),
        );
        answers.forEach((answer, at) => settle(kept, before, wave[at]!, answer, place));
        for (const { who, key } of wave)
          if (who !== 'eve') expect(kept.has(`${who} ${key}`)).toBe(true);
      }
      for (const id of [here, there]) {
        const own = [...kept.values()].filter(({ channelId }) => channelId === id);
        expect(own.map(({ seq }) => seq)).toHaveLength(new Set(own.map(({ seq }) => seq)).size);
        expect(await seqsOf(place.ada, id)).toEqual(numbersUpTo(own.length));
      }
    }),
    { numRuns: numberOfRuns(15) },
  );
}, 120_000);

/** Checks one answer: its message, equal for every retry and later than the previous wave, or the expected error. */
function settle(
  kept: Map<string, SentMessage>,
  before: ReadonlySet<string>,
  { who, where, key }: Try,
  answer: SentMessage | string,
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
