import { randomUUID } from 'node:crypto';
import type { TestApp } from '../app/app.js';
import { as } from '../app/client.js';
import { make } from '../factories/make.js';
import { type Person, makePeople } from '../factories/world.js';

export const SHOWN =
  'id version body editedAt isDeleted isPinned replyToId reactions { emoji count } ownReactions';
export const POST = `mutation ($input: PostMessageInput!) { postMessage(input: $input) { ${SHOWN} } }`;
export const EDIT = `mutation ($input: EditMessageInput!) { editMessage(input: $input) { ${SHOWN} } }`;
export const DELETE = `mutation ($id: ID!) { deleteMessage(messageId: $id) { ${SHOWN} } }`;
export const REACT = `mutation ($input: ReactInput!) { react(input: $input) { ${SHOWN} } }`;
export const PIN = `mutation ($input: PinMessageInput!) { pinMessage(input: $input) { ${SHOWN} } }`;
export const READ = `query ($id: ID!) { message(id: $id) { ${SHOWN} viewerCan } }`;
export const REACTORS =
  'query ($id: ID!) { reactors(messageId: $id) { emoji authorId authorName } }';
export const EARLIER = 'query ($id: ID!) { earlierTexts(messageId: $id) { body writtenAt } }';
export const PINNED =
  'query ($id: ID!) { pinnedMessages(channelId: $id) { id body ownReactions } }';
export const CHANGES = `query ($id: ID!, $after: Int!) {
  changes(channelId: $id, after: $after) { items { id isDeleted reactions { emoji count } } upTo } }`;

export const input = (channelId: string, body: string, replyToId?: string) => ({
  input: { channelId, clientId: randomUUID(), body, replyToId },
});
export const post = async (who: Person, channelId: string, body: string, replyToId?: string) =>
  (await as(who).ask(POST, input(channelId, body, replyToId))).postMessage;
export const reaction = (messageId: string, emoji: string, isOn = true) => ({
  input: { messageId, emoji, isOn },
});
export const react = async (who: Person, messageId: string, emoji: string, isOn = true) =>
  (await as(who).ask(REACT, reaction(messageId, emoji, isOn))).react;
export const pin = (messageId: string, isPinned = true) => ({ input: { messageId, isPinned } });

/** Creates a channel with one message, a member who joined later, and an outsider. */
export async function setting(app: TestApp) {
  const people = await makePeople(app, {
    ada: 'steward',
    ben: 'member',
    late: 'member',
    eve: 'outsider',
  });
  const { ada, ben, late } = people;
  const group = await make.group(app, { steward: ada, members: [ben] });
  const channel = await make.channel(app, { group });
  const old = await post(ben, channel.id, 'Lo de antes');
  await make.membership(app, { group, person: late });
  return { ...people, group, id: channel.id, old };
}
