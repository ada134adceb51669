import { randomUUID } from 'node:crypto';
import type { TestApp } from '../app/app.js';
import { apiAs } from '../app/client.js';
import { factories } from '../factories/factories.js';
import { type Person, makePeople } from '../factories/make-people.js';

export const TOPIC_FIELDS =
  'id channelId name isClosed readSeq unreadCount lastMessageAt viewerCan';
export const START_TOPIC = `mutation ($input: StartTopicInput!) { startTopic(input: $input) { ${TOPIC_FIELDS} } }`;
export const RENAME_TOPIC = `mutation ($input: RenameTopicInput!) { renameTopic(input: $input) { ${TOPIC_FIELDS} } }`;
export const CLOSE_TOPIC = `mutation ($id: ID!) { closeTopic(topicId: $id) { ${TOPIC_FIELDS} } }`;
export const REOPEN_TOPIC = `mutation ($id: ID!) { reopenTopic(topicId: $id) { ${TOPIC_FIELDS} } }`;
export const READ_TOPIC = `query ($id: ID!) { topic(id: $id) { ${TOPIC_FIELDS} } }`;
export const LIST_TOPICS = `query ($id: ID!) {
  channel(id: $id) { unreadCount generalUnreadCount readSeq topics { ${TOPIC_FIELDS} } } }`;
export const POST_IN_TOPIC = `mutation ($input: PostMessageInput!) {
  postMessage(input: $input) { id seq version body topicId replyToId } }`;
export const TOPIC_HISTORY = `query ($channelId: ID!, $topicId: ID, $before: Int, $first: Int) {
  messages(channelId: $channelId, topicId: $topicId, before: $before, first: $first) {
    items { id seq version body topicId } hasMore upTo from } }`;
export const TOPIC_CHANGES = `query ($id: ID!, $after: Int!) {
  changes(channelId: $id, after: $after) { items { id version body topicId } upTo } }`;
export const MARK_TOPIC_READ =
  'mutation ($input: MarkReadInput!) { markRead(input: $input) { id unreadCount } }';
export const MARK_MESSAGE_UNREAD =
  'mutation ($id: ID!) { markUnread(messageId: $id) { id unreadCount } }';

export const startTopic = async (who: Person, channelId: string, name: string) =>
  (await apiAs(who).ask(START_TOPIC, { input: { channelId, name } })).startTopic;
export const closeTopic = async (who: Person, id: string) =>
  (await apiAs(who).ask(CLOSE_TOPIC, { id })).closeTopic;

export const topicMessageInput = (channelId: string, body: string, more: object = {}) => ({
  input: { channelId, clientId: randomUUID(), body, ...more },
});
export const postInTopic = async (
  who: Person,
  channelId: string,
  body: string,
  more: object = {},
) => (await apiAs(who).ask(POST_IN_TOPIC, topicMessageInput(channelId, body, more))).postMessage;
export const readFeed = async (who: Person, channelId: string, more: object = {}) =>
  (await apiAs(who).ask(TOPIC_HISTORY, { channelId, ...more })).messages;
export const topicTextsOf = async (
  who: Person,
  channelId: string,
  more: object = {},
): Promise<string[]> =>
  (await readFeed(who, channelId, more)).items.map((one: { body: string }) => one.body);
export const listTopics = async (who: Person, id: string) =>
  (await apiAs(who).ask(LIST_TOPICS, { id })).channel;

/**
 * Creates a channel with a topic that a plain member started. Also creates the steward, another member and an outsider.
 */
export async function makeChannelWithTopic(app: TestApp, history: 'joining' | 'start' = 'joining') {
  const people = await makePeople(app, {
    ...{ ste: 'steward', ada: 'member', ben: 'member', eve: 'outsider' },
  });
  const { ste, ada, ben } = people;
  const group = await factories.group(app, { steward: ste, members: [ada, ben] });
  const { id } = await factories.channel(app, { group, history });
  const topic = await startTopic(ada, id, 'Antenas');
  return { ...people, group, id, topic, topicId: topic.id as string };
}
