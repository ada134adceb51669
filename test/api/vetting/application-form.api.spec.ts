import { useApp } from '../../support/app/app.js';
import { apiAs, send, sendJson } from '../../support/app/client.js';
import { CookieJar } from '../../support/app/test-password.js';
import {
  APPLICATION_ANSWERS,
  Applicant,
  reviewerActions,
  makeReviewers,
  SUBMIT_APPLICATION,
} from '../../support/factories/applicants-and-reviewers.js';
import { makePerson, type Person } from '../../support/factories/make-people.js';

const app = useApp();
let mo1: Person;
let mo2: Person;
beforeAll(async () => {
  [mo1, mo2] = await makeReviewers(app);
});

type Fields = readonly (readonly [string, string])[];

/** Submits a form like a browser without JavaScript. */
async function post(jar: CookieJar, path: string, fields: Fields): Promise<Response> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
  return jar.keep(await send(jar, path, { body, headers }));
}
const page = async (jar: CookieJar, path: string) => (await send(jar, path)).text();
const wordsIn = (html: string) =>
  [...html.matchAll(/<li>([^<]+)<\/li>/g)].map(([, word]) => word!.trim());
const idIn = (html: string) => /name="id"\s+value="([^"]+)"/.exec(html)![1]!;

const GOOD: Fields = [
  ['lang', 'pt'],
  ['language', 'pt'],
  ['name', 'Ravi & <Capim>'],
  ['languages', 'language:pt'],
  ['otherLanguage', 'language:gn'],
  ['practices', 'practice:media-education'],
  ['practices', 'practice:documentation-archives'],
  ['unsaid', 'issueAreas'],
  ['country', 'territory:BR'],
  ['sharedTerritories', 'territory:amazonia'],
  ['hopes', 'Guardar cartazes.'],
  ['knownKind', 'nobody'],
  ['reach', 'here'],
];
const without = (name: string) => GOOD.filter(([one]) => one !== name);

it('the application form submits a whole application and shows the recovery phrase once', async () => {
  const jar = new CookieJar(app);
  const form = await page(jar, '/pt/join');
  expect(form.match(/<form[^>]+action="\/join"/g)).toHaveLength(1);
  for (const name of new Set(GOOD.map(([one]) => one))) expect(form).toContain(`name="${name}"`);
  const sent = await post(jar, '/join', GOOD);
  expect(sent.status).toBe(200);
  expect(sent.headers.get('cache-control')).toBe('no-store');
  const words = wordsIn(await sent.text());
  expect(words).toHaveLength(12);

  const status = await page(jar, '/pt/join/status');
  expect(status).toContain('Ravi &amp; &lt;Capim&gt;');
  expect(status).not.toContain(words.join(' '));
  expect((await send(jar, '/pt/join')).headers.get('location')).toBe('/pt/join/status');
  expect((await post(jar, '/join', GOOD)).headers.get('location')).toBe('/pt/join/status');
  const told = await page(jar, '/pt/join/status/sent');
  for (const text of ['Guarani', 'Educação midiática', 'Amazônia', 'Você prefere não dizer']) {
    expect(told).toContain(text);
  }

  const other = new CookieJar(app);
  const back = await post(other, '/es/join/status', [['words', words.join(' ').toUpperCase()]]);
  expect(back.headers.get('location')).toBe('/es/join/status');
  expect(await page(other, '/es/join/status')).toContain('Ravi &amp;');
});

it("a rejected application form names every invalid field in the page's language and keeps the typed text", async () => {
  const jar = new CookieJar(app);
  const sent = () => app.db.query('select id from application order by id');
  const before = await sent();
  const long = 'palabra '.repeat(1_250);
  const answer = await post(jar, '/join', [
    ['lang', 'es'],
    ['language', 'es'],
    ['name', ''],
    ['work', long],
    ['practices', 'practice:media-education'],
    ['issueAreas', 'issue:indigenous-rights'],
    ['reach', 'email'],
    ['email', 'no es un correo'],
    ['password', 'río-lento-y-claro'],
    ['unsaid', 'known'],
  ]);
  expect(answer.status).toBe(400);
  const html = await answer.text();
  expect(html).toMatch(/<title>Error: /);
  for (const field of ['name', 'work', 'country', 'hopes', 'email']) {
    expect(html).toContain(`href="#${field}"`);
    expect(html).toContain(`id="${field}-error"`);
  }
  expect(html).not.toContain('href="#practices"');
  expect(html).toContain(long.trimEnd());
  expect(html).toMatch(/value="practice:media-education"\s+checked/);
  expect(html).not.toContain('río-lento-y-claro');
  expect(await sent()).toEqual(before);
});

it('an application with a name in two alphabets is rejected, with a message in each language', async () => {
  const mixed = 'M\u0430ria'; // a Cyrillic а
  for (const [lang, words] of [
    ['es', 'letras de un solo alfabeto'],
    ['pt', 'letras de um só alfabeto'],
    ['en', 'letters of one alphabet'],
  ] as const) {
    const fields = GOOD.filter(([one]) => one !== 'name' && one !== 'lang');
    const answer = await post(new CookieJar(app), '/join', [
      ...fields,
      ['lang', lang],
      ['name', mixed],
    ]);
    expect([lang, answer.status, (await answer.text()).includes(words)]).toEqual([lang, 400, true]);
  }
  const input = { ...APPLICATION_ANSWERS, name: mixed };
  await expect(apiAs(new Applicant(app)).ask(SUBMIT_APPLICATION, { input })).rejects.toMatchObject({
    ...{ code: 'INVALID', fields: { name: 'mixedScripts' } },
  });
  expect(
    await apiAs(new Applicant(app)).code(SUBMIT_APPLICATION, {
      input: { ...APPLICATION_ANSWERS, name: 'Мария' },
    }),
  ).toBe('OK');
});

it('the application endpoint answers a JSON request with error codes', async () => {
  const values = Object.fromEntries(without('practices'));
  const lists = { languages: [], practices: [], issueAreas: [], sharedTerritories: [] };
  const bad = await sendJson({ app }, '/join', { ...values, ...lists, unsaid: [] });
  expect(bad.status).toBe(400);
  expect(await bad.json()).toMatchObject({
    code: 'INVALID',
    fields: { practices: 'missing', issueAreas: 'missing' },
  });
  const good = await sendJson({ app }, '/join', {
    ...values,
    ...lists,
    unsaid: ['practices', 'issueAreas'],
  });
  expect(good.status).toBe(200);
  expect(((await good.json()) as { words: string[] }).words).toHaveLength(12);
  expect(good.headers.getSetCookie().join()).toContain('HttpOnly');
  const member = await makePerson(app, 'ana', 'member');
  expect((await sendJson(member, '/join', values)).status).toBe(403);
  expect((await send(member, '/es/join/status')).headers.get('location')).toBe('/app');
});

it('an applicant can answer a question, withdraw and delete without JavaScript', async () => {
  const jar = new CookieJar(app);
  await post(jar, '/join', GOOD);
  const id = idIn(await page(jar, '/pt/join/status/leave'));
  await reviewerActions(mo1).claim(id);
  await reviewerActions(mo1).question(id, '¿Dónde se oye?\n<b>');
  const asked = await page(jar, '/pt/join/status');
  expect(asked).toContain('¿Dónde se oye?\n&lt;b&gt;');
  const long = 'x'.repeat(10_000);
  const refused = await post(jar, '/pt/join/status/answer', [
    ['id', id],
    ['answer', long],
  ]);
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain(long);
  await post(jar, '/pt/join/status/answer', [
    ['id', id],
    ['answer', 'Los sábados.'],
  ]);
  expect((await reviewerActions(mo1).open(id)).questions).toMatchObject([
    { answer: 'Los sábados.' },
  ]);

  await post(jar, '/pt/join/status/withdraw', [['id', id]]);
  expect(await page(jar, '/pt/join/status')).toContain('Você retirou');
  expect(await page(jar, '/pt/join')).toContain('action="/join"');
  const words = wordsIn(await (await post(jar, '/join', GOOD)).text());
  expect(words).toHaveLength(12);
  const gone = await post(jar, '/pt/join/status/delete', [['id', id]]);
  expect(await gone.text()).toContain('não resta nada');
  expect(jar.get('trama')).toBeUndefined();
  const lost = await post(new CookieJar(app), '/pt/join/status', [['words', words.join(' ')]]);
  const never = await post(new CookieJar(app), '/pt/join/status', [['words', 'sol luna mar']]);
  // The page keeps what was typed.
  const without = async (answer: Response, typed: string) =>
    (await answer.text()).replace(typed, '');
  expect([lost.status, await without(lost, words.join(' '))]).toEqual([
    ...[never.status, await without(never, 'sol luna mar')],
  ]);
});

it('an applicant cannot withdraw or delete the application of another', async () => {
  const [jar, eve] = [new CookieJar(app), new CookieJar(app)];
  for (const one of [jar, eve]) await post(one, '/join', GOOD);
  const id = idIn(await page(jar, '/pt/join/status/leave'));
  for (const act of ['withdraw', 'delete']) await post(eve, `/pt/join/status/${act}`, [['id', id]]);
  for (const act of ['withdraw', 'delete']) {
    await post(new CookieJar(app), `/pt/join/status/${act}`, [['id', id]]);
  }
  const [row] = await app.db.query('select stage from application where id = $1', [id]);
  expect(row?.['stage']).toBe('submitted');
  expect(await page(eve, '/pt/join/status')).toContain('Recebemos');
});

it('a member without an address signs in with the recovery phrase', async () => {
  const jar = new CookieJar(app);
  const words = wordsIn(await (await post(jar, '/join', GOOD)).text());
  const id = idIn(await page(jar, '/pt/join/status/leave'));
  for (const who of [mo1, mo2]) await reviewerActions(who).read(id);
  await reviewerActions(mo2).decide(id);
  expect(await page(jar, '/pt/join/status')).toContain('name="words"');
  await post(jar, '/pt/join/status', [['words', words.join(' ')]]);
  expect((await send(jar, '/pt/join/status')).headers.get('location')).toBe('/app');
});

it('the application page says when applications are paused', async () => {
  await app.db.query(`delete from duty where account_id = $1 and name = 'vet'`, [mo1.accountId]);
  expect(await page(new CookieJar(app), '/es/join')).toContain('Ahora no recibimos');
  expect((await post(new CookieJar(app), '/join', GOOD)).status).toBe(409);
});
