import { randomUUID } from 'node:crypto';
import type { TestApp } from '../app/app.js';
import { as } from '../app/client.js';
import { make } from '../factories/make.js';
import { type Person, makePeople } from '../factories/world.js';

export const TOPIC = 'id channelId name isClosed readSeq unreadCount lastMessageAt viewerCan';
export const START = `mutation ($input: StartTopicInput!) { startTopic(input: $input) { ${TOPIC} } }`;
export const RENAME = `mutation ($input: RenameTopicInput!) { renameTopic(input: $input) { ${TOPIC} } }`;
export const CLOSE = `mutation ($id: ID!) { closeTopic(topicId: $id) { ${TOPIC} } }`;
export const REOPEN = `mutation ($id: ID!) { reopenTopic(topicId: $id) { ${TOPIC} } }`;
export const TOPIC_OF = `query ($id: ID!) { topic(id: $id) { ${TOPIC} } }`;
export const TOPICS = `query ($id: ID!) {
  channel(id: $id) { unreadCount generalUnreadCount readSeq topics { ${TOPIC} } } }`;
export const POST = `mutation ($input: PostMessageInput!) {
  postMessage(input: $input) { id seq version body topicId replyToId } }`;
export const HISTORY = `query ($channelId: ID!, $topicId: ID, $before: Int, $first: Int) {
  messages(channelId: $channelId, topicId: $topicId, before: $before, first: $first) {
    items { id seq version body topicId } hasMore upTo from } }`;
export const CHANGES = `query ($id: ID!, $after: Int!) {
  changes(channelId: $id, after: $after) { items { id version body topicId } upTo } }`;
export const MARK_READ =
  'mutation ($input: MarkReadInput!) { markRead(input: $input) { id unreadCount } }';
export const MARK_UNREAD = 'mutation ($id: ID!) { markUnread(messageId: $id) { id unreadCount } }';

export const startTopic = async (who: Person, channelId: string, name: string) =>
  (await as(who).ask(START, { input: { channelId, name } })).startTopic;
export const closeTopic = async (who: Person, id: string) =>
  (await as(who).ask(CLOSE, { id })).closeTopic;

export const input = (channelId: string, body: string, more: object = {}) => ({
  input: { channelId, clientId: randomUUID(), body, ...more },
});
export const post = async (who: Person, channelId: string, body: string, more: object = {}) =>
  (await as(who).ask(POST, input(channelId, body, more))).postMessage;
export const feed = async (who: Person, channelId: string, more: object = {}) =>
  (await as(who).ask(HISTORY, { channelId, ...more })).messages;
export const bodies = async (
  who: Person,
  channelId: string,
  more: object = {},
): Promise<string[]> =>
  (await feed(who, channelId, more)).items.map((one: { body: string }) => one.body);
export const listed = async (who: Person, id: string) =>
  (await as(who).ask(TOPICS, { id })).channel;

/** Creates a channel with a topic of a plain member, its steward, another member and an outsider. */
export async function setting(app: TestApp, history: 'joining' | 'start' = 'joining') {
  const people = await makePeople(app, {
    ...{ ste: 'steward', ada: 'member', ben: 'member', eve: 'outsider' },
  });
  const { ste, ada, ben } = people;
  const group = await make.group(app, { steward: ste, members: [ada, ben] });
  const { id } = await make.channel(app, { group, history });
  const topic = await startTopic(ada, id, 'Antenas');
  return { ...people, group, id, topic, topicId: topic.id as string };
}
