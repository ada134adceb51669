import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { makePeople } from '../../support/factories/make-people.js';

describe('the reference data', () => {
  const app = useApp();

  it('is public, in the requested language', async () => {
    const document = `query ($language: Language!) {
      taxonomy(language: $language) {
        issueAreas { id name shortName } countries { id } regionLanguages { name }
      }
    }`;
    const { taxonomy } = await apiAs({ app }).ask(document, { language: 'pt' });
    expect(taxonomy.issueAreas).toHaveLength(8);
    expect(taxonomy.issueAreas).toContainEqual({
      id: 'issue:indigenous-rights',
      name: 'Direitos dos povos indígenas',
      shortName: 'Povos indígenas',
    });
    expect(taxonomy.countries).toContainEqual({ id: 'territory:HT' });
    expect(await apiAs({ app }).code(document, { language: 'xx' })).not.toBe('OK');
  });

  it('returns the regions of a country, and NOT_FOUND for other ids', async () => {
    const document = 'query ($country: ID!) { regions(country: $country) { id name } }';
    const { regions } = await apiAs({ app }).ask(document, { country: 'territory:PE' });
    expect(regions).toContainEqual({ id: 'territory:PE-LOR', name: 'Loreto' });
    for (const country of ['territory:amazonia', 'territory:XX', 'language:qu', '', '\0']) {
      expect(await apiAs({ app }).code(document, { country })).toBe('NOT_FOUND');
    }
  });

  it('turns typed words into chips, for members only', async () => {
    const { ada, ben } = await makePeople(app, { ada: 'member', ben: 'applicant' });
    const document = `query ($text: String!) {
      readWords(language: es, text: $text) { terms { id shortName } rest }
    }`;
    const text = 'indigenas amazonia portugues';
    expect(await apiAs(ada).ask(document, { text: `${text} Benício` })).toEqual({
      readWords: {
        terms: [
          { id: 'issue:indigenous-rights', shortName: 'Pueblos indígenas' },
          { id: 'territory:amazonia', shortName: 'Amazonía' },
          { id: 'language:pt', shortName: 'Portugués' },
        ],
        rest: ['benicio'],
      },
    });
    expect(await apiAs(ada).ask(document, { text: ' \u200B ' })).toEqual({
      readWords: { terms: [], rest: [] },
    });
    expect(await apiAs(ada).code(document, { text: 'a'.repeat(201) })).toBe('INVALID');
    expect(await apiAs(ben).code(document, { text })).toBe('FORBIDDEN');
    expect(await apiAs({ app }).code(document, { text })).toBe('UNAUTHENTICATED');
  });
});
