import { createHash } from 'node:crypto';
import { useApp } from '../../support/app/app.js';
import { sendForm } from '../../support/app/client.js';
import { tablesOf } from '../../support/matrix/hidden.js';
import { invite } from '../../support/factories/invitations.js';
import { mailsTo } from '../../support/browser/outbox.js';
import { Jar, withPassword } from '../../support/app/passwords.js';
import { applicant, openToApplications } from '../../support/factories/vetting.js';
import { person } from '../../support/factories/world.js';

/** E10: nothing that opens a door can be guessed, from its kind, its time or another one of its kind. */
const app = useApp();
beforeAll(async () => {
  await openToApplications(app);
});

const MANY = 24;
const BITS = 128;

const times = async (make: () => Promise<string>): Promise<string[]> => {
  const made: string[] = [];
  for (let n = 0; n < MANY; n++) made.push(await make());
  return made;
};

/** Signs of an alphabet that could hold at least this many bits, all different, in no order, with nothing in common. */
function expectUnguessable(made: readonly string[], signs: number): void {
  expect(new Set(made).size).toBe(made.length);
  expect(made.toSorted()).not.toEqual(made);
  expect(made.toSorted().toReversed()).not.toEqual(made);
  for (const one of made) expect(one.length * Math.log2(signs)).toBeGreaterThanOrEqual(BITS);
  const length = Math.min(...made.map((one) => one.length));
  // At no place do all agree: there is no part that stands still, such as a time or a number of the node.
  for (let at = 0; at < length; at++) {
    expect(new Set(made.map((one) => one[at])).size).toBeGreaterThan(1);
  }
}

const tokenIn = (path: string) => new URLSearchParams(path.split('?')[1]).get('t')!;

it('sessions and known devices', async () => {
  const ada = await person(app, 'ada', 'member');
  await withPassword(app, ada);
  const jars: Jar[] = [];
  for (let n = 0; n < MANY; n++) {
    const jar = new Jar(app);
    await jar.signIn(ada.email);
    jars.push(jar);
  }
  for (const name of ['trama', 'trama-device']) {
    const made = jars.map((jar) => jar.get(name)!);
    expectUnguessable(made, 64);
    for (const one of made) expect(Buffer.from(one, 'base64url')).toHaveLength(32);
  }
});

it('links to set up, to confirm and for a new password', async () => {
  const tokens = await times(async () => {
    const { email, ...one } = await person(app, 'bo', 'member');
    await withPassword(app, one);
    await sendForm({ app }, '/es/forgot', { email });
    const [mail] = await mailsTo(app, email);
    return tokenIn(mail!.path);
  });
  expectUnguessable(tokens, 64);
  for (const one of tokens) expect(Buffer.from(one, 'base64url')).toHaveLength(32);
});

it('links of invitations', async () => {
  const codes = await times(async () => (await invite(await person(app, 'bo', 'member'))).code);
  expectUnguessable(codes, 64);
  for (const one of codes) expect(Buffer.from(one, 'base64url')).toHaveLength(32);
});

it('codes for vouching and words of a receipt', async () => {
  const made: { code: string; words: string }[] = [];
  for (let n = 0; n < MANY; n++) {
    const who = await applicant(app);
    made.push({
      code: (await who.own()).vouchCode.replaceAll('-', ''),
      words: who.words.join(' '),
    });
  }
  // The last sign of a code finds typing errors and adds nothing.
  expectUnguessable(
    made.map(({ code }) => code.slice(0, -1)),
    32,
  );
  expect(new Set(made.map(({ words }) => words)).size).toBe(MANY);
  const first = new Set(made.map(({ words }) => words.split(' ')[0]));
  expect(first.size).toBeGreaterThan(MANY / 2);
  // Twelve of 2,048 words are 132 bits, of which four find errors.
  for (const { words } of made) expect(words.split(' ')).toHaveLength(12);
});

/** Written so often that their ids stand in the order of time; whoever is shown such an id is shown its time beside it. */
const SHOWN_WITH_THEIR_TIME = new Set(['audit_entry', 'message']);

it('ids tell neither time nor order: each is random, in every table', async () => {
  const V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  for (const table of tablesOf(app)) {
    const [column] = await app.db.query<{ expression: string }>(
      `select column_default as expression from information_schema.columns
       where table_name = $1 and column_name = 'id' and table_schema = 'public'`,
      [table],
    );
    const want = SHOWN_WITH_THEIR_TIME.has(table) ? 'uuidv7()' : 'gen_random_uuid()';
    expect([table, column?.expression]).toEqual([table, want]);
    if (want === 'uuidv7()') continue;
    const rows = await app.db.query<{ id: string }>(
      `select id from "${table}" order by created_at limit 100`,
    );
    for (const { id } of rows) expect(id).toMatch(V4);
    const ids = rows.map(({ id }) => id);
    if (ids.length > 10) expect(ids.toSorted()).not.toEqual(ids);
  }
});

it('what opens a door is kept as a hash only', async () => {
  const ada = await person(app, 'ada', 'member');
  const [, token] = ada.cookie.split('=') as [string, string];
  const rows = await app.db.query<{ token_hash: Buffer }>(
    'select token_hash from session where account_id = $1',
    [ada.accountId],
  );
  expect(rows.map(({ token_hash: hash }) => hash.toString('hex'))).toEqual([
    createHash('sha256').update(token).digest('hex'),
  ]);
});
