import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import { JOIN_GROUP, LEAVE_GROUP, OPEN_GROUP } from '../../support/factories/group-documents.js';
import { makePeople, type Person } from '../../support/factories/make-people.js';
import { postText } from '../../support/factories/moderation-documents.js';
import { findMessages, waitForMessageIndex } from '../../support/messages/message-search.js';

const FEED = `query ($id: ID!) { messages(channelId: $id, first: 100) { items { body isFolded } } }`;
const BLOCKED = 'query ($id: ID!) { channel(id: $id) { blockedAuthorIds } }';
const BLOCK = `mutation ($id: ID!) { block(subject: Message, subjectId: $id) { id knownAs } }`;
const CHANNELS = '{ channels { id lastMessage { isFolded } } }';

const app = useApp();

/** Ben left a group in which he posted a message. Cem is in it; anybody can join. */
async function left() {
  const people = await makePeople(app, { ada: 'steward', ben: 'member', cem: 'member' });
  const { ada, ben, cem } = people;
  const group = await factories.group(app, { steward: ada, members: [cem], ...OPEN_GROUP });
  const { id: benId } = await factories.membership(app, { group, person: ben });
  const { id } = await factories.channel(app, { group, history: 'start' });
  const message = await postText(ben, id, 'marea de Ben');
  const leave = () => apiAs(ben).ask(LEAVE_GROUP, { id: benId });
  return { ...people, group, id, message, leave };
}
const blockAccount = (by: Person, { accountId }: Person) =>
  app.db.query(`insert into block (blocker_id, blocked_id, known_as) values ($1, $2, 'Ben')`, [
    by.accountId,
    accountId,
  ]);
/** Whether the feed, the search and the list of channels fold the message. */
async function foldedFor(who: Person, channelId: string): Promise<boolean[]> {
  const { messages } = await apiAs(who).ask(FEED, { id: channelId });
  const { channels } = await apiAs(who).ask(CHANNELS);
  const { items } = await findMessages(who, 'marea');
  const listed = channels.find(({ id }: { id: string }) => id === channelId);
  return [messages.items[0], items[0], listed!.lastMessage].map((one) => one!.isFolded);
}

it('a block of a message without author does not tell that its author was blocked before', async () => {
  const { cem, ben, message, leave } = await left();
  await blockAccount(cem, ben);
  await leave();
  expect((await apiAs(cem).ask(BLOCK, { id: message })).block).toMatchObject({ knownAs: '' });
});

it('a block of a message without author answers no name that the blocker gave it before', async () => {
  const { cem, message, leave } = await left();
  await leave();
  const first = (await apiAs(cem).ask(BLOCK, { id: message })).block;
  await app.db.query(`update block set known_as = 'Luna' where id = $1`, [first.id]);
  expect((await apiAs(cem).ask(BLOCK, { id: message })).block).toEqual(first);
});

it('a block of a message without author reaches nothing that the author posts after they rejoined', async () => {
  const { cem, ben, group, id, message, leave } = await left();
  await leave();
  await apiAs(cem).ask(BLOCK, { id: message });
  await apiAs(ben).ask(JOIN_GROUP, { id: group.id });
  await postText(ben, id, 'de nuevo');
  expect((await apiAs(cem).ask(BLOCKED, { id })).channel.blockedAuthorIds).toEqual([]);
  const { items } = (await apiAs(cem).ask(FEED, { id })).messages;
  expect(items).toEqual([
    { body: 'marea de Ben', isFolded: true },
    { body: 'de nuevo', isFolded: false },
  ]);
});

it('a block of the account folds messages without author only if it was made before they left', async () => {
  const { ada, cem, ben, id, leave } = await left();
  await blockAccount(cem, ben);
  await leave();
  await waitForMessageIndex(app);
  await blockAccount(ada, ben);
  expect(await foldedFor(cem, id)).toEqual([true, true, true]);
  expect(await foldedFor(ada, id)).toEqual([false, false, false]);
});
