import { AccountsService } from '#members/accounts.service.js';
import { HOUR } from '#kernel/clock.js';
import { KnownDevicesService } from '#members/sessions/known-devices.service.js';
import { MailLinksService } from '#members/sessions/mail-links.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester, send, sendForm, sendJson } from '../../support/app/client.js';
import { lockAccount } from '../../support/app/locked-row.js';
import { CookieJar, TEST_PASSWORD } from '../../support/app/test-password.js';
import { mailboxOf, mailsTo, sentMails, linkToken } from '../../support/browser/sent-mails.js';
import {
  admitApplicant,
  APPLICATION_ANSWERS,
  makeApplicant,
  makeReviewers,
  SUBMIT_APPLICATION,
} from '../../support/factories/applicants-and-reviewers.js';
import type { Person } from '../../support/factories/make-people.js';
import {
  applicantByEmail,
  changeAddress,
  CHANGE_ADDRESS,
  changePassword,
  DELETE_ACCOUNT,
  isSignedIn,
  mailedLinks,
  newAddress,
  NEXT_PASSWORD,
  opensSessionByPhrase,
  ownerAndThief,
  tokenInForm,
  signInDuringChange,
  THIEFS_PASSWORD,
} from '../../support/signin/credentials.js';

const app = useApp();
let mo1: Person;
let mo2: Person;
beforeAll(async () => {
  [mo1, mo2] = await makeReviewers(app);
});

const links = mailedLinks(
  mailboxOf(() => sentMails(app)),
  app,
);

describe('a stolen password', () => {
  it('opens no session if the owner changes it during the sign-in', async () => {
    const { ada, thief: known } = await ownerAndThief(app);
    const stranger = new CookieJar(app);
    const { changed, statuses } = await signInDuringChange(app, ada, [known, stranger]);
    expect([changed, statuses]).toEqual(['OK', [401, 401]]);
    for (const jar of [known, stranger]) expect(await isSignedIn(jar)).toBe(false);
    expect((await new CookieJar(app).signIn(ada.email, NEXT_PASSWORD)).status).toBe(200);
  });

  it('cannot set a new password after the owner changed it first', async () => {
    const { ada, thief } = await ownerAndThief(app);
    const row = await lockAccount(app, ada.accountId);
    const owners = changePassword(ada, NEXT_PASSWORD);
    await row.queued(1);
    const thiefs = changePassword(thief, THIEFS_PASSWORD);
    await row.queued(2);
    await row.release();
    expect([await owners, await thiefs]).toEqual(['OK', 'UNAUTHENTICATED']);
    expect((await new CookieJar(app).signIn(ada.email, THIEFS_PASSWORD)).status).toBe(401);
    expect((await new CookieJar(app).signIn(ada.email, NEXT_PASSWORD)).status).toBe(200);
  });

  it.each([
    [
      'a change of address',
      CHANGE_ADDRESS,
      { email: 'thief@trama.example', password: TEST_PASSWORD },
    ],
    ['a deletion', DELETE_ACCOUNT, { password: TEST_PASSWORD }],
  ])('cannot request %s after the owner changed it first', async (_what, document, input) => {
    const { ada, thief } = await ownerAndThief(app);
    const row = await lockAccount(app, ada.accountId);
    const owners = changePassword(ada, NEXT_PASSWORD);
    await row.queued(1);
    const thiefs = apiAs(thief).code(document, { input });
    await row.queued(2);
    await row.release();
    expect([await owners, await thiefs]).toEqual(['OK', 'UNAUTHENTICATED']);
    const { me } = await apiAs(ada).ask('{ me { pendingEmail deletionDueAt } }');
    expect(me).toEqual({ pendingEmail: null, deletionDueAt: null });
  });

  it.each(['locked', 'former'])(
    'opens no session if the account becomes %s during the sign-in',
    async (standing) => {
      const { ada } = await ownerAndThief(app);
      const row = await lockAccount(app, ada.accountId);
      const jar = new CookieJar(app);
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

describe('the recovery phrase of an application', () => {
  const open = (words: readonly string[]) => opensSessionByPhrase(app, words);
  const newApplicant = (prefix: string) => applicantByEmail(app, prefix);

  it('becomes invalid when an applicant with confirmed address and password is admitted', async () => {
    const { who, email } = await newApplicant('words');
    expect(await links.confirm(email)).toBe(200);
    expect(await open(who.words)).toBe(true);
    await admitApplicant([mo1, mo2], await who.id());
    expect(await open(who.words)).toBe(false);
    expect((await new CookieJar(app).signIn(email)).status).toBe(200);
  });

  it('becomes invalid when an admitted member confirms their address later', async () => {
    const { who, email } = await newApplicant('later');
    await admitApplicant([mo1, mo2], await who.id());
    expect(await open(who.words)).toBe(true);
    expect(await links.confirm(email)).toBe(200);
    expect(await open(who.words)).toBe(false);
  });

  it('becomes invalid when a password is set by a mailed link', async () => {
    const { who, email } = await newApplicant('forgot');
    expect(await links.confirm(email)).toBe(200);
    expect(await links.choose(email)).toBe(303);
    expect(await open(who.words)).toBe(false);
    expect(await isSignedIn(who)).toBe(false);
    expect((await new CookieJar(app).signIn(email, NEXT_PASSWORD)).status).toBe(200);
  });

  it('serves as the password of an account without a password, under the same rate limit', async () => {
    const who = await makeApplicant(app);
    const destroy = (password: string) => apiAs(who).code(DELETE_ACCOUNT, { input: { password } });
    const exported = async (password: string) =>
      (await sendJson(who, '/auth/export', { password })).status;
    const others = (await makeApplicant(app)).words.join(' ');
    expect(await destroy('')).toBe('INVALID');
    expect(await exported('')).toBe(400);
    expect(await destroy(others)).toBe('INVALID');
    const words = who.words.join(' ');
    expect(await exported(words)).toBe(200);
    for (const guess of ['a', 'b']) expect(await destroy(guess)).toBe('INVALID');
    expect([await destroy('c'), await exported(words)]).toEqual(['TOO_MANY', 429]);
  });

  it('cannot set another password or address: applying again requires the password', async () => {
    const { who, email } = await newApplicant('again');
    expect(await links.confirm(email)).toBe(200);
    const withdraw = 'mutation ($id: ID!) { withdrawApplication(id: $id) { id } }';
    await apiAs(who).ask(withdraw, { id: await who.id() });
    const thiefs = newAddress();
    const again = (answers: object) =>
      apiAs(who).code(SUBMIT_APPLICATION, {
        input: { ...APPLICATION_ANSWERS, reach: 'email', ...answers },
      });
    expect(await again({ email: thiefs, password: THIEFS_PASSWORD })).toBe('INVALID');
    expect(await again({ email: thiefs })).toBe('INVALID');
    expect(await again({ email: thiefs, password: TEST_PASSWORD })).toBe('OK');
    expect((await new CookieJar(app).signIn(email)).status).toBe(200);
    await links.secret('/keep', email);
  });

  it('loses its open sessions when the applicant sets a first password', async () => {
    const who = await makeApplicant(app);
    const thief = new CookieJar(app);
    thief.keep(await sendForm(thief, '/es/join/status', { words: who.words.join(' ') }));
    await app.db.write(() =>
      app.get(MailLinksService).make(who.accountId, 'reset-password', newAddress()),
    );
    await app.db.write(() => app.get(KnownDevicesService).remember(who.accountId, 'browser'));
    const withdraw = 'mutation ($id: ID!) { withdrawApplication(id: $id) { id } }';
    await apiAs(who).ask(withdraw, { id: await who.id() });
    expect(await isSignedIn(thief)).toBe(true);
    await who.apply({ reach: 'email', email: newAddress('first'), password: TEST_PASSWORD });
    expect([await isSignedIn(who), await isSignedIn(thief)]).toEqual([true, false]);
    expect(await app.get(KnownDevicesService).isKnown(who.accountId, 'browser')).toBe(false);
    const purposes = 'select purpose from mail_link where account_id = $1';
    expect(await app.db.query(purposes, [who.accountId])).toEqual([{ purpose: 'confirm-address' }]);
  });

  it('lets a member without a password set a password, and stays valid while the account has no address', async () => {
    const who = await makeApplicant(app);
    await admitApplicant([mo1, mo2], await who.id());
    await who.comeBack();
    expect(await changePassword(who, NEXT_PASSWORD, '')).toBe('INVALID');
    expect(await changePassword(who, NEXT_PASSWORD, who.words.join(' '))).toBe('OK');
    expect(await open(who.words)).toBe(true);
    const taken = await app.get(AccountsService).passwordHashOf(who.accountId);
    expect(taken).not.toBeNull();
    expect(await changePassword(who, TEST_PASSWORD, who.words.join(' '))).toBe('INVALID');
    expect(await changePassword(who, TEST_PASSWORD, NEXT_PASSWORD)).toBe('OK');
  });
});

describe('a pending deletion', () => {
  const dueAt = async ({ accountId }: Person) =>
    (await app.get(AccountsService).get(accountId)).deletionDueAt;
  const askForDeletion = (who: Requester, password = TEST_PASSWORD) =>
    apiAs(who).code(DELETE_ACCOUNT, { input: { password } });

  it.each([
    ['sets another password by a mailed link', (ada: Person) => links.choose(ada.email)],
    [
      'changes the password',
      async (ada: Person) => void (await changePassword(ada, NEXT_PASSWORD)),
    ],
    [
      'ends all other sessions',
      async (ada: Person) => void (await apiAs(ada).ask('mutation { endOtherSessions { id } }')),
    ],
    [
      'stops a change of address by the thief',
      async (ada: Person, thief: CookieJar) => {
        await changeAddress(thief, newAddress());
        await links.keep(await links.secret('/keep', ada.email));
      },
    ],
  ])('is cancelled when the owner %s', async (_what, act) => {
    const { ada, thief } = await ownerAndThief(app);
    expect(await askForDeletion(thief)).toBe('OK');
    expect(await dueAt(ada)).not.toBeNull();
    await act(ada, thief);
    expect(await dueAt(ada)).toBeNull();
  });

  it('stays if the owner requested the deletion after they set the new password', async () => {
    const { ada } = await ownerAndThief(app);
    expect(await changePassword(ada, NEXT_PASSWORD)).toBe('OK');
    expect(await askForDeletion(ada, NEXT_PASSWORD)).toBe('OK');
    expect((await new CookieJar(app).signIn(ada.email, NEXT_PASSWORD)).status).toBe(200);
    expect(await dueAt(ada)).not.toBeNull();
  });
});

describe('a pending change of address', () => {
  const addressOf = async (who: Person) =>
    (await app.get(AccountsService).get(who.accountId)).email;

  it.each([
    ['sets another password by a mailed link', (ada: Person) => links.choose(ada.email)],
    [
      'changes the password',
      async (ada: Person) => void (await changePassword(ada, NEXT_PASSWORD)),
    ],
    [
      'ends all other sessions',
      async (ada: Person) => void (await apiAs(ada).ask('mutation { endOtherSessions { id } }')),
    ],
  ])('is cancelled when the owner %s', async (_what, act) => {
    const { ada, thief } = await ownerAndThief(app);
    const email = newAddress();
    expect(await changeAddress(thief, email)).toBe('OK');
    await mailsTo(app, email);
    await act(ada);
    expect(await links.confirm(email)).toBe(404);
    expect(await addressOf(ada)).toBe(ada.email);
  });

  it('invalidates the links mailed to the former address once it is confirmed', async () => {
    const { ada } = await ownerAndThief(app);
    await links.forgot(ada.email);
    const t = await links.secret('/reset', ada.email);
    const email = newAddress();
    await changeAddress(ada, email);
    expect(await links.confirm(email)).toBe(200);
    expect((await links.reset(t, THIEFS_PASSWORD)).status).toBe(404);
    expect((await new CookieJar(app).signIn(email, THIEFS_PASSWORD)).status).toBe(401);
  });

  it('can be stopped from the current mailbox, which sets a new password at once', async () => {
    const { ada, thief } = await ownerAndThief(app);
    const email = newAddress();
    await changeAddress(thief, email);
    const pending = await links.secret('/confirm', email);
    const t = await links.secret('/keep', ada.email);
    const answer = await links.keep(t);
    expect(answer.status).toBe(200);
    expect((await sendForm({ app }, '/es/confirm', { t: pending })).status).toBe(404);
    for (const who of [ada, thief]) expect(await isSignedIn(who)).toBe(false);
    expect((await thief.signIn(ada.email)).status).toBe(401);
    expect((await links.reset(await tokenInForm(answer), NEXT_PASSWORD)).status).toBe(303);
    expect((await new CookieJar(app).signIn(ada.email, NEXT_PASSWORD)).status).toBe(200);
    expect((await send({ app }, `/es/keep?t=${t}`)).status).toBe(404);
  });

  it('can be undone for 72 hours after it took effect, whatever the thief did since', async () => {
    const { ada, thief } = await ownerAndThief(app);
    const [first, second] = [newAddress(), newAddress()];
    app.clock.move(-71 * HOUR);
    await changeAddress(thief, first);
    app.clock.move(71 * HOUR);
    expect(await links.confirm(first)).toBe(200);
    await links.choose(first, THIEFS_PASSWORD);
    const again = new CookieJar(app);
    await again.signIn(first, THIEFS_PASSWORD);
    await changeAddress(again, second, THIEFS_PASSWORD);
    expect(await links.confirm(second)).toBe(200);
    app.clock.move(71 * HOUR);
    const keepers = (await mailsTo(app, ada.email)).filter(({ path }) => path.includes('/keep'));
    expect(keepers).toHaveLength(2);
    expect((await links.keep(linkToken(keepers[1]!))).status).toBe(200);
    app.clock.move(-71 * HOUR);
    expect(await addressOf(ada)).toBe(ada.email);
    expect(await isSignedIn(again)).toBe(false);
    for (const address of [ada.email, first, second]) {
      expect((await new CookieJar(app).signIn(address, THIEFS_PASSWORD)).status).toBe(401);
    }
    // The thief's own mailbox was notified, and holds no link to take over the account again.
    const theirs = (await mailsTo(app, first)).map(({ path }) => path.split('?')[0]);
    expect(theirs).not.toContain('/es/keep');
  });
});
