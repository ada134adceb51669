import { useApp } from '../../support/app/app.js';
import { as, type Asker } from '../../support/app/client.js';
import { holdAccount } from '../../support/app/held-account.js';
import { Jar, PASSWORD, withPassword } from '../../support/app/passwords.js';
import { world } from '../../support/factories/world.js';

const ME = '{ me { id } }';
const NEXT = 'otra-frase-muy-mía-1974';
const THIEFS = 'la-frase-de-quien-robó-73';
const CHANGE_PASSWORD =
  'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { id } }';
const CHANGE_ADDRESS =
  'mutation ($input: ChangeAddressInput!) { changeAddress(input: $input) { pendingEmail } }';
const DELETE = 'mutation ($input: PasswordInput!) { deleteAccount(input: $input) { id } }';

const app = useApp();

const changePassword = (who: Asker, newPassword: string, currentPassword = PASSWORD) =>
  as(who).code(CHANGE_PASSWORD, { input: { currentPassword, newPassword } });
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
