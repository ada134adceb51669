import type { TestApp } from '../../app/app.js';
import { Instance } from '#settings/instance.entity.js';
import { apiAs, type Requester, sendForm } from '../../app/client.js';
import { makePerson } from '../make-people.js';
import { threadsOf } from '../../messages/case-threads.js';
import { askSupportInput, makeSupporter, supporterActions } from '../support-requests.js';

/** Founds the instance before the tests of a file, and lets each test ask without an account and without earlier counts. */
export function useGuestAsking(app: TestApp): void {
  beforeAll(async () => {
    await app.db.repo(Instance).insert({ foundedAt: app.clock.now() });
  });
  beforeEach(async () => {
    await allowAskingWithoutAccount(app);
    await app.db.query('truncate rate_limit');
  });
}

export const TAKE_CASE_PHRASE = 'mutation ($id: ID!) { takeCasePhrase(id: $id) { words } }';

export const countGuests = async (app: TestApp): Promise<number> =>
  (await app.db.query(`select 1 from account where standing = 'guest'`)).length;

/** The answer of `openByPhrase` to a phrase that opens no case. */
export const WRONG_PHRASE = { status: 400, requestId: undefined, setCookie: '' };

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

/** An accepted case of a person without an account, in an instance that is founded. */
export async function makeGuestCase(app: TestApp, said: Record<string, unknown> = {}) {
  await allowAskingWithoutAccount(app);
  const supporter = await makeSupporter(app);
  const guest = await askAsGuest(app, said);
  await supporterActions(supporter).take(guest.requestId);
  return { guest, supporter, ...(await threadsOf(app, guest.requestId)) };
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
