import { startApp, useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';

const ADD = `mutation ($input: AddTermWordInput!) {
  addTermWord(input: $input) { id word language alsoNames(language: es) { id } } }`;
const REMOVE = 'mutation ($id: ID!) { removeTermWord(termWordId: $id) }';
const ALL = '{ termWords(language: es) { term { id } builtIn own { id word language } } }';
const READ =
  'query ($text: String!) { readWords(text: $text, language: pt) { terms { id } rest } }';
const PEOPLE = 'query ($words: String) { people(words: $words) { items { name } } }';

const WATER = 'issue:climate-environmental-justice';
const RIGHTS = 'issue:human-rights';

const app = useApp({ TRAMA_WORKER: '0' });
let ad: Person;
let ada: Person;
let eve: Person;
beforeAll(async () => {
  ({ ad, ada, eve } = await makePeople(app, { ad: 'administrator', ada: 'member', eve: 'member' }));
  await factories.profile(ada, { answers: { issueAreas: [WATER] } });
  await factories.profile(eve);
});
afterEach(async () => {
  for (const { own } of (await apiAs(ad).ask(ALL)).termWords) {
    for (const { id } of own) await remove(id);
  }
});

const add = async (word: string, termId: string = WATER, language = 'es') =>
  (await apiAs(ad).ask(ADD, { input: { term: termId, language, word } })).addTermWord;
const remove = (id: string) => apiAs(ad).ask(REMOVE, { id });
const ownOf = async (termId: string): Promise<string[]> => {
  const { termWords } = await apiAs(ad).ask(ALL);
  const found = termWords.find(({ term }: { term: { id: string } }) => term.id === termId);
  return found!.own.map(({ word }: { word: string }) => word);
};
const read = async (text: string, at = app) => {
  const { readWords } = await apiAs({ ...eve, app: at }).ask(READ, { text });
  return [readWords.terms.map(({ id }: { id: string }) => id), readWords.rest];
};
const found = async (words: string, at = app) =>
  (await apiAs({ ...eve, app: at }).ask(PEOPLE, { words })).people.items.map(
    ({ name }: { name: string }) => name,
  );

it('an added word becomes a chip and finds people at once, until it is removed', async () => {
  expect(await read('Glaciar, por favor')).toEqual([[], ['glaciar', 'por', 'favor']]);
  expect(await found('glaciar')).toEqual([]);
  const { id } = await add('Glaciar');
  expect(await read('GLACIÁR')).toEqual([[WATER], []]);
  expect(await found('glaciar')).toEqual(['ada']);
  expect(await found('glaci')).toEqual(['ada']);
  expect(await ownOf(WATER)).toEqual(['Glaciar']);
  expect(await remove(id)).toEqual({ removeTermWord: true });
  expect(await read('glaciar')).toEqual([[], ['glaciar']]);
  expect(await found('glaciar')).toEqual([]);
  expect(await apiAs(ad).code(REMOVE, { id })).toBe('NOT_FOUND');
});

it('a term may have a name of several words, and the longest match wins', async () => {
  await add('ojo de agua', WATER);
  expect(await read('ojo de agua amazonas')).toEqual([[WATER, 'territory:amazonia'], []]);
  expect(await read('ojo')).toEqual([[], ['ojo']]);
});

it('an added word is active on every node before the answer is sent', async () => {
  const there = await startApp({ TRAMA_WORKER: '0' }, { databaseUrl: app.databaseUrl });
  try {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await add(`manantial${round}`);
      expect(await read(`manantial${round}`, there)).toEqual([[WATER], []]);
      expect(await found(`manantial${round}`, there)).toEqual(['ada']);
      await remove(id);
      expect(await read(`manantial${round}`, there)).toEqual([[], [`manantial${round}`]]);
    }
    await add('vertiente');
  } finally {
    await there.stop();
  }
  const later = await startApp({ TRAMA_WORKER: '0' }, { databaseUrl: app.databaseUrl });
  expect(await read('vertiente', later)).toEqual([[WATER], []]);
  await later.stop();
});

it('a word may belong to two terms: the answer says so, search matches both, and the first stays the chip', async () => {
  const word = await add('agua', RIGHTS);
  expect(word.alsoNames).toEqual([{ id: WATER }]);
  expect(await read('agua')).toEqual([[WATER], []]);
  await add('páramo', WATER);
  expect((await add('paramo', RIGHTS, 'pt')).alsoNames).toEqual([{ id: WATER }]);
  expect(await read('paramo')).toEqual([[WATER], []]);
  expect(await found('paramo')).toEqual(['ada']);
});

it('an added word is rejected if it is empty, exists in any spelling, names an unknown term or is the forty-first', async () => {
  const refused = async (word: string, termId: string = WATER) => {
    const input = { term: termId, language: 'es', word };
    return apiAs(ad)
      .ask(ADD, { input })
      .then(
        () => 'OK',
        ({ code, fields, reason }) => [code, fields ?? reason],
      );
  };
  await add('Glaciar');
  const there = ['INVALID', { word: 'thereAlready' }];
  for (const word of ['glaciár', ' GLACIAR ', 'glaciar!', 'Justicia climática', 'agua'])
    expect(await refused(word)).toEqual(there);
  for (const word of ['de la', 'Y', 'territorio'])
    expect(await refused(word)).toEqual(['INVALID', { word: 'onlyJoins' }]);
  for (const word of ['', ' \u200b', '¡…!'])
    expect(await refused(word)).toEqual(['INVALID', { word: 'blank' }]);
  expect(await refused('x'.repeat(61))).toEqual(['INVALID', { word: 'tooLong' }]);
  // A region and a distant country are never read from typed words.
  for (const term of ['issue:nothing', 'territory:BR-AM', 'territory:JO'])
    expect(await refused('glaciar', term)).toEqual(['INVALID', { term: 'unknownTerm' }]);
  for (let count = 1; count < 40; count += 1) await add(`hielo${count}`);
  expect(await refused('nevado')).toEqual(['CONFLICT', 'termWord.full']);
  expect(await ownOf(WATER)).toHaveLength(40);
  expect(await refused('nevado', RIGHTS)).toBe('OK');
});

it('only an administrator reads and changes added words, and the audit log records each change', async () => {
  const others = await makePeople(app, {
    ...({ au: 'auditor', mo: 'moderator', app1: 'applicant', sue: 'suspended' } as const),
  });
  const { id } = await add('Glaciar');
  for (const who of [...Object.values(others), eve]) {
    expect(await apiAs(who).code(ALL)).toBe('FORBIDDEN');
    const input = { term: WATER, language: 'es', word: 'nevado' };
    expect(await apiAs(who).code(ADD, { input })).toBe('FORBIDDEN');
    expect(await apiAs(who).code(REMOVE, { id })).not.toBe('OK');
  }
  expect(await ownOf(WATER)).toEqual(['Glaciar']);
  const written = await app.db.query(
    `select duty, action, subject_type, reason from audit_entry where actor_id = $1 order by seq desc limit 1`,
    [ad.accountId],
  );
  expect(written).toEqual([
    { duty: 'administer', action: 'change', subject_type: 'Instance', reason: 'termWords' },
  ]);
});
