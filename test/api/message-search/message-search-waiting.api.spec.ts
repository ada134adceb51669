import { MessageSearch } from '#channels/search/message-search.service.js';
import { BLOCK, audience, findable } from '../../support/factories/acquaintances.js';
import { useApp } from '../../support/app/app.js';
import { as, type Refused, type Variables } from '../../support/app/client.js';
import { conversationOf, END } from '../../support/talk/conversations.js';
import { make } from '../../support/factories/make.js';
import { matterOf, report, suspended } from '../../support/factories/reports.js';
import { type FoundItem, saidTo, SEARCH } from '../../support/talk/searching.js';
import { settled } from '../../support/app/settled.js';
import { befriend } from '../../support/factories/two-person.js';
import { type Person, world } from '../../support/factories/world.js';

/** Whoever asks for much at once waits behind their own, and things happen meanwhile. */
const app = useApp();
beforeAll(async () => {
  app.get(MessageSearch).longestMs = 60_000;
});

const REMOVE = 'mutation ($id: ID!) { removeMember(membershipId: $id) }';
const WHOLE = SEARCH.replace('channel { id name }', 'channel { id name allyId isEnded }');

/** What somebody learns of a message. */
type Learned = Pick<FoundItem, 'channel'> &
  Pick<FoundItem['message'], 'body' | 'authorId' | 'authorName'>;

/** What is found, or the code of the refusal. */
const found = (who: Person, more: Variables): Promise<Learned[] | string> =>
  as(who)
    .ask<{ searchMessages: { items: FoundItem[] } }>(WHOLE, { text: 'agua', ...more })
    .then(({ searchMessages }) =>
      searchMessages.items.map(({ channel, message: { body, authorId, authorName } }) => ({
        ...{ channel, body, authorId, authorName },
      })),
    )
    .catch(({ code, reason }: Refused) => (reason === 'search.busy' ? reason : code));

/** Until a search of ours waits for what it reads. */
async function isHeld(): Promise<void> {
  const sql = `select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%message_words%'`;
  while ((await app.db.query(sql)).length === 0);
}

/** What each of four searches is answered that wait for their turn while something happens. */
async function meanwhile(who: Person, happens: () => Promise<unknown>, more: Variables = {}) {
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

/** Ada holds a group in which Ben is, who finds what she said there; Mo moderates. */
async function setting() {
  const people = await world(app, { ada: 'steward', ben: 'member', mo: 'moderator' });
  const { ada, ben } = people;
  const [adaShown, benShown] = [await findable(ada), await findable(ben)];
  const group = await make.group(app, { steward: ada });
  const { id: seat } = await make.membership(app, { group, person: ben });
  const { id } = await make.channel(app, { group });
  await saidTo(ada, id, 'agua');
  return { ...people, adaShown, benShown, seat, id };
}
const bodies = (answer: Learned[] | string) =>
  typeof answer === 'string' ? answer : answer.map(({ body }) => body);

describe('A search that waits', () => {
  it('finds what is there, where nothing happens meanwhile', async () => {
    const { ben, id } = await setting();
    expect(bodies(await meanwhile(ben, async () => undefined))).toEqual(['agua']);
    const inside = await meanwhile(ben, async () => undefined, { channelId: id });
    expect(bodies(inside)).toEqual(['agua']);
  });

  it('finds nothing where its person was removed meanwhile, and no channel there', async () => {
    for (const isNamed of [false, true]) {
      const { ada, ben, seat, id } = await setting();
      const removed = () => as(ada).ask(REMOVE, { id: seat });
      const answer = await meanwhile(ben, removed, isNamed ? { channelId: id } : {});
      expect(answer).toEqual(isNamed ? 'NOT_FOUND' : []);
    }
  });

  it('finds nothing for whoever was suspended meanwhile', async () => {
    const { ada, ben, mo, benShown } = await setting();
    const matterId = await matterOf(ada, await report(ada, 'Profile', benShown.personId));
    expect(await meanwhile(ben, () => suspended(mo, matterId))).toBe('UNAUTHENTICATED');
  });

  it('does not find what ended meanwhile', async () => {
    const { ben, id } = await setting();
    const sql = 'update message set expires_at = $2 where channel_id = $1';
    const ends = () => app.db.query(sql, [id, app.clock.now()]);
    expect(await meanwhile(ben, ends)).toEqual([]);
  });
});

describe('In a conversation, a search that waits', () => {
  /** Ada, whose name only allies see, wrote to Ben. */
  async function talked() {
    const { ada, ben, adaShown } = await setting();
    await befriend(app, ada, ben);
    await settled(app);
    const channelId = await conversationOf(ada);
    await saidTo(ada, channelId, 'agua para dos');
    await audience(ada, 'allies', ['name']);
    return { ben, adaShown, channelId };
  }

  it('shows whoever wrote as an ally, as long as they are one', async () => {
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

  it('shows no more of whoever wrote than elsewhere, once it was ended meanwhile', async () => {
    const { ben, adaShown, channelId } = await talked();
    const end = () => as(ben).ask(END, { personId: adaShown.personId });
    expect(await meanwhile(ben, end, { channelId })).toEqual([
      {
        ...{ body: 'agua para dos', authorId: null, authorName: '' },
        channel: { id: channelId, name: '', allyId: null, isEnded: true },
      },
    ]);
  });

  it('does not find it, once one of the two blocked the other meanwhile', async () => {
    const { ben, adaShown, channelId } = await talked();
    const block = () => as(ben).ask(BLOCK, { id: adaShown.personId });
    expect(await meanwhile(ben, block, { channelId })).toBe('NOT_FOUND');
  });
});
