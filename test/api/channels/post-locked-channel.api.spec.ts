import { randomUUID } from 'node:crypto';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { conversationOf, END_ALLIANCE } from '../../support/messages/conversations.js';
import { makeVisiblePair } from '../../support/factories/introductions.js';
import { factories } from '../../support/factories/factories.js';
import {
  waitForStableLockQueue,
  pauseUnref,
  tryToPostMessage,
  type SentMessage,
  seqsOf,
  makeTwoChannels,
  numbersUpTo,
  waitForBlockedWrite,
  whileChannelsAreLocked,
} from '../../support/messages/post-messages.js';
import {
  matterOf,
  reportSubject,
  claimAndSuspend,
} from '../../support/factories/moderation-documents.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { recordStatements } from '../../support/app/record-statements.js';
import { makeAllies } from '../../support/factories/two-person-acts.js';
import { type Person, makePerson } from '../../support/factories/make-people.js';

const REMOVE = 'mutation ($id: ID!) { removeMember(membershipId: $id) }';

const app = useApp();

const inOrder = (answers: readonly (SentMessage | string)[]) =>
  answers.map((one) => (one as SentMessage).seq).toSorted((one, other) => one - other);

/** Posts like a client: retries as long as the server answers TOO_MANY. */
async function untilIn(
  who: Person,
  channelId: string,
  body: string,
): Promise<SentMessage | string> {
  const clientId = randomUUID();
  for (;;) {
    const answer = await tryToPostMessage(who, channelId, clientId, body);
    if (answer !== 'TOO_MANY') return answer;
  }
}

it('locked channels delay no other channel, and are written once unlocked', async () => {
  const { ada, ben, group, channelId, otherId } = await makeTwoChannels(app);
  const held = [channelId];
  while (held.length < 6) held.push((await factories.channel(app, { group })).id);
  let answers: Promise<unknown[]> | undefined;
  await whileChannelsAreLocked(app, held, async () => {
    const waiting: Promise<unknown>[] = [];
    for (const id of held) {
      waiting.push(tryToPostMessage(ada, id, randomUUID(), 'espera'));
      await pauseUnref(20); // each post must form a batch of its own
    }
    await waitForBlockedWrite(app);
    waiting.push(...held.map((id) => tryToPostMessage(ben, id, randomUUID(), 'espera')));
    answers = Promise.all(waiting);
    const free = numbersUpTo(9).map((at) => tryToPostMessage(ben, otherId, randomUUID(), `${at}`));
    // Requests on separate connections arrive in any order.
    expect(inOrder(await Promise.all(free))).toEqual(numbersUpTo(9));
    for (const at of [10, 11, 12]) {
      expect(
        ((await tryToPostMessage(ben, otherId, randomUUID(), `${at}`)) as SentMessage).seq,
      ).toBe(at);
    }
    expect(await seqsOf(ben, channelId)).toEqual([]);
  });
  const seqs = (await answers)!.map((one) => (one as SentMessage).seq);
  // Also within one channel, requests on separate connections arrive in any order.
  const inEach = held.map((_, at) => [seqs[at], seqs[at + held.length]].toSorted());
  expect(inEach).toEqual(held.map(() => [1, 2]));
});

it('unlocked channels accept messages while more channels are locked than there are connections, and all are written afterwards', async () => {
  const { ada, ben, cleo, group, channelId, otherId } = await makeTwoChannels(app);
  const held = [channelId];
  while (held.length < app.config.poolSize + 5)
    held.push((await factories.channel(app, { group })).id);
  let answers: Promise<unknown[]> | undefined;
  await whileChannelsAreLocked(app, held, async () => {
    // One account alone may not have so many requests at once.
    answers = Promise.all(held.map((id, at) => untilIn([ada, cleo][at % 2]!, id, `${at}`)));
    await waitForStableLockQueue(app);
    const free = numbersUpTo(5).map((at) => tryToPostMessage(ben, otherId, randomUUID(), `${at}`));
    const seqs = Promise.all(free).then(inOrder);
    expect(await Promise.race([seqs, pauseUnref(2_000)])).toEqual(numbersUpTo(5));
    expect(await seqsOf(ben, channelId)).toEqual([]);
  });
  expect(await answers).toMatchObject(held.map((_, at) => ({ body: `${at}`, seq: 1 })));
});

it('a post that waits five seconds for a lock is answered TOO_MANY and writes nothing until it is retried', async () => {
  const { ada, ben, channelId } = await makeTwoChannels(app);
  const sent = numbersUpTo(3).map((at) => ({ clientId: randomUUID(), body: `${at}` }));
  const sendAll = () =>
    Promise.all(sent.map(({ clientId, body }) => tryToPostMessage(ada, channelId, clientId, body)));
  await whileChannelsAreLocked(app, [channelId], async () => {
    const began = performance.now();
    expect(await sendAll()).toEqual(sent.map(() => 'TOO_MANY'));
    expect(performance.now() - began).toBeGreaterThan(4_900);
    expect(await seqsOf(ben, channelId)).toEqual([]);
  });
  const answers = await sendAll();
  expect(inOrder(answers)).toEqual(numbersUpTo(3));
  expect(await sendAll()).toEqual(answers);
});

it('a post is not written to a channel that is archived during the wait for its lock', async () => {
  const { ada, channelId } = await makeTwoChannels(app);
  const client = await app.db.connect();
  await client.query('begin');
  await client.query('update channel set archived_at = now() where id = $1', [channelId]);
  const answer = tryToPostMessage(ada, channelId, randomUUID(), 'canary');
  await waitForBlockedWrite(app);
  await client.query('commit');
  await client.end();
  expect(await answer).toBe('FORBIDDEN');
  expect(await app.db.query('select from message where channel_id = $1', [channelId])).toEqual([]);
});

it('a post of an account that is suspended during the wait for the lock is not written, and posts of other accounts are', async () => {
  const { ada, ben, channelId } = await makeTwoChannels(app);
  const mo = await makePerson(app, 'mo', 'moderator');
  const { personId } = await makeVisibleProfile(ben);
  let answers: Promise<unknown[]> | undefined;
  await whileChannelsAreLocked(app, [channelId], async () => {
    const first = tryToPostMessage(ada, channelId, randomUUID(), 'uno');
    await waitForBlockedWrite(app);
    const waiting = [ben, ada].map((one) =>
      tryToPostMessage(one, channelId, randomUUID(), one.name),
    );
    answers = Promise.all([first, ...waiting]);
    await pauseUnref(500); // by then the server has accepted both requests, which wait
    await claimAndSuspend(mo, await matterOf(ada, await reportSubject(ada, 'Profile', personId)));
  });
  const other = expect.objectContaining({ body: 'ada' });
  expect(await answers).toEqual([expect.objectContaining({ body: 'uno' }), 'NOT_FOUND', other]);
  const sql = 'select body from message where channel_id = $1 order by seq';
  expect(await app.db.query(sql, [channelId])).toEqual([{ body: 'uno' }, { body: 'ada' }]);
});

it('the messages that one author sends to a locked channel keep their order', async () => {
  const { ada, channelId } = await makeTwoChannels(app);
  let answers: Promise<unknown[]> | undefined;
  await whileChannelsAreLocked(app, [channelId], async () => {
    const sent = [tryToPostMessage(ada, channelId, randomUUID(), '1')];
    await waitForBlockedWrite(app);
    for (const body of ['2', '3', '4']) {
      sent.push(tryToPostMessage(ada, channelId, randomUUID(), body));
      await pauseUnref(200); // so that the posts are accepted in this order
    }
    answers = Promise.all(sent);
  });
  expect((await answers)!.map((one) => (one as SentMessage).seq)).toEqual(numbersUpTo(4));
});

it('a post to an ally is not written when the alliance ends during the wait for the lock', async () => {
  const { ada, ben, benShown } = await makeVisiblePair(app);
  await makeAllies(app, ada, ben);
  await waitForJobs(app);
  const channelId = await conversationOf(ada);
  let answers: Promise<unknown[]> | undefined;
  await whileChannelsAreLocked(app, [channelId], async () => {
    const first = tryToPostMessage(ada, channelId, randomUUID(), 'canary');
    await waitForBlockedWrite(app);
    answers = Promise.all([first, tryToPostMessage(ben, channelId, randomUUID(), 'canary')]);
    await pauseUnref(500); // by then the server has accepted the request, which waits
    await apiAs(ada).ask(END_ALLIANCE, { personId: benShown.personId });
  });
  expect(await answers).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  const rows = await app.db.query('select body from message where channel_id = $1', [channelId]);
  expect(rows).toEqual([]);
});

it('an account that may not post is refused without waiting and without taking a lock', async () => {
  const { ada, ben, cleo, eve, cleoInside, channelId } = await makeTwoChannels(app);
  await apiAs(ada).ask(REMOVE, { id: cleoInside });
  // The job that hides the author of a former member's messages locks rows, too.
  await waitForJobs(app);
  const withFile = { attachmentIds: [randomUUID()] };
  const strangers = (more: object) =>
    [cleo, eve].flatMap((who) =>
      [channelId, randomUUID()].map((id) =>
        tryToPostMessage(who, id, randomUUID(), 'canary', more),
      ),
    );
  const none = Array.from({ length: 4 }, () => 'NOT_FOUND');
  const sent = await recordStatements(() => Promise.all(strangers(withFile)));
  expect(sent.filter((text) => /for (no key update|share)/.test(text))).toEqual([]);
  let answers: Promise<unknown[]> | undefined;
  await whileChannelsAreLocked(app, [channelId], async () => {
    const members = [tryToPostMessage(ada, channelId, randomUUID(), 'espera')];
    await waitForBlockedWrite(app);
    members.push(tryToPostMessage(ben, channelId, randomUUID(), 'canary', withFile));
    answers = Promise.all(members);
    for (const more of [withFile, {}]) {
      const refused = Promise.all(strangers(more));
      expect(await Promise.race([refused, answers, pauseUnref(3_000)])).toEqual(none);
    }
  });
  expect(await answers).toMatchObject([{ seq: 1 }, 'NOT_FOUND']);
});
