import { MessageIndexService } from '#channels/search/message-index.service.js';
import { MINUTE } from '#kernel/clock.js';
import type { TestApp } from '../app/app.js';
import { apiAs } from '../app/client.js';
import { sendMessage } from './message-documents.js';
import type { Person } from '../factories/make-people.js';

export const SEARCH_MESSAGES = `query ($text: String!, $channelId: ID, $authorId: ID, $from: DateTime, $until: DateTime, $after: String, $first: Int) {
  searchMessages(text: $text, channelId: $channelId, authorId: $authorId, from: $from, until: $until, after: $after, first: $first) {
    items { isFolded channel { id name } message { id channelId authorId authorName body createdAt } } nextCursor } }`;

export interface MessageSearchItem {
  readonly isFolded: boolean;
  readonly channel: { readonly id: string; readonly name: string };
  readonly message: {
    readonly id: string;
    readonly channelId: string;
    readonly authorId: string | null;
    readonly authorName: string;
    readonly body: string;
  };
}

export interface MessageSearchPage {
  readonly items: readonly MessageSearchItem[];
  readonly nextCursor: string | null;
}

/** Waits until all posted messages are indexed. */
export async function waitForMessageIndex(app: TestApp): Promise<void> {
  while (await app.get(MessageIndexService).follow());
}

export const findMessages = async (
  who: Person,
  text: string,
  more: object = {},
): Promise<MessageSearchPage> =>
  (await apiAs(who).ask(SEARCH_MESSAGES, { text, ...more })).searchMessages;

/** Returns the texts of the messages found, newest first. */
export const foundTexts = async (who: Person, text: string, more: object = {}): Promise<string[]> =>
  (await findMessages(who, text, more)).items.map(({ message }) => message.body);

/** Posts the texts one minute apart and waits until they are indexed. */
export async function postAndIndex(who: Person, channelId: string, ...bodies: string[]) {
  const made = [];
  for (const body of bodies) {
    made.push(await sendMessage(who, channelId, body));
    who.app.clock.move(MINUTE);
  }
  await waitForMessageIndex(who.app);
  return made;
}
