import { readFileSync } from 'node:fs';
import { forgetNewsMails } from '../support/app/notification-mails.js';
import { makeVisibleProfile, type VisibleProfile } from '../support/factories/visible-profiles.js';
import { useApp } from '../support/app/app.js';
import { apiAs } from '../support/app/client.js';
import {
  answerDocument,
  requestIntroduction,
  ASK_INTRODUCTION,
} from '../support/factories/introductions.js';
import { factories } from '../support/factories/factories.js';
import { fieldVersion } from '../support/factories/make-profile.js';
import { sentMails } from '../support/browser/sent-mails.js';
import { waitForJobs } from '../support/app/wait-for-jobs.js';
import { type TestSocket, closeAllSockets, openSocket } from '../support/app/sockets.js';
import { type Person, makePeople } from '../support/factories/make-people.js';
import { post } from './group-chat.js';
import { repositoryPath } from '../support/repository.js';
import { BLOCK_PROFILE } from '../support/factories/visible-profiles.js';

const POST = 'mutation ($input: PostMessageInput!) { postMessage(input: $input) { id } }';
const INVITE = 'mutation ($input: InviteToGroupInput!) { inviteToGroup(input: $input) { id } }';
const REQUEST = 'mutation ($input: RequestToJoinInput!) { requestToJoin(input: $input) { id } }';
const EDIT = 'mutation ($input: EditMessageInput!) { editMessage(input: $input) { version } }';
const DELETE = 'mutation ($id: ID!) { deleteMessage(messageId: $id) { id } }';
const REACT = 'mutation ($input: ReactInput!) { react(input: $input) { version } }';
const SET =
  'mutation ($input: SetProfileFieldInput!) { setProfileField(input: $input) { version } }';
const CANARY = 'qzcanarioqz';
const SCHEMA = repositoryPath('apps/api/schema.graphql');

/**
 * After a block, neither account receives anything from the other account outside shared groups. Inside shared groups
 * nothing changes.
 */
const app = useApp();
afterEach(closeAllSockets);

/** Two allies who share a group with a third person. Each of the two is steward of another group. */
async function allies() {
  const { bea, inf, eve } = await makePeople(app, { bea: 'member', inf: 'member', eve: 'member' });
  const shown = new Map<Person, VisibleProfile>();
  for (const who of [bea, inf, eve]) shown.set(who, await makeVisibleProfile(who));
  const group = await factories.group(app, { steward: eve, members: [bea, inf] });
  const { id: channel } = await factories.channel(app, { group });
  const own = new Map<Person, string>();
  for (const who of [bea, inf]) own.set(who, (await factories.group(app, { steward: who })).id);
  const { id } = await requestIntroduction(bea, shown.get(inf)!);
  await apiAs(inf).ask(answerDocument('accept'), { id });
  await waitForJobs(app);
  const { channels } = await apiAs(bea).ask('{ channels { id allyId } }');
  const conversation = channels.find(({ allyId }) => allyId)!.id;
  return { bea, inf, eve, shown, own, channel, conversation };
}
type Allies = Awaited<ReturnType<typeof allies>>;

async function ear(who: Person, rooms: Record<string, string>): Promise<TestSocket> {
  const heard = await openSocket(who);
  for (const [key, id] of Object.entries(rooms)) await heard.emit('watch', { [key]: id });
  return heard;
}

/**
 * Tries every endpoint by which one person could reach a person who blocked them. The answers must be the same as for a
 * person who does not exist.
 */
async function reach(there: Allies & { said: string }, from: Person, to: Person) {
  const { shown, own, conversation, said } = there;
  const { personId } = shown.get(to)!;
  const clientId = crypto.randomUUID();
  const codes = [
    await apiAs(from).code(POST, { input: { channelId: conversation, clientId, body: CANARY } }),
    await apiAs(from).code(POST, {
      input: { channelId: conversation, clientId, body: CANARY, mentionIds: [personId] },
    }),
    await apiAs(from).code(ASK_INTRODUCTION, { input: { personId, note: CANARY } }),
    await apiAs(from).code(INVITE, { input: { groupId: own.get(from), personId } }),
    await apiAs(from).code(REACT, { input: { messageId: said, emoji: '👍', isOn: true } }),
  ];
  expect(codes).toEqual(codes.map(() => 'NOT_FOUND'));
  await apiAs(from).ask(REQUEST, { input: { groupId: own.get(to), answer: CANARY } });
  for (const kind of ['about', 'contact'] as const) {
    const version = await fieldVersion(from, kind);
    await apiAs(from).ask(SET, { input: { kind, text: CANARY, version } });
  }
}

it('after a block, the server sends nothing of one account to the other: no frame, notification or mail, even after reconnecting', async () => {
  const allied = await allies();
  const { bea, inf, shown, conversation } = allied;
  const ears: TestSocket[] = [];
  for (const [who, other] of [
    [bea, inf],
    [inf, bea],
  ] as const) {
    const rooms = { channel: conversation, profile: shown.get(other)!.personId };
    ears.push(await ear(who, rooms), await ear(who, rooms));
  }
  const there = { ...allied, said: (await post(bea, conversation, 'Antes')).id as string };
  for (const one of ears) await one.until('message');
  await apiAs(bea).ask(BLOCK_PROFILE, { id: shown.get(inf)!.personId });
  await forgetNewsMails(app);
  const mails = sentMails(app).length;
  for (const { frames } of ears) frames.length = 0;
  await reach(there, inf, bea);
  await reach(there, bea, inf);
  await waitForJobs(app);
  expect(ears.map(({ frames }) => frames)).toEqual([[], [], [], []]);
  expect(sentMails(app).length).toBe(mails);
  for (const who of [bea, inf]) {
    const other = who === bea ? inf : bea;
    const back = await openSocket(who);
    for (const room of [{ channel: conversation }, { profile: shown.get(other)!.personId }]) {
      expect(await back.emit('watch', room)).toEqual({ code: 'NOT_FOUND' });
    }
    await waitForJobs(app);
    expect(back.frames).toEqual([]);
    const waiting =
      '{ introductionsWaiting joinRequestsWaiting inboxUnread groupInvitations { id } inbox { items { id } } }';
    expect(await apiAs(who).ask(waiting)).toEqual({
      ...{ introductionsWaiting: 0, joinRequestsWaiting: 0, groupInvitations: [] },
      ...{ inboxUnread: 0, inbox: { items: [] } },
    });
  }
});

const CHANNEL = 'query ($id: ID!) { channel(id: $id) { unreadCount lastMessageAt } }';
const MESSAGES = `query ($id: ID!) { messages(channelId: $id) {
  items { seq version authorName body isDeleted reactions { emoji count } } upTo hasMore } }`;

/**
 * Holds a discussion in the channel. Returns what each of the three members receives and reads, without ids and times.
 */
async function talkOf({ bea, inf, eve, channel }: Allies) {
  const three = [bea, inf, eve];
  const ears = await Promise.all(three.map((who) => ear(who, { channel })));
  /**
   * Waits until every member has received this change. Otherwise another node might coalesce it with the next change of
   * the same message.
   */
  const all = async (change: { version: number }) => {
    const isIt = ({ version }: { version: number }) => version === change.version;
    for (const one of ears) await one.until('message', isIt);
  };
  const first = await post(inf, channel, 'Uno');
  const second = await post(bea, channel, 'Dos');
  await all(await post(eve, channel, 'Tres'));
  const edit = { input: { messageId: first.id, body: 'Uno y medio' } };
  await all((await apiAs(inf).ask(EDIT, edit)).editMessage);
  await post(inf, channel, 'A lo de Bea', second.id);
  for (const [who, messageId] of [
    [bea, first.id],
    [inf, second.id],
  ] as const)
    await all(
      (await apiAs(who).ask(REACT, { input: { messageId, emoji: '👍', isOn: true } })).react,
    );
  await apiAs(bea).ask(DELETE, { id: second.id });
  await post(inf, channel, 'Cuatro');
  for (const one of ears) await one.until('message', ({ body }) => body === 'Cuatro');
  await waitForJobs(app);
  return Promise.all(
    three.map(async (who, at) => ({
      frames: ears[at]!.received('message').map(
        ({ seq, version, authorName, body, isDeleted, replyToId, reactions }) => ({
          ...{ seq, version, authorName, body, isDeleted, reactions },
          answers: replyToId === second.id,
        }),
      ),
      unread: (await apiAs(who).ask(CHANNEL, { id: channel })).channel.unreadCount,
      page: (await apiAs(who).ask(MESSAGES, { id: channel })).messages,
    })),
  );
}

it('a shared group delivers, orders and counts messages as if there were no block', async () => {
  const [parted, others] = [await allies(), await allies()];
  await apiAs(parted.bea).ask(BLOCK_PROFILE, { id: parted.shown.get(parted.inf)!.personId });
  // The server checks the rights of both accounts again after a block. During this check their sockets are in no room,
  // and then the server tells them to catch up.
  await waitForJobs(app);
  const talk = await talkOf(parted);
  expect(talk).toEqual(await talkOf(others));
  const [beas, infs, eves] = talk;
  expect(beas!.frames).toHaveLength(9);
  expect([infs!.frames, eves!.frames]).toEqual([beas!.frames, beas!.frames]);
  expect([infs!.page, eves!.page]).toEqual([beas!.page, beas!.page]);
});

it('the API has no read receipts, typing indicators or presence that could reveal activity', () => {
  const schema = readFileSync(SCHEMA, 'utf8').replace(/"""[^]*?"""|"[^"\n]*"/g, '');
  expect(schema).toContain('postMessage(');
  // If the product gets such a feature, add a check after a block to the first test of this file.
  const ways = /\w*(typing|presence|isOnline|lastSeen|readBy)\w*/gi;
  expect(schema.match(ways)).toBeNull();
});
