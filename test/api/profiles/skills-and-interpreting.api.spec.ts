import { useApp } from '../../support/app/app.js';
import { setAudience, makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { apiAs } from '../../support/app/client.js';
import { fieldVersion } from '../../support/factories/make-profile.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';

const SET = `mutation ($input: SetProfileFieldInput!) {
  setProfileField(input: $input) { text terms(language: es) { id } } }`;
const PERSON = `query ($id: ID!) { person(id: $id) { skills(language: es) { id } otherSkills
  seeks(language: es) { id } supportSought interprets(language: es) { id } } }`;
const PEOPLE = `query ($chips: [ID!], $words: String) { people(chips: $chips, words: $words) { items { id } } }`;

const TRANSLATION = 'skill:translation';
const MAPPING = 'skill:mapping';

describe('the skills a member offers and seeks, and the languages they interpret', () => {
  const app = useApp();
  afterEach(() => app.db.query('delete from account'));

  const set = async (who: Person, kind: string, value: object) => {
    const version = await fieldVersion(who, kind as never);
    return apiAs(who).ask(SET, { input: { kind, version, ...value } });
  };
  const find = async (who: Person, query: object): Promise<string[]> => {
    const { people } = await apiAs(who).ask(PEOPLE, { ...query });
    return people.items.map(({ id }: { id: string }) => id);
  };
  const two = async () => {
    const { ada, eve } = await makePeople(app, { ada: 'member', eve: 'outsider' });
    const { personId: id } = await makeVisibleProfile(ada);
    const { personId: eves } = await makeVisibleProfile(eve);
    return { ada, eve, id, eves };
  };

  it('consist of terms and own text, stored as one field', async () => {
    const { ada, eve, id } = await two();
    const offered = { terms: [TRANSLATION, MAPPING], text: 'Reparo grabadoras' };
    expect(await set(ada, 'skills', offered)).toEqual({
      setProfileField: { text: offered.text, terms: [{ id: TRANSLATION }, { id: MAPPING }] },
    });
    await set(ada, 'supportSought', { terms: ['skill:fundraising'], text: 'Compañía' });
    await set(ada, 'interprets', { terms: ['language:qu'] });
    const nothing = { skills: [], otherSkills: null, seeks: [], supportSought: null };
    expect((await apiAs(eve).ask(PERSON, { id })).person).toEqual({
      ...nothing,
      interprets: [{ id: 'language:qu' }],
    });
    await setAudience(ada, 'members', ['skills', 'supportSought']);
    await setAudience(ada, 'onlyMe', ['interprets']);
    expect((await apiAs(eve).ask(PERSON, { id })).person).toEqual({
      skills: [{ id: TRANSLATION }, { id: MAPPING }],
      otherSkills: 'Reparo grabadoras',
      seeks: [{ id: 'skill:fundraising' }],
      supportSought: 'Compañía',
      interprets: [],
    });
    expect(await set(ada, 'skills', { terms: [MAPPING] })).toEqual({
      setProfileField: { text: '', terms: [{ id: MAPPING }] },
    });
  });

  it('are rejected with an error per part beyond the allowed terms and lengths', async () => {
    const { ada } = await two();
    const refused = (kind: string, value: object, fields: object) =>
      expect(set(ada, kind, value)).rejects.toMatchObject({ code: 'INVALID', fields });
    await refused('skills', { terms: ['language:qu'] }, { terms: 'unknownTerm' });
    await refused('skills', { text: 'x'.repeat(201) }, { text: 'tooLong' });
    await refused(
      'supportSought',
      { terms: ['practice:community-media'] },
      { terms: 'unknownTerm' },
    );
    await refused('supportSought', { text: 'x'.repeat(401) }, { text: 'tooLong' });
    await refused('interprets', { terms: [TRANSLATION] }, { terms: 'unknownTerm' });
    await refused('interprets', { text: 'quechua' }, { text: 'notTerms' });
  });

  it('are searched separately: offered is not sought, spoken is not interpreted', async () => {
    const { ada, eve, id, eves } = await two();
    await set(ada, 'skills', { terms: [TRANSLATION], text: 'Reparo grabadoras' });
    await set(ada, 'languages', { terms: ['language:qu'] });
    await set(eve, 'supportSought', { terms: [TRANSLATION], text: 'Grabadoras viejas' });
    await set(eve, 'interprets', { terms: ['language:qu'] });
    for (const who of [ada, eve]) await setAudience(who, 'members', ['skills', 'supportSought']);
    expect(await find(eve, { chips: [TRANSLATION] })).toEqual([id]);
    expect(await find(eve, { chips: [`seeks:${TRANSLATION}`] })).toEqual([eves]);
    expect(await find(eve, { chips: ['language:qu'] })).toEqual([id]);
    expect(await find(eve, { chips: ['interprets:language:qu'] })).toEqual([eves]);
    expect((await find(eve, { words: 'grabadoras' })).sort()).toEqual([id, eves].sort());
    expect(await find(eve, { words: 'reparo' })).toEqual([id]);
    await setAudience(eve, 'onlyMe', ['supportSought', 'interprets']);
    for (const chip of [`seeks:${TRANSLATION}`, 'interprets:language:qu']) {
      expect(await find(ada, { chips: [chip] })).toEqual([]);
      expect(await find(eve, { chips: [chip] })).toEqual([eves]);
    }
  });

  it('are searched again by a saved search', async () => {
    const { ada } = await two();
    const save = `mutation ($input: SaveSearchInput!) { saveSearch(input: $input) { chips } }`;
    const chips = [`seeks:${TRANSLATION}`, 'interprets:language:qu'];
    const input = { name: 'Traducción', chips, words: '' };
    expect(await apiAs(ada).ask(save, { input })).toEqual({ saveSearch: { chips } });
  });

  it.each([
    ...['seeks:', 'seeks:language:qu', 'seeks:seeks:skill:mapping', 'Seeks:skill:mapping'],
    ...['interprets:skill:mapping', 'interprets:language:xx-none', 'w:radio', 'card'],
  ])('are not matched by the invalid chip %p, which is rejected', async (chip) => {
    const { ada } = await two();
    expect(await apiAs(ada).code(PEOPLE, { chips: [chip] })).toBe('INVALID');
  });
});
