import fc from 'fast-check';
import { MessageSearchService } from '#channels/search/message-search.service.js';
import { MESSAGES_PER_BLOCK } from '#channels/search/search-vector.js';
import { MINUTE } from '#kernel/clock.js';
import { wordsOf } from '#kernel/text.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { conversationOf, END_ALLIANCE } from '../../support/messages/conversations.js';
import { makeVisiblePair } from '../../support/factories/introductions.js';
import { factories } from '../../support/factories/factories.js';
import {
  DELETE_MESSAGE,
  EDIT_MESSAGE,
  POST_MESSAGE,
  messageInput,
} from '../../support/messages/message-documents.js';
import { waitForMessageIndex, findMessages } from '../../support/messages/message-search.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { makeAllies } from '../../support/factories/two-person-acts.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';
import { numberOfRuns } from '../../support/sampled-sweeps.js';

/** For each person in random worlds, a search must find exactly the messages that the person may read one by one. */
const app = useApp();

const WORDS = ['agua', 'radio', 'mapa', 'ñandú'];
const READ = 'query ($id: ID!) { message(id: $id) { id body isDeleted } }';
const REMOVE = 'mutation ($id: ID!) { removeMessage(messageId: $id) { id } }';
const LEAVE = 'mutation ($id: ID!) { leaveGroup(membershipId: $id) }';

const step = fc.record({
  act: fc.constantFrom(
    ...(['post', 'post', 'post', 'post', 'edit', 'delete', 'remove', 'join', 'leave', 'follow', 'end'] as const),
  ), // prettier-ignore
  who: fc.nat(5),
  where: fc.nat(3),
  which: fc.nat(40),
  words: fc.subarray(WORDS, { minLength: 1 }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/**
 * Creates two groups with three channels, and a conversation of two allies. Each person is in one group, in both or in
 * none.
 */
async function scene() {
  const { ada, ben, benShown } = await makeVisiblePair(app);
  await makeAllies(app, ada, ben);
  await waitForJobs(app);
  const talk = await conversationOf(ada);
  const others = await makePeople(app, {
    cleo: 'member',
    dan: 'member',
    eve: 'outsider',
    fay: 'member',
  });
  const { cleo, dan, fay } = others;
  const open = await factories.group(app, { steward: ada, members: [ben, cleo] });
  const closed = await factories.group(app, {
    steward: dan,
    members: [fay, cleo],
    isListed: false,
  });
  const channels = [
    talk,
    (await factories.channel(app, { group: open })).id,
    (await factories.channel(app, { group: open, history: 'start' })).id,
    (await factories.channel(app, { group: closed })).id,
  ];
  // Starts near the end of an index block, so that the message numbers continue in the next block.
  await app.db.query('update channel set last_version = $2 where id = any($1)', [
    channels.slice(0, 3),
    MESSAGES_PER_BLOCK - 6,
  ]);
  const people: Person[] = [ada, ben, ...Object.values(others)];
  const end = () => apiAs(ada).code(END_ALLIANCE, { personId: benShown.personId });
  return { people, channels, groups: [open, closed], end };
}
type Scene = Awaited<ReturnType<typeof scene>>;

const idsOf = async ({ channels }: Scene) =>
  (
    await app.db.query<{ id: string }>(
      'select id from message where channel_id = any($1) order by created_at, id',
      [channels],
    )
  ).map(({ id }) => id);

/** Performs the step through the API, which may refuse it. */
async function take({ act, who, where, which, words }: Step, there: Scene): Promise<unknown> {
  const person = there.people[who]!;
  const body = `${words.join(' y ')} ${which}`;
  app.clock.move(MINUTE);
  if (act === 'post')
    return apiAs(person).code(POST_MESSAGE, messageInput(there.channels[where]!, body));
  if (act === 'follow') return waitForMessageIndex(app);
  if (act === 'end') return which % 4 === 0 && there.end();
  const group = there.groups[where % 2]!;
  if (act === 'join') return factories.membership(app, { group, person }).catch(() => undefined);
  if (act === 'leave') {
    const [row] = await app.db.query<{ id: string }>(
      `select id from membership where group_id = $1 and account_id = $2 and ended_at is null and role = 'member'`,
      [group.id, person.accountId],
    );
    return row && apiAs(person).code(LEAVE, { id: row.id });
  }
  const ids = await idsOf(there);
  const id = ids[which % Math.max(ids.length, 1)];
  if (!id) return undefined;
  if (act === 'edit') return apiAs(person).code(EDIT_MESSAGE, { input: { messageId: id, body } });
  return apiAs(person).code(act === 'delete' ? DELETE_MESSAGE : REMOVE, { id });
}

/** Returns the expected result, newest first: reads every message individually. */
async function model(who: Person, there: Scene) {
  const read: { id: string; words: string[] }[] = [];
  for (const id of (await idsOf(there)).toReversed()) {
    const message = await apiAs(who)
      .ask(READ, { id })
      .then((data) => data.message)
      .catch(() => undefined);
    if (message && !message.isDeleted) read.push({ id, words: wordsOf(message.body) });
  }
  return (...words: string[]) =>
    read.filter((one) => words.every((word) => one.words.includes(word))).map(({ id }) => id);
}

async function found(who: Person, text: string, channelId?: string): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page = await findMessages(who, text, { after, channelId, first: 3 });
    ids.push(...page.items.map(({ message }) => message.id));
    after = page.nextCursor;
  } while (after);
  return ids;
}

it('a search finds exactly the messages that each person may read, with every search strategy and page size', async () => {
  let count = 0;
  const steps = fc.array(step, { minLength: 25, maxLength: 45 });
  for (const [seed, taken] of fc.sample(steps, { numRuns: numberOfRuns(4), seed: 7 }).entries()) {
    const there = await scene();
    for (const one of taken) await take(one, there);
    await waitForMessageIndex(app);
    // Limit for scanning messages instead of using the index: 2,000 scans all messages, 40 scans some messages of each
    // channel, 0 uses only the index.
    app.get(MessageSearchService).walked = [2_000, 40, 0][seed % 3]!;
    for (const who of there.people) {
      const holds = await model(who, there);
      for (const word of WORDS) {
        expect(await found(who, word)).toEqual(holds(...wordsOf(word)));
        count += holds(...wordsOf(word)).length;
      }
      expect(await found(who, '"agua y radio"')).toEqual(holds('agua', 'radio'));
    }
  }
  expect(count).toBeGreaterThan(100);
}, 300_000);
