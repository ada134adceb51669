import { AccountsService } from '#members/accounts.service.js';
import { HOUR } from '#kernel/clock.js';
import { useApp } from '../../support/app/app.js';
import { as, type Asker, send, sendForm, sendJson } from '../../support/app/client.js';
import { holdAccount } from '../../support/app/held-account.js';
import { Jar, PASSWORD, withPassword } from '../../support/app/passwords.js';
import { mailsTo } from '../../support/browser/outbox.js';
import {
  admitted,
  ANSWERS,
  applicant,
  openToApplications,
  SUBMIT,
} from '../../support/factories/vetting.js';
import { type Person, world } from '../../support/factories/world.js';

const ME = '{ me { id } }';
const NEXT = 'otra-frase-muy-mía-1974';
const THIEFS = 'la-frase-de-quien-robó-73';
const CHANGE_PASSWORD =
  'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { id } }';
const CHANGE_ADDRESS =
  'mutation ($input: ChangeAddressInput!) { changeAddress(input: $input) { pendingEmail } }';
const DELETE = 'mutation ($input: PasswordInput!) { deleteAccount(input: $input) { id } }';

const app = useApp();
let mo1: Person;
let mo2: Person;
beforeAll(async () => {
  [mo1, mo2] = await openToApplications(app);
});

const changePassword = (who: Asker, newPassword: string, currentPassword = PASSWORD) =>
  as(who).code(CHANGE_PASSWORD, { input: { currentPassword, newPassword } });
const tokenIn = (path: string) => new URL(path, app.url).searchParams.get('t')!;
/** The secret of the first link to this page that was mailed to the address. */
async function mailed(page: string, email: string): Promise<string> {
  for (let count = 1; ; count++) {
    const found = (await mailsTo(app, email, count)).find(({ path }) => path.includes(page));
    if (found) return tokenIn(found.path);
  }
}
/** Chooses another password by a link to the address. */
async function chooseByMail(email: string, password = NEXT): Promise<void> {
  await sendForm({ app }, '/es/forgot', { email });
  const t = await mailed('/reset', email);
  expect((await sendForm({ app }, '/es/reset', { t, password })).status).toBe(303);
}
const enters = async (who: Asker) => (await as(who).code(ME)) === 'OK';

/** A member with the password of the tests, in their own browser, and a thief who is signed in with it as well. */
async function robbed(name = 'ada') {
  const { [name]: ada } = await world(app, { [name]: 'member' });
  await withPassword(app, ada!);
  const thief = new Jar(app);
  expect((await thief.signIn(ada!.email)).status).toBe(200);
  return { ada: ada!, thief };
}

describe('a stolen password', () => {
  it('opens no session when the sign-in was under way as the owner changed it', async () => {
    const { ada, thief: known } = await robbed();
    const row = await holdAccount(app, ada.accountId);
    const change = changePassword(ada, NEXT);
    await row.queued(1);
    const stranger = new Jar(app);
    const entering = [known.signIn(ada.email), stranger.signIn(ada.email)];
    await row.queued(3);
    await row.release();
    expect(await change).toBe('OK');
    expect((await Promise.all(entering)).map(({ status }) => status)).toEqual([401, 401]);
    for (const jar of [known, stranger]) expect(await enters(jar)).toBe(false);
    expect((await new Jar(app).signIn(ada.email, NEXT)).status).toBe(200);
  });

  it('sets no other password when the owner changed it first', async () => {
    const { ada, thief } = await robbed();
    const row = await holdAccount(app, ada.accountId);
    const owners = changePassword(ada, NEXT);
    await row.queued(1);
    const thiefs = changePassword(thief, THIEFS);
    await row.queued(2);
    await row.release();
    expect([await owners, await thiefs]).toEqual(['OK', 'UNAUTHENTICATED']);
    expect((await new Jar(app).signIn(ada.email, THIEFS)).status).toBe(401);
    expect((await new Jar(app).signIn(ada.email, NEXT)).status).toBe(200);
  });

  it.each([
    ['a change of address', CHANGE_ADDRESS, { email: 'thief@trama.example', password: PASSWORD }],
    ['a deletion', DELETE, { password: PASSWORD }],
  ])('asks for no %s when the owner changed it first', async (_what, document, input) => {
    const { ada, thief } = await robbed();
    const row = await holdAccount(app, ada.accountId);
    const owners = changePassword(ada, NEXT);
    await row.queued(1);
    const thiefs = as(thief).code(document, { input });
    await row.queued(2);
    await row.release();
    expect([await owners, await thiefs]).toEqual(['OK', 'UNAUTHENTICATED']);
    const { me } = await as(ada).ask('{ me { pendingEmail deletionDueAt } }');
    expect(me).toEqual({ pendingEmail: null, deletionDueAt: null });
  });

  it.each(['locked', 'former'])(
    'opens no session when the account became %s meanwhile',
    async (standing) => {
      const { ada } = await robbed();
      const row = await holdAccount(app, ada.accountId);
      const jar = new Jar(app);
      const entering = jar.signIn(ada.email);
      await row.queued(1);
      await row.run('update account set standing = $2 where id = $1', [ada.accountId, standing]);
      await row.release();
      expect((await entering).status).toBe(401);
      const sessions = 'select 1 from session where account_id = $1 and created_at > $2';
      const since = new Date(Date.now() - 60_000);
      expect(await app.db.query(sessions, [ada.accountId, since])).toHaveLength(2);
    },
  );
});

describe('the words of a receipt', () => {
  const open = async (words: readonly string[]) => {
    const jar = new Jar(app);
    jar.keep(await sendForm(jar, '/es/join/status', { words: words.join(' ') }));
    return enters(jar);
  };
  const newApplicant = (prefix: string) => {
    const email = `${prefix}.${crypto.randomUUID()}@trama.example`;
    return applicant(app, { reach: 'email', email, password: PASSWORD }).then((who) => ({
      who,
      email,
    }));
  };
  const confirm = async (email: string) => {
    const t = await mailed('/confirm', email);
    expect((await sendForm({ app }, '/es/confirm', { t })).status).toBe(200);
  };

  it('end when their applicant is admitted with a confirmed address and a password', async () => {
    const { who, email } = await newApplicant('words');
    await confirm(email);
    expect(await open(who.words)).toBe(true);
    await admitted([mo1, mo2], await who.id());
    expect(await open(who.words)).toBe(false);
    expect((await new Jar(app).signIn(email)).status).toBe(200);
  });

  it('end when an admitted member confirms their address later', async () => {
    const { who, email } = await newApplicant('later');
    await admitted([mo1, mo2], await who.id());
    expect(await open(who.words)).toBe(true);
    await confirm(email);
    expect(await open(who.words)).toBe(false);
  });

  it('end with a new password by a mailed link', async () => {
    const { who, email } = await newApplicant('forgot');
    await confirm(email);
    await chooseByMail(email);
    expect(await open(who.words)).toBe(false);
    expect(await enters(who)).toBe(false);
    expect((await new Jar(app).signIn(email, NEXT)).status).toBe(200);
  });

  it('are asked for where there is no password, and are guessed at the account’s own pace', async () => {
    const who = await applicant(app);
    const destroy = (password: string) => as(who).code(DELETE, { input: { password } });
    const exported = async (password: string) =>
      (await sendJson(who, '/auth/export', { password })).status;
    const others = (await applicant(app)).words.join(' ');
    expect(await destroy('')).toBe('INVALID');
    expect(await exported('')).toBe(400);
    expect(await destroy(others)).toBe('INVALID');
    const words = who.words.join(' ');
    expect(await exported(words)).toBe(200);
    for (const guess of ['a', 'b']) expect(await destroy(guess)).toBe('INVALID');
    expect([await destroy('c'), await exported(words)]).toEqual(['TOO_MANY', 429]);
  });

  it('are no way to another password or address: applying again asks for the password', async () => {
    const { who, email } = await newApplicant('again');
    await confirm(email);
    const withdraw = 'mutation ($id: ID!) { withdrawApplication(id: $id) { id } }';
    await as(who).ask(withdraw, { id: await who.id() });
    const thiefs = `thief.${crypto.randomUUID()}@trama.example`;
    const again = (answers: object) =>
      as(who).code(SUBMIT, { input: { ...ANSWERS, reach: 'email', ...answers } });
    expect(await again({ email: thiefs, password: THIEFS })).toBe('INVALID');
    expect(await again({ email: thiefs })).toBe('INVALID');
    expect(await again({ email: thiefs, password: PASSWORD })).toBe('OK');
    expect((await new Jar(app).signIn(email)).status).toBe(200);
    await mailed('/keep', email);
  });

  it('let a member without a password choose one, and go on where there is no address', async () => {
    const who = await applicant(app);
    await admitted([mo1, mo2], await who.id());
    await who.comeBack();
    expect(await changePassword(who, NEXT, '')).toBe('INVALID');
    expect(await changePassword(who, NEXT, who.words.join(' '))).toBe('OK');
    expect(await open(who.words)).toBe(true);
    const taken = await app.get(AccountsService).passwordHashOf(who.accountId);
    expect(taken).not.toBeNull();
    expect(await changePassword(who, PASSWORD, who.words.join(' '))).toBe('INVALID');
    expect(await changePassword(who, PASSWORD, NEXT)).toBe('OK');
  });
});

describe('a pending change of address', () => {
  const ask = (who: Asker, email: string, password = PASSWORD) =>
    as(who).code(CHANGE_ADDRESS, { input: { email, password } });
  const confirmed = async (email: string) => {
    const t = await mailed('/confirm', email);
    return (await sendForm({ app }, '/es/confirm', { t })).status;
  };
  const addressOf = async (who: Person) =>
    (await app.get(AccountsService).get(who.accountId)).email;
  const thiefs = () => `thief.${crypto.randomUUID()}@trama.example`;
  const forgot = (email: string) => sendForm({ app }, '/es/forgot', { email });

  it.each([
    ['chooses another password by a mailed link', (ada: Person) => chooseByMail(ada.email)],
    ['changes the password', async (ada: Person) => void (await changePassword(ada, NEXT))],
    [
      'ends all other sessions',
      async (ada: Person) => void (await as(ada).ask('mutation { endOtherSessions { id } }')),
    ],
  ])('is over when the owner %s', async (_what, act) => {
    const { ada, thief } = await robbed();
    const email = thiefs();
    expect(await ask(thief, email)).toBe('OK');
    await mailsTo(app, email);
    await act(ada);
    expect(await confirmed(email)).toBe(404);
    expect(await addressOf(ada)).toBe(ada.email);
  });

  it('takes the links along that were mailed to the address before', async () => {
    const { ada } = await robbed();
    await forgot(ada.email);
    const t = await mailed('/reset', ada.email);
    const email = thiefs();
    await ask(ada, email);
    expect(await confirmed(email)).toBe(200);
    expect((await sendForm({ app }, '/es/reset', { t, password: THIEFS })).status).toBe(404);
    expect((await new Jar(app).signIn(email, THIEFS)).status).toBe(401);
  });

  /** Opens the link that keeps the address; gives the answer to its form. */
  const keep = async (t: string) => {
    expect((await send({ app }, `/es/keep?t=${t}`)).status).toBe(200);
    return sendForm({ app }, '/es/keep', { t });
  };

  it('is stopped from the mailbox that the account has, which chooses another password at once', async () => {
    const { ada, thief } = await robbed();
    const email = thiefs();
    await ask(thief, email);
    const pending = await mailed('/confirm', email);
    const t = await mailed('/keep', ada.email);
    const answer = await keep(t);
    expect(answer.status).toBe(200);
    expect((await sendForm({ app }, '/es/confirm', { t: pending })).status).toBe(404);
    for (const who of [ada, thief]) expect(await enters(who)).toBe(false);
    expect((await thief.signIn(ada.email)).status).toBe(401);
    const [, reset] = /name="t" value="([^"]+)"/.exec(await answer.text())!;
    const chosen = await sendForm({ app }, '/es/reset', { t: reset!, password: NEXT });
    expect(chosen.status).toBe(303);
    expect((await new Jar(app).signIn(ada.email, NEXT)).status).toBe(200);
    expect((await send({ app }, `/es/keep?t=${t}`)).status).toBe(404);
  });

  it('is taken back for 72 hours after it was made, whatever the thief did since', async () => {
    const { ada, thief } = await robbed();
    const [first, second] = [thiefs(), thiefs()];
    app.clock.move(-71 * HOUR);
    await ask(thief, first);
    app.clock.move(71 * HOUR);
    expect(await confirmed(first)).toBe(200);
    await chooseByMail(first, THIEFS);
    const again = new Jar(app);
    await again.signIn(first, THIEFS);
    await ask(again, second, THIEFS);
    expect(await confirmed(second)).toBe(200);
    app.clock.move(71 * HOUR);
    const keepers = (await mailsTo(app, ada.email)).filter(({ path }) => path.includes('/keep'));
    expect(keepers).toHaveLength(2);
    expect((await keep(tokenIn(keepers[1]!.path))).status).toBe(200);
    app.clock.move(-71 * HOUR);
    expect(await addressOf(ada)).toBe(ada.email);
    expect(await enters(again)).toBe(false);
    for (const address of [ada.email, first, second]) {
      expect((await new Jar(app).signIn(address, THIEFS)).status).toBe(401);
    }
    // The thief's own mailbox was told, and has nothing with which to take the account again.
    const theirs = (await mailsTo(app, first)).map(({ path }) => path.split('?')[0]);
    expect(theirs).not.toContain('/es/keep');
  });
});
