import { Client } from 'pg';
import { DAY } from '#kernel/clock.js';
import { RetentionService } from '#retention/retention.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, sendJson } from '../../support/app/client.js';
import { TEST_PASSWORD, setTestPassword } from '../../support/app/test-password.js';
import { SAVE_SEARCH, saveSearch } from '../../support/factories/saved-searches.js';
import { makePerson, type Person, makePeople } from '../../support/factories/make-people.js';

const LIST = '{ savedSearches { id name chips words } }';
const RENAME =
  'mutation ($input: RenameSavedSearchInput!) { renameSavedSearch(input: $input) { id name } }';
const DELETE = 'mutation ($id: ID!) { deleteSavedSearch(savedSearchId: $id) }';

const app = useApp({ TRAMA_WORKER: '0' });

const names = async (who: Person): Promise<string[]> =>
  (await apiAs(who).ask(LIST)).savedSearches.map(({ name }: { name: string }) => name);
const rename = (savedSearchId: string, name: string) => ({ input: { savedSearchId, name } });

it('a saved search is stored under its name, for its owner alone', async () => {
  const { ada, eve } = await makePeople(app, { ada: 'member', eve: 'member' });
  const telar = await saveSearch(ada, { name: 'Telar', words: 'telar' });
  await saveSearch(ada, { name: 'Ámbar', chips: [], words: 'ámbar' });
  expect(telar).toMatchObject({ name: 'Telar', chips: ['territory:amazonia'], words: 'telar' });
  expect(await names(ada)).toEqual(['Ámbar', 'Telar']);
  expect(await names(eve)).toEqual([]);

  const { id } = telar;
  expect(await apiAs(eve).code(RENAME, rename(id, 'Mío'))).toBe('NOT_FOUND');
  expect(await apiAs(eve).code(DELETE, { id })).toBe('NOT_FOUND');
  const nobodys = crypto.randomUUID();
  const bytes = async (of: string) =>
    (await (await apiAs(eve).raw(DELETE, { id: of })).text()).replaceAll(of, 'ID');
  expect(await bytes(id)).toBe(await bytes(nobodys));
  expect(await names(ada)).toEqual(['Ámbar', 'Telar']);

  await apiAs(ada).ask(RENAME, rename(id, '  Zapallo   rojo '));
  expect(await names(ada)).toEqual(['Ámbar', 'Zapallo rojo']);
  expect(await apiAs(ada).ask(DELETE, { id })).toEqual({ deleteSavedSearch: true });
  expect(await apiAs(ada).code(DELETE, { id })).toBe('NOT_FOUND');
  expect(await names(ada)).toEqual(['Ámbar']);
});

it('a saved search returns chips and words that can be searched again', async () => {
  const { ada } = await makePeople(app, { ada: 'member' });
  const chips = ['issue:human-rights', 'language:pt'];
  const { id } = await saveSearch(ada, { chips, words: 'río' });
  const [saved] = (await apiAs(ada).ask(LIST)).savedSearches;
  expect(saved).toEqual({ id, name: 'Amazonía', chips, words: 'río' });
  const people =
    'query ($chips: [ID!], $words: String) { people(chips: $chips, words: $words) { isWithheld } }';
  expect(await apiAs(ada).code(people, { ...saved })).toBe('OK');
});

it('saving a search rejects a blank or long name, an unknown chip, an empty search, and a twenty-first search', async () => {
  const { ada } = await makePeople(app, { ada: 'member' });
  const fields = async (input: object) => {
    const asked = { name: 'Mía', chips: ['territory:BR'], words: '', ...input };
    const refused = await apiAs(ada)
      .ask(SAVE_SEARCH, { input: asked })
      .then(
        () => ({ code: 'OK' }),
        (error) => error,
      );
    return [refused.code, refused.fields];
  };
  expect(await fields({ name: ' \u200b ' })).toEqual(['INVALID', { name: 'blank' }]);
  expect(await fields({ name: 'x'.repeat(61) })).toEqual(['INVALID', { name: 'tooLong' }]);
  expect(await fields({ chips: ['territory:XX'] })).toEqual(['INVALID', { chips: 'unknownTerm' }]);
  expect(await fields({ chips: [], words: '  ' })).toEqual(['INVALID', { words: 'blank' }]);
  expect(await names(ada)).toEqual([]);

  const { id } = await saveSearch(ada);
  await expect(apiAs(ada).ask(RENAME, rename(id, ' '))).rejects.toMatchObject({
    code: 'INVALID',
    fields: { name: 'blank' },
  });
  for (let count = 1; count < 19; count += 1) await saveSearch(ada);
  // Two concurrent requests for the last free place.
  const input = { name: 'Una más', chips: ['territory:BR'], words: '' };
  const both = await Promise.all(
    [SAVE_SEARCH, SAVE_SEARCH].map((save) => apiAs(ada).code(save, { input })),
  );
  expect(both.toSorted()).toEqual(['CONFLICT', 'OK']);
  await expect(apiAs(ada).ask(SAVE_SEARCH, { input })).rejects.toMatchObject({
    reason: 'savedSearch.full',
  });
  await apiAs(ada).ask(DELETE, { id });
  expect(await apiAs(ada).code(SAVE_SEARCH, { input })).toBe('OK');
});

it('saved searches are refused to applicants, staff and suspended accounts', async () => {
  const { app1, au, ad, sue } = await makePeople(app, {
    ...({ app1: 'applicant', au: 'auditor', ad: 'administrator', sue: 'suspended' } as const),
  });
  for (const who of [app1, au, ad, sue]) expect(await apiAs(who).code(LIST)).toBe('FORBIDDEN');
  expect(await apiAs({ app }).code(LIST)).toBe('UNAUTHENTICATED');
});

it("a saved search is sealed in the database, readable in the export, and deleted with its owner's account", async () => {
  const ada = await makePerson(app, 'ada', 'member');
  await setTestPassword(app, ada);
  await saveSearch(ada, { name: 'Quetzalsecreto', words: 'colibrisecreto' });
  const db = new Client(app.databaseUrl);
  await db.connect();
  const { rows } = await db.query('select * from saved_search where account_id = $1', [
    ada.accountId,
  ]);
  await db.end();
  const stored = JSON.stringify(rows, (_, value) =>
    value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
  );
  expect(rows).toHaveLength(1);
  for (const word of ['secreto', 'amazonia']) expect(stored).not.toContain(word);

  const file = await (await sendJson(ada, '/auth/export', { password: TEST_PASSWORD })).json();
  expect(file.savedSearches).toEqual([
    expect.objectContaining({ name: 'Quetzalsecreto', words: 'colibrisecreto' }),
  ]);

  await app.db.query(`update account set standing = 'former', updated_at = $2 where id = $1`, [
    ...[ada.accountId, app.clock.in(-20 * DAY)],
  ]);
  const left = async () =>
    (await app.db.query('select 1 from saved_search where account_id = $1', [ada.accountId]))
      .length;
  await app.get(RetentionService).run('savedSearch');
  expect(await left()).toBe(1);
  app.clock.move(11 * DAY);
  await app.get(RetentionService).run('savedSearch');
  expect(await left()).toBe(0);
});
