import { MessageSearchService } from '#channels/search/message-search.service.js';
import {
  BLOCK_PROFILE,
  setAudience,
  makeVisibleProfile,
} from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type RefusedError, type GraphqlVariables } from '../../support/app/client.js';
import { conversationOf, END_ALLIANCE } from '../../support/messages/conversations.js';
import { factories } from '../../support/factories/factories.js';
import {
  matterOf,
  reportSubject,
  claimAndSuspend,
} from '../../support/factories/moderation-documents.js';
import {
  type MessageSearchItem,
  postAndIndex,
  SEARCH_MESSAGES,
} from '../../support/messages/message-search.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { makeAllies } from '../../support/factories/two-person-acts.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';

/** Searches of one account wait in its queue; these tests change other facts during that wait. */
const app = useApp();
beforeAll(async () => {
  app.get(MessageSearchService).longestMs = 60_000;
});

const REMOVE = 'mutation ($id: ID!) { removeMember(membershipId: $id) }';
const WHOLE = SEARCH_MESSAGES.replace('channel { id name }', 'channel { id name allyId isEnded }');

/** The parts of a search result that a viewer can read. */
type Learned = Pick<MessageSearchItem, 'channel'> &
  Pick<MessageSearchItem['message'], 'body' | 'authorId' | 'authorName'>;

const found = (who: Person, more: GraphqlVariables): Promise<Learned[] | string> =>
  apiAs(who)
    .ask<{ searchMessages: { items: MessageSearchItem[] } }>(WHOLE, { text: 'agua', ...more })
    .then(({ searchMessages }) =>
      searchMessages.items.map(({ channel, message: { body, authorId, authorName } }) => ({
        ...{ channel, body, authorId, authorName },
      })),
    )
    .catch(({ code, reason }: RefusedError) => (reason === 'search.busy' ? reason : code));

/** Resolves when a search waits for the lock on the index. */
async function isHeld(): Promise<void> {
  const sql = `select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%message_words%'`;
  while ((await app.db.query(sql)).length === 0);
}

/** Starts four searches, runs `happens` while they wait in the queue, and returns their answers. */
async function meanwhile(
  who: Person,
  happens: () => Promise<unknown>,
  more: GraphqlVariables = {},
) {
  const lock = await app.db.connect();
  await lock.query('begin; lock table message_words in access exclusive mode');
  const first = found(who, more);
  const waiting: Promise<Learned[] | string>[] = [];
  try {
    await isHeld();
    let refused = 0;
    await new Promise<void>((go) => {
      for (let n = 0; n < 6; n++)
        waiting.push(
          found(who, more).then((one) => {
            if (one === 'search.busy' && ++refused === 2) go();
            return one;
          }),
        );
    });
    await happens();
  } finally {
    await lock.end();
  }
  await first;
  const answers = (await Promise.all(waiting)).filter((one) => one !== 'search.busy');
  expect(answers).toEqual(Array.from({ length: 4 }, () => answers[0]));
  return answers[0]!;
}

/** Ada is steward of a group; Ben is a member who can find her message; Mo moderates. */
async function setting() {
  const people = await makePeople(app, { ada: 'steward', ben: 'member', mo: 'moderator' });
  const { ada, ben } = people;
  const [adaShown, benShown] = [await makeVisibleProfile(ada), await makeVisibleProfile(ben)];
  const group = await factories.group(app, { steward: ada });
  const { id: seat } = await factories.membership(app, { group, person: ben });
  const { id } = await factories.channel(app, { group });
  await postAndIndex(ada, id, 'agua');
  return { ...people, adaShown, benShown, seat, id };
}
const bodies = (answer: Learned[] | string) =>
  typeof answer === 'string' ? answer : answer.map(({ body }) => body);

describe('a queued message search', () => {
  it('finds the message when nothing changes', async () => {
    const { ben, id } = await setting();
    expect(bodies(await meanwhile(ben, async () => undefined))).toEqual(['agua']);
    const inside = await meanwhile(ben, async () => undefined, { channelId: id });
    expect(bodies(inside)).toEqual(['agua']);
  });

  it('finds no message and no channel if its viewer is removed from the group during the wait', async () => {
    for (const isNamed of [false, true]) {
      const { ada, ben, seat, id } = await setting();
      const removed = () => apiAs(ada).ask(REMOVE, { id: seat });
      const answer = await meanwhile(ben, removed, isNamed ? { channelId: id } : {});
      expect(answer).toEqual(isNamed ? 'NOT_FOUND' : []);
    }
  });

  it('is refused if its viewer is suspended during the wait', async () => {
    const { ada, ben, mo, benShown } = await setting();
    const matterId = await matterOf(ada, await reportSubject(ada, 'Profile', benShown.personId));
    expect(await meanwhile(ben, () => claimAndSuspend(mo, matterId))).toBe('UNAUTHENTICATED');
  });

  it('does not find a message that expires during the wait', async () => {
    const { ben, id } = await setting();
    const sql = 'update message set expires_at = $2 where channel_id = $1';
    const ends = () => app.db.query(sql, [id, app.clock.now()]);
    expect(await meanwhile(ben, ends)).toEqual([]);
  });
});

describe('a queued message search in a conversation', () => {
  /** Ada, whose name only allies see, wrote to Ben. */
  async function talked() {
    const { ada, ben, adaShown } = await setting();
    await makeAllies(app, ada, ben);
    await waitForJobs(app);
    const channelId = await conversationOf(ada);
    await postAndIndex(ada, channelId, 'agua para dos');
    await setAudience(ada, 'allies', ['name']);
    return { ben, adaShown, channelId };
  }

  it('shows the author as an ally while the alliance lasts', async () => {
    const { ben, adaShown, channelId } = await talked();
    const { name, personId: allyId } = adaShown;
    const answer = await meanwhile(ben, async () => undefined, { channelId });
    expect(answer).toEqual([
      {
        ...{ body: 'agua para dos', authorId: allyId, authorName: name },
        channel: { id: channelId, name, allyId, isEnded: false },
      },
    ]);
  });

  it('shows no more of the author than their profile does, if the alliance ends during the wait', async () => {
    const { ben, adaShown, channelId } = await talked();
    const end = () => apiAs(ben).ask(END_ALLIANCE, { personId: adaShown.personId });
    expect(await meanwhile(ben, end, { channelId })).toEqual([
      {
        ...{ body: 'agua para dos', authorId: null, authorName: '' },
        channel: { id: channelId, name: '', allyId: null, isEnded: true },
      },
    ]);
  });

  it('finds nothing if one of the two blocks the other during the wait', async () => {
    const { ben, adaShown, channelId } = await talked();
    const block = () => apiAs(ben).ask(BLOCK_PROFILE, { id: adaShown.personId });
    expect(await meanwhile(ben, block, { channelId })).toBe('NOT_FOUND');
  });
});
