import fc from 'fast-check';
import { LANGUAGES } from '#kernel/language.js';
import { foldText, wordsOf } from '#kernel/text.js';
import { TERM_KINDS } from '../term.js';
import { territoryLevel, termsOfKind } from '../terms.js';
import { readWords } from './words.js';

const ASKED = ['issue:indigenous-rights', 'territory:amazonia', 'language:pt'];

describe('recognising terms in typed words', () => {
  it.each([
    ['es', 'indigenas amazonia portugues'],
    ['es', 'Pueblos indígenas, Amazonía y PORTUGUÉS'],
    ['pt', 'povos indigenas na amazonia que falam portugues'],
    ['en', 'indigenous rights in the amazon portuguese'],
    ['en', 'indigenas amazonia portugues'],
  ] as const)('finds the three terms in %s: %s', (language, text) => {
    expect(readWords(text, language)).toEqual({ terms: ASKED, rest: [] });
  });

  it.each([
    ['indijenas', 'issue:indigenous-rights'],
    ['amasonia', 'territory:amazonia'],
    ['portuges', 'language:pt'],
    ['derechos umanos', 'issue:human-rights'],
    ['pueblos indijenas', 'issue:indigenous-rights'],
    ['jamaika', 'territory:JM'],
  ])('corrects a typo: %s', (text, id) => {
    expect(readWords(text, 'es')).toEqual({ terms: [id], rest: [] });
  });

  it("does not mistake a person's name for a term", () => {
    for (const name of ['martina', 'bolivar', 'genaro', 'brasilia', 'mariana', 'quispe', 'amaru']) {
      expect(readWords(name, 'es')).toEqual({ terms: [], rest: [name] });
    }
    expect(readWords('andas cuva peor', 'es').terms).toEqual([]);
  });

  it('returns words that name no term', () => {
    expect(readWords('Maritza habla quechua', 'es')).toEqual({
      terms: ['language:qu'],
      rest: ['maritza'],
    });
    expect(readWords('  ', 'es')).toEqual({ terms: [], rest: [] });
    expect(readWords('Israel Jordan', 'en')).toEqual({ terms: [], rest: ['israel', 'jordan'] });
  });

  it('prefers the longest name', () => {
    expect(readWords('republica dominicana', 'es').terms).toEqual(['territory:DO']);
    expect(readWords('lengua de señas peruana (LSP)', 'es').terms).toEqual(['language:prl']);
    expect(readWords('seguridad digital', 'es').terms).toEqual(['practice:digital-security']);
    expect(readWords('criollo haitiano', 'es').terms).toEqual(['language:ht']);
  });

  it('returns a term only once', () => {
    expect(readWords('quechua kichwa runasimi', 'es').terms).toEqual(['language:qu']);
  });

  it('accepts every kind of apostrophe', () => {
    for (const text of ["K'iche'", 'Kʼicheʼ', 'kiche', 'K’iche’']) {
      expect(readWords(text, 'en').terms).toEqual(['language:quc']);
    }
  });

  it('finds no phrase that names two terms', () => {
    const claimed = new Map<string, Set<string>>();
    const chips = TERM_KINDS.flatMap(termsOfKind);
    for (const term of chips.filter(
      ({ kind, id }) => kind !== 'territory' || territoryLevel(id) === 'shared',
    )) {
      const names = LANGUAGES.flatMap((language) => [
        term.name[language],
        term.shortName[language],
      ]);
      for (const phrase of [...names, ...term.words.split(',')].map((text) =>
        wordsOf(text).join(' '),
      )) {
        if (phrase) claimed.set(phrase, (claimed.get(phrase) ?? new Set()).add(term.id));
      }
    }
    const shared = [...claimed].filter(([, ids]) => ids.size > 1).map(([phrase]) => phrase);
    expect(shared).toEqual([]);
  });

  it('finds every term by its own name, without accents, in any language', () => {
    for (const kind of ['issue', 'practice', 'language', 'skill'] as const) {
      for (const term of termsOfKind(kind)) {
        for (const language of LANGUAGES) {
          expect(readWords(foldText(term.name[language]), language).terms).toEqual([term.id]);
        }
      }
    }
  });

  it('accepts arbitrary text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(...LANGUAGES),
        (text, language) => {
          const { terms, rest } = readWords(text, language);
          expect(terms.length + rest.length).toBeLessThanOrEqual(wordsOf(text).length);
        },
      ),
    );
  });
});
