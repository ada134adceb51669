import { LANGUAGES } from '#kernel/language.js';
import { TERM_KINDS } from './term.js';
import {
  findTerm,
  isTermId,
  sortedTermList,
  termNameOf,
  regionsOf,
  termsOfKind,
  territoryLevel,
} from './terms.js';

const everyTerm = TERM_KINDS.flatMap(termsOfKind);

describe('the reference data', () => {
  it('the reference data contains the issue areas, practices and shared territories of the product', () => {
    expect(termsOfKind('issue').map((term) => term.slug)).toEqual([
      'gender-justice',
      'sexual-reproductive-health',
      'racial-justice',
      'climate-environmental-justice',
      'indigenous-rights',
      'disability-rights',
      'economic-justice',
      'human-rights',
    ]);
    expect(termsOfKind('practice')).toHaveLength(8);
    expect(sortedTermList('sharedTerritories', 'en').map((term) => term.name.en)).toEqual([
      'Amazonia',
      'Gran Chaco',
      'Andes',
      'Caribbean',
      'Mesoamerica',
      'Patagonia',
    ]);
  });

  it('the reference data names every term in every language, and all ids are unique', () => {
    expect(new Set(everyTerm.map((term) => term.id)).size).toBe(everyTerm.length);
    for (const term of everyTerm) {
      expect(term.id).toMatch(/^[a-z]+:([a-z]+(-[a-z]+)*|[A-Z]{2})$/);
      for (const language of LANGUAGES) {
        expect(term.name[language]).toMatch(/^\p{Lu}/u);
        expect(term.name[language]).toBe(term.name[language].normalize('NFC'));
        expect(term.shortName[language].length).toBeLessThanOrEqual(45);
      }
    }
  });

  it('the reference data has a name instead of a code for every country and world language', () => {
    const countries = [
      ...sortedTermList('countries', 'es'),
      ...sortedTermList('otherCountries', 'es'),
    ];
    for (const term of [...countries, ...sortedTermList('worldLanguages', 'es')]) {
      for (const language of LANGUAGES) {
        expect(term.name[language].toLowerCase()).not.toBe(term.slug.toLowerCase());
      }
    }
  });

  it('the reference data contains the spoken and signed languages of the region', () => {
    const names = [
      ...sortedTermList('regionLanguages', 'es'),
      ...sortedTermList('signLanguages', 'es'),
    ].map((term) => term.name.en);
    for (const part of [
      'Quechua',
      'Guarani',
      'Aymara',
      'Nahuatl',
      'Mapudungun',
      'Kʼicheʼ',
      'Qʼeqchiʼ',
      'Kaqchikel',
      'Mam',
      'Maya',
      'Zapotec',
      'Mixtec',
      'Wayuu',
      'Shipibo',
      'Asháninka',
      'Tikuna',
      'Yanomami',
      'Kaingang',
      'Garifuna',
      'Miskito',
      'Haitian Creole',
      'Papiamento',
      'Sranan',
      'Libras',
    ]) {
      expect(names.some((name) => name.includes(part))).toBe(true);
    }
  });
});

describe('sortedTermList for languages', () => {
  it.each(LANGUAGES)(
    'a list of languages in the display language %s begins with the most common languages',
    (language) => {
      const ids = (list: 'worldLanguages' | 'regionLanguages') =>
        sortedTermList(list, language).map(({ slug }) => slug);
      expect(ids('worldLanguages').slice(0, 3)).toEqual(['es', 'pt', 'en']);
      const region = ids('regionLanguages');
      expect(region.slice(0, 4)).toEqual(['qu', 'gn', 'ay', 'ht']);
      expect(region.indexOf('nl')).toBeLessThan(region.indexOf('acu'));
      expect(region.indexOf('acu')).toBeLessThan(region.indexOf('zap'));
    },
  );
});

describe('functions that look up terms', () => {
  it('isTermId recognises a term by its kind and id', () => {
    expect(isTermId('issue:indigenous-rights')).toBe(true);
    expect(isTermId('issue:indigenous-rights', 'practice')).toBe(false);
    expect(isTermId('territory:BR-AM', 'territory')).toBe(true);
    for (const wrong of ['issue:', 'issue:x', 'territory:br', '__proto__', '', null, 7, {}]) {
      expect(isTermId(wrong)).toBe(false);
    }
  });

  it('termNameOf returns the name of a term, or the id of an unknown term', () => {
    expect(termNameOf('territory:BR', 'es')).toBe('Brasil');
    expect(termNameOf('language:pt', 'en')).toBe('Portuguese');
    expect(termNameOf('issue:gone', 'es')).toBe('issue:gone');
    expect(findTerm('issue:gone')).toBeUndefined();
  });

  it('territoryLevel returns the level of a territory', () => {
    expect(territoryLevel('territory:amazonia')).toBe('shared');
    expect(territoryLevel('territory:PE')).toBe('country');
    expect(territoryLevel('territory:PE-LOR')).toBe('region');
    expect(territoryLevel('language:qu')).toBeUndefined();
  });

  it('sortedTermList sorts countries by local name and separates the countries of the region from other countries', () => {
    const spanish = sortedTermList('countries', 'es').map((term) => term.name.es);
    expect(spanish).toContain('Haití');
    expect(spanish).toEqual(spanish.toSorted((a, b) => a.localeCompare(b, 'es')));
    const others = sortedTermList('otherCountries', 'es').map((term) => term.slug);
    expect(others).toContain('ES');
    expect(others).not.toContain('PE');
  });

  it('regionsOf returns the regions of a country, and undefined for anything else', () => {
    expect(regionsOf('territory:PE')?.map((term) => term.name.es)).toContain('Loreto');
    expect(regionsOf('territory:BR')).toHaveLength(27);
    expect(regionsOf('territory:AI')).toEqual([]);
    for (const wrong of ['territory:amazonia', 'territory:PE-LOR', 'language:qu', '']) {
      expect(regionsOf(wrong)).toBeUndefined();
    }
  });
});
