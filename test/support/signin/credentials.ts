import type { TestApp } from '../app/app.js';
import { apiAs, type Requester, send, sendForm } from '../app/client.js';
import { lockAccount } from '../app/locked-row.js';
import { CookieJar, TEST_PASSWORD, setTestPassword } from '../app/test-password.js';
import { type Mailbox, linkToken } from '../browser/sent-mails.js';
import { makeApplicant } from '../factories/applicants-and-reviewers.js';
import { type Person, makePerson } from '../factories/make-people.js';

/** The next password of the owner, and the password that a thief sets. */
export const [NEXT_PASSWORD, THIEFS_PASSWORD] = [
  'otra-frase-muy-mía-1974',
  'la-frase-de-quien-robó-73',
];

export const CHANGE_ADDRESS =
  'mutation ($input: ChangeAddressInput!) { changeAddress(input: $input) { pendingEmail } }';
export const DELETE_ACCOUNT =
  'mutation ($input: PasswordInput!) { deleteAccount(input: $input) { id } }';
const CHANGE_PASSWORD =
  'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { id } }';

export const changePassword = (
  who: Requester,
  newPassword: string,
  currentPassword = TEST_PASSWORD,
) => apiAs(who).code(CHANGE_PASSWORD, { input: { currentPassword, newPassword } });
export const changeAddress = (who: Requester, email: string, password = TEST_PASSWORD) =>
  apiAs(who).code(CHANGE_ADDRESS, { input: { email, password } });
export const isSignedIn = async (who: Requester) =>
  (await apiAs(who).code('{ me { id } }')) === 'OK';
/** Returns a mail address to which no account belongs. */
export const newAddress = (prefix = 'thief') => `${prefix}.${crypto.randomUUID()}@trama.example`;

/** Opens links from mails. The requests go to `app`. */
export const mailedLinks = (mails: Mailbox, app: TestApp) => {
  /** Returns the token of the first link to this page in the mails to the address. */
  async function secret(page: string, email: string): Promise<string> {
    for (let count = 1; ; count++) {
      const found = (await mails(email, count)).find(({ path }) => path.includes(page));
      if (found) return linkToken(found);
    }
  }
  const reset = (t: string, password: string, jar = new CookieJar(app)) =>
    sendForm(jar, '/es/reset', { t, password }).then((answer) => jar.keep(answer));
  const forgot = (email: string) => sendForm({ app }, '/es/forgot', { email });
  return {
    secret,
    forgot,
    reset,
    /** Opens the link that keeps the previous address, and submits the form of the linked page. */
    async keep(t: string): Promise<Response> {
      const { status } = await send({ app }, `/es/keep?t=${t}`);
      if (status !== 200) throw new Error(`The page of the link was answered ${status}`);
      return sendForm({ app }, '/es/keep', { t });
    },
    /** Opens the link that confirms a new address. Returns the HTTP status. */
    confirm: async (email: string): Promise<number> =>
      (await sendForm({ app }, '/es/confirm', { t: await secret('/confirm', email) })).status,
    /** Sets a new password through a link from a mail. Returns the HTTP status. */
    async choose(
      email: string,
      password = NEXT_PASSWORD,
      jar = new CookieJar(app),
    ): Promise<number> {
      await forgot(email);
      return (await reset(await secret('/reset', email), password, jar)).status;
    },
  };
};

/** Returns the token in the form of the password page. */
export const tokenInForm = async (page: Response): Promise<string> =>
  /name="t" value="([^"]+)"/.exec(await page.text())![1]!;

/** Creates a member with the test password. A thief signs in with this password at `node`. */
export async function ownerAndThief(app: TestApp, node = app) {
  const ada = { ...(await makePerson(app, 'ada', 'member')), app: node };
  await setTestPassword(app, ada);
  const thief = new CookieJar(node);
  const { status } = await thief.signIn(ada.email);
  if (status !== 200) throw new Error(`The thief's sign-in was answered ${status}`);
  return { ada, thief };
}

/**
 * Signs in with the test password while the owner's password change waits, first in line, for the lock on the account
 * row. The lock is held through `app`, so the order of the requests is fixed. Returns the responses.
 */
export async function signInDuringChange(app: TestApp, owner: Person, jars: readonly CookieJar[]) {
  const row = await lockAccount(app, owner.accountId);
  const change = changePassword(owner, NEXT_PASSWORD);
  await row.queued(1);
  const entering = jars.map((jar) => jar.signIn(owner.email));
  await row.queued(1 + jars.length);
  await row.release();
  const answers = await Promise.all(entering);
  return { changed: await change, statuses: answers.map(({ status }) => status) };
}

/** Creates an applicant with a mail address and the test password. */
export async function applicantByEmail(app: TestApp, prefix: string) {
  const email = newAddress(prefix);
  const who = await makeApplicant(app, { reach: 'email', email, password: TEST_PASSWORD });
  return { who, email };
}

/** Returns whether a sign-in with the recovery phrase opens a session. */
export async function opensSessionByPhrase(
  app: TestApp,
  words: readonly string[],
): Promise<boolean> {
  const jar = new CookieJar(app);
  jar.keep(await sendForm(jar, '/es/join/status', { words: words.join(' ') }));
  return isSignedIn(jar);
}
