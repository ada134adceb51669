import type { TestApp } from '../app/app.js';
import { as, type Asker, send, sendForm } from '../app/client.js';
import { holdAccount } from '../app/held-account.js';
import { Jar, PASSWORD, withPassword } from '../app/passwords.js';
import { type Mailbox, tokenOf } from '../browser/outbox.js';
import { applicant } from '../factories/vetting.js';
import { type Person, person } from '../factories/world.js';

/** The password that an owner chooses next, and one that a thief would. */
export const [NEXT, THIEFS] = ['otra-frase-muy-mía-1974', 'la-frase-de-quien-robó-73'];

export const CHANGE_ADDRESS =
  'mutation ($input: ChangeAddressInput!) { changeAddress(input: $input) { pendingEmail } }';
export const DELETE_ACCOUNT =
  'mutation ($input: PasswordInput!) { deleteAccount(input: $input) { id } }';
const CHANGE_PASSWORD =
  'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { id } }';

export const changePassword = (who: Asker, newPassword: string, currentPassword = PASSWORD) =>
  as(who).code(CHANGE_PASSWORD, { input: { currentPassword, newPassword } });
export const askForAddress = (who: Asker, email: string, password = PASSWORD) =>
  as(who).code(CHANGE_ADDRESS, { input: { email, password } });
export const isSignedIn = async (who: Asker) => (await as(who).code('{ me { id } }')) === 'OK';
/** An address that no account has. */
export const newAddress = (prefix = 'thief') => `${prefix}.${crypto.randomUUID()}@trama.example`;

/** Requests to `app` with the links that reach a mailbox. */
export const linksFrom = (mails: Mailbox, app: TestApp) => {
  /** The secret of the first link to this page that was mailed to the address. */
  async function secret(page: string, email: string): Promise<string> {
    for (let count = 1; ; count++) {
      const found = (await mails(email, count)).find(({ path }) => path.includes(page));
      if (found) return tokenOf(found);
    }
  }
  const reset = (t: string, password: string, jar = new Jar(app)) =>
    sendForm(jar, '/es/reset', { t, password }).then((answer) => jar.keep(answer));
  const forgot = (email: string) => sendForm({ app }, '/es/forgot', { email });
  return {
    secret,
    forgot,
    reset,
    /** Opens the link that keeps an address and sends the form of its page. */
    async keep(t: string): Promise<Response> {
      const { status } = await send({ app }, `/es/keep?t=${t}`);
      if (status !== 200) throw new Error(`The page of the link was answered ${status}`);
      return sendForm({ app }, '/es/keep', { t });
    },
    /** Confirms an address; gives the status of the answer. */
    confirm: async (email: string): Promise<number> =>
      (await sendForm({ app }, '/es/confirm', { t: await secret('/confirm', email) })).status,
    /** Chooses another password by a mailed link; gives the status of the answer. */
    async choose(email: string, password = NEXT, jar = new Jar(app)): Promise<number> {
      await forgot(email);
      return (await reset(await secret('/reset', email), password, jar)).status;
    },
  };
};

/** The secret in the form with which another password is chosen. */
export const secretOnPage = async (page: Response): Promise<string> =>
  /name="t" value="([^"]+)"/.exec(await page.text())![1]!;

/** A member with the password of the tests, and a thief who signed in at `node` with it. */
export async function ownerAndThief(app: TestApp, node = app) {
  const ada = { ...(await person(app, 'ada', 'member')), app: node };
  await withPassword(app, ada);
  const thief = new Jar(node);
  const { status } = await thief.signIn(ada.email);
  if (status !== 200) throw new Error(`The thief's sign-in was answered ${status}`);
  return { ada, thief };
}

/**
 * Signs in with the password of the tests while its owner's change of it waits for the row of the account, before them.
 * The row is held through `app`, so that the order is always this one. Gives the answers.
 */
export async function signInDuringChange(app: TestApp, owner: Person, jars: readonly Jar[]) {
  const row = await holdAccount(app, owner.accountId);
  const change = changePassword(owner, NEXT);
  await row.queued(1);
  const entering = jars.map((jar) => jar.signIn(owner.email));
  await row.queued(1 + jars.length);
  await row.release();
  const answers = await Promise.all(entering);
  return { changed: await change, statuses: answers.map(({ status }) => status) };
}

/** An applicant with an address and the password of the tests. */
export async function applicantByMail(app: TestApp, prefix: string) {
  const email = newAddress(prefix);
  const who = await applicant(app, { reach: 'email', email, password: PASSWORD });
  return { who, email };
}

/** Whether a recovery phrase opens a session. */
export async function opensByWords(app: TestApp, words: readonly string[]): Promise<boolean> {
  const jar = new Jar(app);
  jar.keep(await sendForm(jar, '/es/join/status', { words: words.join(' ') }));
  return isSignedIn(jar);
}
