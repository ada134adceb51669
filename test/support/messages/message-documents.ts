import { randomUUID } from 'node:crypto';
import type { TestApp } from '../app/app.js';
import { apiAs } from '../app/client.js';
import { factories } from '../factories/factories.js';
import { type Person, makePeople } from '../factories/make-people.js';

export const MESSAGE_FIELDS =
  'id version body editedAt isDeleted isPinned replyToId reactions { emoji count } ownReactions';
export const POST_MESSAGE = `mutation ($input: PostMessageInput!) { postMessage(input: $input) { ${MESSAGE_FIELDS} } }`;
export const EDIT_MESSAGE = `mutation ($input: EditMessageInput!) { editMessage(input: $input) { ${MESSAGE_FIELDS} } }`;
export const DELETE_MESSAGE = `mutation ($id: ID!) { deleteMessage(messageId: $id) { ${MESSAGE_FIELDS} } }`;
export const REACT_TO_MESSAGE = `mutation ($input: ReactInput!) { react(input: $input) { ${MESSAGE_FIELDS} } }`;
export const PIN_MESSAGE = `mutation ($input: PinMessageInput!) { pinMessage(input: $input) { ${MESSAGE_FIELDS} } }`;
export const READ_MESSAGE = `query ($id: ID!) { message(id: $id) { ${MESSAGE_FIELDS} viewerCan } }`;
export const LIST_REACTORS =
  'query ($id: ID!) { reactors(messageId: $id) { emoji authorId authorName } }';
export const EARLIER_TEXTS_QUERY =
  'query ($id: ID!) { earlierTexts(messageId: $id) { body writtenAt } }';
export const PINNED_MESSAGES_QUERY =
  'query ($id: ID!) { pinnedMessages(channelId: $id) { id body ownReactions } }';
export const CHANNEL_CHANGES = `query ($id: ID!, $after: Int!) {
  changes(channelId: $id, after: $after) { items { id isDeleted reactions { emoji count } } upTo } }`;

export const messageInput = (channelId: string, body: string, replyToId?: string) => ({
  input: { channelId, clientId: randomUUID(), body, replyToId },
});
export const sendMessage = async (
  who: Person,
  channelId: string,
  body: string,
  replyToId?: string,
) => (await apiAs(who).ask(POST_MESSAGE, messageInput(channelId, body, replyToId))).postMessage;
export const reactionInput = (messageId: string, emoji: string, isOn = true) => ({
  input: { messageId, emoji, isOn },
});
export const addReaction = async (who: Person, messageId: string, emoji: string, isOn = true) =>
  (await apiAs(who).ask(REACT_TO_MESSAGE, reactionInput(messageId, emoji, isOn))).react;
export const pinInput = (messageId: string, isPinned = true) => ({
  input: { messageId, isPinned },
});

/** Creates a channel with one message, a member who joined later, and an outsider. */
export async function makeChannelWithMessage(app: TestApp) {
  const people = await makePeople(app, {
    ada: 'steward',
    ben: 'member',
    late: 'member',
    eve: 'outsider',
  });
  const { ada, ben, late } = people;
  const group = await factories.group(app, { steward: ada, members: [ben] });
  const channel = await factories.channel(app, { group });
  const old = await sendMessage(ben, channel.id, 'Lo de antes');
  await factories.membership(app, { group, person: late });
  return { ...people, group, id: channel.id, old };
}
