import { createHash } from 'node:crypto';
import { useApp } from '../../support/app/app.js';
import { sendForm } from '../../support/app/client.js';
import { entityTables } from '../../support/matrix/hidden-rows.js';
import { createInvitation } from '../../support/factories/invitations.js';
import { mailsTo } from '../../support/browser/sent-mails.js';
import { CookieJar, setTestPassword } from '../../support/app/test-password.js';
import { makeApplicant, makeReviewers } from '../../support/factories/applicants-and-reviewers.js';
import { makePerson } from '../../support/factories/make-people.js';

const app = useApp();
beforeAll(async () => {
  await makeReviewers(app);
});

const MANY = 24;
const BITS = 128;

const times = async (make: () => Promise<string>): Promise<string[]> => {
  const made: string[] = [];
  for (let n = 0; n < MANY; n++) made.push(await make());
  return made;
};

/**
 * Checks that the values are all different, unordered, without common parts, and use the given number of characters.
 */
function expectUnguessable(made: readonly string[], signs: number): void {
  expect(new Set(made).size).toBe(made.length);
  expect(made.toSorted()).not.toEqual(made);
  expect(made.toSorted().toReversed()).not.toEqual(made);
  for (const one of made) expect(one.length * Math.log2(signs)).toBeGreaterThanOrEqual(BITS);
  const length = Math.min(...made.map((one) => one.length));
  // At no position are all values equal: no part is constant, such as a time or a node number.
  for (let at = 0; at < length; at++) {
    expect(new Set(made.map((one) => one[at])).size).toBeGreaterThan(1);
  }
}

const tokenIn = (path: string) => new URLSearchParams(path.split('?')[1]).get('t')!;

it('session and device cookies are random 32-byte values', async () => {
  const ada = await makePerson(app, 'ada', 'member');
  await setTestPassword(app, ada);
  const jars: CookieJar[] = [];
  for (let n = 0; n < MANY; n++) {
    const jar = new CookieJar(app);
    await jar.signIn(ada.email);
    jars.push(jar);
  }
  for (const name of ['trama', 'trama-device']) {
    const made = jars.map((jar) => jar.get(name)!);
    expectUnguessable(made, 64);
    for (const one of made) expect(Buffer.from(one, 'base64url')).toHaveLength(32);
  }
});

it('tokens of mailed links are random 32-byte values', async () => {
  const tokens = await times(async () => {
    const { email, ...one } = await makePerson(app, 'bo', 'member');
    await setTestPassword(app, one);
    await sendForm({ app }, '/es/forgot', { email });
    const [mail] = await mailsTo(app, email);
    return tokenIn(mail!.path);
  });
  expectUnguessable(tokens, 64);
  for (const one of tokens) expect(Buffer.from(one, 'base64url')).toHaveLength(32);
});

it('invitation links are random 32-byte values', async () => {
  const codes = await times(
    async () => (await createInvitation(await makePerson(app, 'bo', 'member'))).code,
  );
  expectUnguessable(codes, 64);
  for (const one of codes) expect(Buffer.from(one, 'base64url')).toHaveLength(32);
});

it('vouch codes and recovery phrases are random', async () => {
  const made: { code: string; words: string }[] = [];
  for (let n = 0; n < MANY; n++) {
    const who = await makeApplicant(app);
    made.push({
      code: (await who.own()).vouchCode.replaceAll('-', ''),
      words: who.words.join(' '),
    });
  }
  // The last character of a code is a checksum and adds no randomness.
  expectUnguessable(
    made.map(({ code }) => code.slice(0, -1)),
    32,
  );
  expect(new Set(made.map(({ words }) => words)).size).toBe(MANY);
  const first = new Set(made.map(({ words }) => words.split(' ')[0]));
  expect(first.size).toBeGreaterThan(MANY / 2);
  // Twelve of 2,048 words are 132 bits, of which four are a checksum.
  for (const { words } of made) expect(words.split(' ')).toHaveLength(12);
});

/** Large tables, whose ids are ordered by time. A viewer of such an id also sees the time of the row. */
const SHOWN_WITH_THEIR_TIME = new Set(['audit_entry', 'message']);

it('ids reveal neither time nor order: they are random in every table except those shown with their time', async () => {
  const V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  for (const table of entityTables(app)) {
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

it('session tokens are stored as hashes only', async () => {
  const ada = await makePerson(app, 'ada', 'member');
  const [, token] = ada.cookie.split('=') as [string, string];
  const rows = await app.db.query<{ token_hash: Buffer }>(
    'select token_hash from session where account_id = $1',
    [ada.accountId],
  );
  expect(rows.map(({ token_hash: hash }) => hash.toString('hex'))).toEqual([
    createHash('sha256').update(token).digest('hex'),
  ]);
});
