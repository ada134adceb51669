import { randomUUID } from 'node:crypto';
import { InboxJobs } from '#channels/inbox/inbox.jobs.js';
import type { TestApp } from '../app/app.js';
import { as } from '../app/client.js';
import { SHOWN, setting } from './message-documents.js';
import { waitForJobs } from '../app/wait-for-jobs.js';
import type { Person } from '../factories/world.js';

export const POST = `mutation ($input: PostMessageInput!) {
  postMessage(input: $input) { ${SHOWN} seq mentionIds mentionsAll } }`;
export const EDIT = `mutation ($input: EditMessageInput!) {
  editMessage(input: $input) { ${SHOWN} mentionIds mentionsAll } }`;
export const INBOX = `query ($after: String) { inbox(after: $after) { nextCursor items {
  id kind at isUnread message { id body authorId authorName } introduction { id note } joinRequest { id answer } } } }`;
export const UNREAD = '{ inboxUnread }';
export const READ_ALL = 'mutation { readInbox }';
export const READ_ONE = 'mutation ($id: ID!) { readInboxEntry(messageId: $id) }';
export const MARK_READ =
  'mutation ($channelId: ID!, $seq: Int!) { markRead(input: { channelId: $channelId, seq: $seq }) { id } }';
export const LEVEL =
  'mutation ($id: ID!, $level: ChannelLevel!) { chooseLevel(input: { channelId: $id, level: $level }) { id level } }';
export const PEOPLE = 'query ($id: ID!) { channelPeople(channelId: $id) { id name } }';

export interface Naming {
  readonly mentionIds?: readonly string[] | null;
  readonly mentionsAll?: boolean | null;
  readonly replyToId?: string;
}

export const saying = (channelId: string, body: string, naming: Naming = {}) => ({
  input: { channelId, clientId: randomUUID(), body, ...naming },
});
export const say = async (who: Person, channelId: string, body: string, naming: Naming = {}) =>
  (await as(who).ask(POST, saying(channelId, body, naming))).postMessage;
export const edit = async (who: Person, messageId: string, body: string, naming: Naming = {}) =>
  (await as(who).ask(EDIT, { input: { messageId, body, ...naming } })).editMessage;

/** Returns the id under which a person writes in a channel. */
export const idIn = async (who: Person, channelId: string): Promise<string> =>
  (await as(who).ask('query ($id: ID!) { channel(id: $id) { meId } }', { id: channelId })).channel
    .meId;

/** Waits until all messages are in the inboxes and their readers are notified. */
export async function noticed(app: TestApp): Promise<void> {
  await app.get(InboxJobs).readWhatIsBehind();
  await waitForJobs(app);
}

export const inbox = async (who: Person, after?: string) =>
  (await as(who).ask(INBOX, { after })).inbox;

/** Returns the inbox of a person: kind, text and unread state of each entry. */
export const entries = async (who: Person): Promise<string[]> =>
  (await inbox(who)).items.map(
    (one: { kind: string; isUnread: boolean; message: { body: string } | null }) =>
      `${one.kind} ${one.message?.body ?? ''}${one.isUnread ? ' *' : ''}`,
  );

export const unread = async (who: Person): Promise<number> =>
  (await as(who).ask(UNREAD)).inboxUnread;

/** Like `setting`, plus another group with a membership that no one in this channel may know. */
export async function aChannel(app: TestApp) {
  const here = await setting(app);
  const elsewhere = await setting(app);
  const hidden = await idIn(elsewhere.ada, elsewhere.id);
  const ids = {
    ada: await idIn(here.ada, here.id),
    ben: await idIn(here.ben, here.id),
    late: await idIn(here.late, here.id),
  };
  return { ...here, ids, hidden, elsewhere };
}

/** Mentions a person who wants mail about everything. */
export async function nameByMail(by: Person, who: Person, channelId: string, body: string) {
  await as(who).ask('mutation { chooseNotifications(input: { mails: each }) { mails } }');
  await say(by, channelId, body, { mentionIds: [await idIn(who, channelId)] });
}
