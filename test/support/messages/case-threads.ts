import type { TestApp } from '../app/app.js';
import { apiAs, type Requester } from '../app/client.js';
import { makePerson, type Person, type PersonKind } from '../factories/make-people.js';
import { askForSupport, makeSupporter, supporterActions } from '../factories/support-requests.js';

const FIELDS = `id seq version authorId authorName body editedAt isDeleted replyToId clientId viewerCan`;
const LIST = '{ caseThreads { channelId requestId kind unreadCount } }';

export const THREAD_OPERATIONS = {
  read: `query ($id: ID!) { messages(channelId: $id) { items { ${FIELDS} } upTo } }`,
  changes: `query ($id: ID!) { changes(channelId: $id, after: 0) { items { ${FIELDS} } upTo } }`,
  message: `query ($id: ID!) { message(id: $id) { ${FIELDS} } }`,
  post: `mutation ($input: PostMessageInput!) { postMessage(input: $input) { ${FIELDS} } }`,
  edit: `mutation ($input: EditMessageInput!) { editMessage(input: $input) { ${FIELDS} } }`,
  delete: `mutation ($id: ID!) { deleteMessage(messageId: $id) { ${FIELDS} } }`,
  undoDelete: `mutation ($id: ID!) { undoDeleteMessage(messageId: $id) { ${FIELDS} } }`,
  earlier: 'query ($id: ID!) { earlierTexts(messageId: $id) { body } }',
  channel: `query ($id: ID!) { channel(id: $id) {
    id kind thread name meId unreadCount isArchived viewerCan lastMessage { text } } }`,
  answer: 'query ($id: ID!) { channel(id: $id) { supportAnswers { workName words at } } }',
  markRead: 'mutation ($input: MarkReadInput!) { markRead(input: $input) { id } }',
} as const;

export interface TestThread {
  readonly channelId: string;
  readonly requestId: string;
  readonly kind: string;
  readonly unreadCount: number;
}

export const threadMessageInput = (channelId: string, body: string, more: object = {}) => ({
  input: { channelId, clientId: crypto.randomUUID(), body, ...more },
});

/** Actions of a person in the threads of cases. */
export const threadActions = (who: Requester) => ({
  list: async (): Promise<TestThread[]> => (await apiAs(who).ask(LIST)).caseThreads,
  // oxlint-disable-next-line typescript/no-explicit-any -- a test names the shape it expects in its expectation
  post: async (channelId: string, body: string, more: object = {}): Promise<any> =>
    (await apiAs(who).ask(THREAD_OPERATIONS.post, threadMessageInput(channelId, body, more)))
      .postMessage,
  postCode: (channelId: string, body = 'Hola', more: object = {}) =>
    apiAs(who).code(THREAD_OPERATIONS.post, threadMessageInput(channelId, body, more)),
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  read: async (id: string): Promise<any[]> =>
    (await apiAs(who).ask(THREAD_OPERATIONS.read, { id })).messages.items,
  bodies: async (id: string): Promise<string[]> =>
    (await threadActions(who).read(id)).map(({ body }: { body: string }) => body),
  /** The answers of supporters to the request, in its conversation. */
  answers: async (id: string): Promise<{ workName: string; words: string; at: string }[]> =>
    (await apiAs(who).ask(THREAD_OPERATIONS.answer, { id })).channel.supportAnswers,
  readCode: (id: string) => apiAs(who).code(THREAD_OPERATIONS.read, { id }),
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  edit: async (messageId: string, body: string): Promise<any> =>
    (await apiAs(who).ask(THREAD_OPERATIONS.edit, { input: { messageId, body } })).editMessage,
  markRead: (channelId: string, seq: number) =>
    apiAs(who).ask(THREAD_OPERATIONS.markRead, { input: { channelId, seq } }),
});

/** The channels of the threads of a request. */
export async function threadsOf(app: TestApp, requestId: string) {
  const rows = await app.db.query<{ id: string; thread: string }>(
    'select id, thread from channel where case_id = $1',
    [requestId],
  );
  const idOf = (thread: string) => rows.find((row) => row.thread === thread)!.id;
  return { requesterId: idOf('requester'), internalId: idOf('internal') };
}

/** An accepted case with its requester, its supporter and its two threads. */
export async function makeCase(
  app: TestApp,
  { kind = 'member', said = {} }: { kind?: PersonKind; said?: Record<string, unknown> } = {},
) {
  const supporter = await makeSupporter(app);
  const requester: Person = await makePerson(app, 'nayra', kind);
  const requestId = await askForSupport(requester, said);
  await supporterActions(supporter).take(requestId);
  return { supporter, requester, requestId, ...(await threadsOf(app, requestId)) };
}
