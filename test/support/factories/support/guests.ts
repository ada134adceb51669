import type { TestApp } from '../../app/app.js';
import { apiAs, type Requester, sendForm } from '../../app/client.js';
import { makePerson } from '../make-people.js';
import { askSupportInput } from '../support-requests.js';

/** The input of a request without an account. */
export const askAsGuestInput = (said: Record<string, unknown> = {}) => ({
  ...askSupportInput(),
  language: 'es',
  ...said,
});

export const ASK_AS_GUEST = `mutation ($input: AskAsGuestInput!) {
  askSupportAsGuest(input: $input) { requestId words } }`;
const ALLOW =
  'mutation ($isAllowed: Boolean!) { allowAskingWithoutAccount(isAllowed: $isAllowed) { canAskWithoutAccount } }';

/** A person who holds the recovery phrase of a case, with the session that it opened. */
export interface Guest extends Requester {
  readonly app: TestApp;
  readonly requestId: string;
  readonly words: readonly string[];
  readonly cookie: string;
  /** The Set-Cookie header of the session. */
  readonly setCookie: string;
}

/** Allows or refuses requests without an account, as an administrator. */
export async function allowAskingWithoutAccount(app: TestApp, isAllowed = true): Promise<void> {
  await apiAs(await makePerson(app, 'admin', 'administrator')).ask(ALLOW, { isAllowed });
}

/** Asks for support without an account. */
export async function askAsGuest(app: TestApp, said: Record<string, unknown> = {}): Promise<Guest> {
  const answer = await apiAs({ app }).raw(ASK_AS_GUEST, { input: askAsGuestInput(said) });
  const { data } = (await answer.json()) as {
    data: { askSupportAsGuest: { requestId: string; words: string[] } };
  };
  return { app, ...data.askSupportAsGuest, ...sessionIn(answer) };
}

/** Opens a case by its phrase, in the form of the page to come back. A refused answer has no `requestId`. */
export async function openByPhrase(app: TestApp, words: string) {
  const answer = await sendForm({ app }, '/es/support/return', { words });
  const requestId = /^\/app\/support\/([\w-]+)$/.exec(answer.headers.get('location') ?? '')?.[1];
  return { app, requestId, status: answer.status, page: await answer.text(), ...sessionIn(answer) };
}

function sessionIn(answer: Response) {
  const setCookie = answer.headers.getSetCookie().join('\n');
  return { setCookie, cookie: setCookie.split(';')[0] ?? '' };
}
