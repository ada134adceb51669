import { randomUUID } from 'node:crypto';
import { MINUTE } from '#kernel/clock.js';
import { SeparationsService } from '#members/relationships/separations.service.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { MemberDepartureService } from '#signin/accounts/member-departure.service.js';
import {
  BLOCK_PROFILE,
  setAudience,
  makeVisibleProfile,
} from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { containingActions } from '../../support/app/match-viewer-can.js';
import {
  BRING_BACK_CONVERSATION,
  conversationOf,
  END_ALLIANCE,
  PUT_AWAY_CONVERSATION,
  LIST_CONVERSATIONS_PUT_AWAY,
} from '../../support/messages/conversations.js';
import { readEverything } from '../../support/matrix/crawler.js';
import { makeVisiblePair } from '../../support/factories/introductions.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { makeAllies } from '../../support/factories/two-person-acts.js';
import { type Person, makePerson } from '../../support/factories/make-people.js';

const LIST = '{ channels { id name allyId isEnded viewerCan unreadCount } }';
const READ = 'query ($id: ID!) { channel(id: $id) { id name allyId isEnded viewerCan } }';
const MESSAGES = `query ($id: ID!) {
  messages(channelId: $id) { items { id body authorId authorName } upTo } }`;
const CHANGES = `query ($id: ID!) {
  changes(channelId: $id, after: 0) { items { id body authorId authorName } upTo } }`;
const MESSAGE = 'query ($id: ID!) { message(id: $id) { id authorId authorName viewerCan } }';
const NEAR = 'query ($id: ID!) { reportContext(messageId: $id) { authorName } }';
const POST = 'mutation ($input: PostMessageInput!) { postMessage(input: $input) { id } }';
const EDIT = 'mutation ($input: EditMessageInput!) { editMessage(input: $input) { id } }';
const DELETE = 'mutation ($id: ID!) { deleteMessage(messageId: $id) { id } }';
const BLOCK_AUTHOR = 'mutation ($id: ID!) { block(subject: Message, subjectId: $id) { knownAs } }';
const UNBLOCK = 'mutation ($id: ID!) { unblock(blockId: $id) }';

const app = useApp();

const say = async (who: Person, channelId: string, body: string): Promise<string> => {
  const input = { channelId, clientId: randomUUID(), body };
  return (await apiAs(who).ask(POST, { input })).postMessage.id;
};
const listed = async (who: Person) => (await apiAs(who).ask(LIST)).channels;
const away = async (who: Person) =>
  (await apiAs(who).ask(LIST_CONVERSATIONS_PUT_AWAY)).conversationsPutAway;

/** Two allies who wrote to each other, with a function that ends the alliance. */
async function talked() {
  const there = await makeVisiblePair(app);
  const { ada, ben, benShown } = there;
  await makeAllies(app, ada, ben);
  await waitForJobs(app);
  const id = await conversationOf(ada);
  const adas = await say(ada, id, 'Lo mío');
  const bens = await say(ben, id, 'Lo tuyo');
  const end = () => apiAs(ada).ask(END_ALLIANCE, { personId: benShown.personId });
  return { ...there, id, adas, bens, end };
}
type Talked = Awaited<ReturnType<typeof talked>>;

/** Calls every endpoint of a conversation and returns the code of each. */
async function codes(who: Person, { id, bens }: Pick<Talked, 'id' | 'bens'>) {
  const input = { channelId: id, clientId: randomUUID(), body: 'Otra vez' };
  const client = apiAs(who);
  return {
    channel: await client.code(READ, { id }),
    messages: await client.code(MESSAGES, { id }),
    changes: await client.code(CHANGES, { id }),
    message: await client.code(MESSAGE, { id: bens }),
    post: await client.code(POST, { input }),
  };
}
const OPEN = { channel: 'OK', messages: 'OK', changes: 'OK', message: 'OK' };
const CLOSED = {
  ...{ channel: 'NOT_FOUND', messages: 'NOT_FOUND', changes: 'NOT_FOUND' },
  ...{ message: 'NOT_FOUND', post: 'NOT_FOUND' },
};

describe('a conversation whose alliance ended', () => {
  it('stays readable in both lists, and each may delete their own messages', async () => {
    const there = await talked();
    const { ada, ben, eve, id, adas, bens, end, benShown } = there;
    const can = ['read', 'watch', 'post', 'shorten', 'lengthen'];
    expect(await listed(ada)).toMatchObject([{ id, isEnded: false, viewerCan: can }]);
    await end();
    for (const one of [ada, ben]) {
      expect(await listed(one)).toMatchObject([
        {
          id,
          isEnded: true,
          viewerCan: containingActions(['read', 'putAway'], { without: ['post', 'watch'] }),
        },
      ]);
      expect(await codes(one, there)).toEqual({ ...OPEN, post: 'FORBIDDEN' });
      const { messages } = await apiAs(one).ask(MESSAGES, { id });
      expect(messages.items).toMatchObject([{ body: 'Lo mío' }, { body: 'Lo tuyo' }]);
    }
    expect(await listed(ada)).toMatchObject([{ name: benShown.name, allyId: benShown.personId }]);
    expect(await codes(eve, there)).toEqual(CLOSED);

    const input = { channelId: id, clientId: randomUUID(), body: 'Otra vez' };
    await expect(apiAs(ben).ask(POST, { input })).rejects.toMatchObject({
      reason: 'conversation.ended',
    });
    await expect(
      apiAs(ada).ask(EDIT, { input: { messageId: adas, body: 'Otra cosa' } }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN', reason: 'conversation.ended' });
    expect(await apiAs(ada).code(DELETE, { id: bens })).toBe('FORBIDDEN');
    expect(await apiAs(ada).code(DELETE, { id: adas })).toBe('OK');
    expect((await apiAs(ben).ask(MESSAGES, { id })).messages.items[0].body).toBe('');
  });

  it("shows no more of an author's profile than other pages do", async () => {
    const { ada, ben, id, bens, end, benShown } = await talked();
    await setAudience(ben, 'allies', ['name']);
    const hears = async () => {
      const asked = [READ, MESSAGES, CHANGES].map((one) => apiAs(ada).ask(one, { id }));
      const of = [MESSAGE, NEAR].map((one) => apiAs(ada).ask(one, { id: bens }));
      return JSON.stringify([await listed(ada), ...(await Promise.all([...asked, ...of]))]);
    };
    expect(await hears()).toContain(benShown.name);
    await end();
    expect(await hears()).not.toContain(benShown.name);
    expect(await hears()).not.toContain(benShown.personId);
    expect(await listed(ada)).toMatchObject([{ id, name: '', allyId: null }]);
    expect(await readEverything(ada, [])).not.toContain(benShown.personId);
    expect(await apiAs(ada).ask(BLOCK_AUTHOR, { id: bens })).toEqual({ block: { knownAs: '' } });
    // An id in upper case does not grant access.
    const capitals = { id: id.toUpperCase(), bens: bens.toUpperCase() };
    expect(await codes(ada, capitals)).toEqual(CLOSED);
  });

  it('can be put away by one of the two, and stays hidden from them alone until they bring it back', async () => {
    const there = await talked();
    const { ada, ben, id, end, benShown } = there;
    await waitForJobs(app);
    expect(await apiAs(ada).code(PUT_AWAY_CONVERSATION, { id })).toBe('FORBIDDEN');
    await end();
    await waitForJobs(app);
    const before = await readEverything(ben, [id]);
    expect(await apiAs(ada).code(BRING_BACK_CONVERSATION, { id })).toBe('NOT_FOUND');
    expect(await away(ada)).toEqual([]);

    await apiAs(ada).ask(PUT_AWAY_CONVERSATION, { id });
    await waitForJobs(app);
    expect(await listed(ada)).toEqual([]);
    const { name, personId: allyId } = benShown;
    expect(await away(ada)).toMatchObject([{ id, allyId, name }]);
    expect(await away(ben)).toEqual([]);
    expect(await codes(ada, there)).toEqual(CLOSED);
    expect(await apiAs(ada).code(PUT_AWAY_CONVERSATION, { id })).toBe('NOT_FOUND');
    expect(await apiAs(ben).code(BRING_BACK_CONVERSATION, { id })).toBe('NOT_FOUND');
    expect(await readEverything(ben, [id])).toBe(before);
    expect(await codes(ben, there)).toEqual({ ...OPEN, post: 'FORBIDDEN' });

    await apiAs(ada).ask(BRING_BACK_CONVERSATION, { id });
    expect(await away(ada)).toEqual([]);
    expect(await listed(ada)).toMatchObject([{ id, isEnded: true }]);
    expect(await codes(ada, there)).toEqual({ ...OPEN, post: 'FORBIDDEN' });
  });

  it('is listed, once put away, only under the name that the other person currently shows', async () => {
    const { ada, ben, id, end, benShown } = await talked();
    const cleo = await makePerson(app, 'cleo', 'member');
    const cleoShown = await makeVisibleProfile(cleo);
    await makeAllies(app, ada, cleo);
    await waitForJobs(app);
    const { channels } = await apiAs(ada).ask(LIST);
    const { id: second } = channels.find((one) => one.id !== id)!;
    await end();
    await apiAs(ada).ask(END_ALLIANCE, { personId: cleoShown.personId });
    for (const one of [id, second]) {
      await apiAs(ada).ask(PUT_AWAY_CONVERSATION, { id: one });
      app.clock.move(MINUTE);
    }
    expect(await away(ada)).toMatchObject([{ name: cleoShown.name }, { id, name: benShown.name }]);
    await setAudience(ben, 'allies', ['name']);
    const hiddenNow = { id, allyId: null, name: '' };
    expect(await away(ada)).toMatchObject([{ name: cleoShown.name }, hiddenNow]);
    const text = await (await apiAs(ada).raw(LIST_CONVERSATIONS_PUT_AWAY)).text();
    for (const hidden of [benShown.name, benShown.personId, ben.accountId, 'Lo tuyo']) {
      expect(text).not.toContain(hidden);
    }
  });

  it('continues when the two become allies again, also for the ally who had put the conversation away', async () => {
    const there = await talked();
    const { ada, ben, id, end } = there;
    await end();
    await apiAs(ben).ask(PUT_AWAY_CONVERSATION, { id });
    await makeAllies(app, ada, ben);
    await waitForJobs(app);
    for (const one of [ada, ben]) {
      expect(await away(one)).toEqual([]);
      expect(await listed(one)).toMatchObject([{ id, isEnded: false }]);
      expect(await codes(one, there)).toEqual({ ...OPEN, post: 'OK' });
    }
    await end();
    expect(await listed(ben)).toMatchObject([{ id, isEnded: true }]);
  });

  it('stays in the data export of each with the messages that they wrote', async () => {
    const { ada, id, end } = await talked();
    await end();
    await apiAs(ada).ask(PUT_AWAY_CONVERSATION, { id });
    const file = await app.get(DataExportService).read(ada.accountId);
    expect(JSON.stringify(file)).toContain('Lo mío');
    expect(JSON.stringify(file)).not.toContain('Lo tuyo');
  });
});

const block = async ({ ada, benShown }: Talked) =>
  (await apiAs(ada).ask(BLOCK_PROFILE, { id: benShown.personId })).block.id as string;

/** Each event makes the conversation unreadable, whether it comes before or after the end of the alliance. */
describe.each<[string, (there: Talked) => Promise<unknown>]>([
  ['a block', block],
  [
    'a block that was removed',
    async (there) => apiAs(there.ada).ask(UNBLOCK, { id: await block(there) }),
  ],
  [
    'a separation',
    ({ ada, ben }) =>
      app.db.write(() => app.get(SeparationsService).start(ada.accountId, ben.accountId)),
  ],
  [
    'the other left',
    ({ ben }) => app.db.write(() => app.get(MemberDepartureService).end(ben.accountId)),
  ],
])('a conversation between two allies after %s', (_title, part) => {
  it.each([
    ['if the two are still allies', false],
    ['if the alliance has already ended', true],
  ])('becomes unreadable %s', async (_what, isEndedFirst) => {
    const there = await talked();
    const { ada, ben, id, end } = there;
    if (isEndedFirst) await end();
    if (isEndedFirst) await apiAs(ben).ask(PUT_AWAY_CONVERSATION, { id });
    expect(await away(ben)).toHaveLength(isEndedFirst ? 1 : 0);
    await part(there);
    for (const one of [ada, ben]) {
      expect(await listed(one)).toEqual([]);
      expect(await away(one)).toEqual([]);
      expect(await codes(one, there)).toEqual(CLOSED);
      expect(await apiAs(one).code(PUT_AWAY_CONVERSATION, { id })).toBe('NOT_FOUND');
      expect(await apiAs(one).code(BRING_BACK_CONVERSATION, { id })).toBe('NOT_FOUND');
    }
  });
});
