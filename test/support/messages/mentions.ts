import { randomUUID } from 'node:crypto';
import { InboxJobs } from '#channels/inbox/inbox.jobs.js';
import type { TestApp } from '../app/app.js';
import { apiAs } from '../app/client.js';
import { MESSAGE_FIELDS, makeChannelWithMessage } from './message-documents.js';
import { waitForJobs } from '../app/wait-for-jobs.js';
import type { Person } from '../factories/make-people.js';

export const POST_WITH_MENTIONS = `mutation ($input: PostMessageInput!) {
  postMessage(input: $input) { ${MESSAGE_FIELDS} seq mentionIds mentionsAll } }`;
export const EDIT_WITH_MENTIONS = `mutation ($input: EditMessageInput!) {
  editMessage(input: $input) { ${MESSAGE_FIELDS} mentionIds mentionsAll } }`;
export const INBOX_QUERY = `query ($after: String) { inbox(after: $after) { nextCursor items {
  id kind at isUnread message { id body authorId authorName } introduction { id note } joinRequest { id answers { question answer } } } } }`;
export const INBOX_UNREAD_QUERY = '{ inboxUnread }';
export const READ_ALL_INBOX_ENTRIES = 'mutation { readInbox }';
export const READ_INBOX_ENTRY = 'mutation ($id: ID!) { readInboxEntry(messageId: $id) }';
export const MARK_CHANNEL_READ =
  'mutation ($channelId: ID!, $seq: Int!) { markRead(input: { channelId: $channelId, seq: $seq }) { id } }';
export const CHOOSE_NOTIFICATION_LEVEL =
  'mutation ($id: ID!, $level: ChannelLevel!) { chooseLevel(input: { channelId: $id, level: $level }) { id level } }';
export const CHANNEL_PEOPLE_QUERY =
  'query ($id: ID!) { channelPeople(channelId: $id) { id name } }';

export interface MentionInput {
  readonly mentionIds?: readonly string[] | null;
  readonly mentionsAll?: boolean | null;
  readonly replyToId?: string;
}

export const postInput = (channelId: string, body: string, naming: MentionInput = {}) => ({
  input: { channelId, clientId: randomUUID(), body, ...naming },
});
export const postWithMentions = async (
  who: Person,
  channelId: string,
  body: string,
  naming: MentionInput = {},
) => (await apiAs(who).ask(POST_WITH_MENTIONS, postInput(channelId, body, naming))).postMessage;
export const editWithMentions = async (
  who: Person,
  messageId: string,
  body: string,
  naming: MentionInput = {},
) =>
  (await apiAs(who).ask(EDIT_WITH_MENTIONS, { input: { messageId, body, ...naming } })).editMessage;

/** Returns the id under which a person writes in a channel (in a group, the id of their membership). */
export const ownIdIn = async (who: Person, channelId: string): Promise<string> =>
  (await apiAs(who).ask('query ($id: ID!) { channel(id: $id) { meId } }', { id: channelId }))
    .channel.meId;

/** Waits until all messages have been processed for the inboxes, and the readers have been notified. */
export async function waitForInboxJobs(app: TestApp): Promise<void> {
  await app.get(InboxJobs).readWhatIsBehind();
  await waitForJobs(app);
}

export const readInboxPage = async (who: Person, after?: string) =>
  (await apiAs(who).ask(INBOX_QUERY, { after })).inbox;

/** Returns the inbox of a person: kind, text and unread state of each entry. */
export const inboxEntries = async (who: Person): Promise<string[]> =>
  (await readInboxPage(who)).items.map(
    (one: { kind: string; isUnread: boolean; message: { body: string } | null }) =>
      `${one.kind} ${one.message?.body ?? ''}${one.isUnread ? ' *' : ''}`,
  );

export const countUnreadInboxEntries = async (who: Person): Promise<number> =>
  (await apiAs(who).ask(INBOX_UNREAD_QUERY)).inboxUnread;

/**
 * Like `makeChannelWithMessage`. Also creates another group with a membership that no person in this channel may see.
 */
export async function makeChannelForMentions(app: TestApp) {
  const here = await makeChannelWithMessage(app);
  const elsewhere = await makeChannelWithMessage(app);
  const hidden = await ownIdIn(elsewhere.ada, elsewhere.id);
  const ids = {
    ada: await ownIdIn(here.ada, here.id),
    ben: await ownIdIn(here.ben, here.id),
    late: await ownIdIn(here.late, here.id),
  };
  return { ...here, ids, hidden, elsewhere };
}
