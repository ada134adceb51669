import fc from 'fast-check';
import { LANGUAGES } from '#kernel/language.js';
import { foldText, wordsOf } from '#kernel/text.js';
import { TERM_KINDS } from '../term.js';
import { territoryLevel, termsOfKind } from '../terms.js';
import { recogniseTerms } from './recognise-terms.js';

const ASKED = ['issue:indigenous-rights', 'territory:amazonia', 'language:pt'];

describe('recognising terms in typed words', () => {
  it.each([
    ['es', 'indigenas amazonia portugues'],
    ['es', 'Pueblos indígenas, Amazonía y PORTUGUÉS'],
    ['pt', 'povos indigenas na amazonia que falam portugues'],
    ['en', 'indigenous rights in the amazon portuguese'],
    ['en', 'indigenas amazonia portugues'],
  ] as const)(
    'with the reader language %s, recogniseTerms finds three terms in: %s',
    (language, text) => {
      expect(recogniseTerms(text, language)).toEqual({ terms: ASKED, rest: [] });
    },
  );

  it.each([
    ['indijenas', 'issue:indigenous-rights'],
    ['amasonia', 'territory:amazonia'],
    ['portuges', 'language:pt'],
    ['derechos umanos', 'issue:human-rights'],
    ['pueblos indijenas', 'issue:indigenous-rights'],
    ['jamaika', 'territory:JM'],
  ])('recogniseTerms corrects the typo in: %s', (text, id) => {
    expect(recogniseTerms(text, 'es')).toEqual({ terms: [id], rest: [] });
  });

  it("recogniseTerms does not mistake a person's name for a term", () => {
    for (const name of ['martina', 'bolivar', 'genaro', 'brasilia', 'mariana', 'quispe', 'amaru']) {
      expect(recogniseTerms(name, 'es')).toEqual({ terms: [], rest: [name] });
    }
    expect(recogniseTerms('andas cuva peor', 'es').terms).toEqual([]);
  });

  it('recogniseTerms returns words that name no term', () => {
    expect(recogniseTerms('Maritza habla quechua', 'es')).toEqual({
      terms: ['language:qu'],
      rest: ['maritza'],
    });
    expect(recogniseTerms('  ', 'es')).toEqual({ terms: [], rest: [] });
    expect(recogniseTerms('Israel Jordan', 'en')).toEqual({
      terms: [],
      rest: ['israel', 'jordan'],
    });
  });

  it('recogniseTerms prefers the longest name', () => {
    expect(recogniseTerms('republica dominicana', 'es').terms).toEqual(['territory:DO']);
    expect(recogniseTerms('lengua de señas peruana (LSP)', 'es').terms).toEqual(['language:prl']);
    expect(recogniseTerms('seguridad digital', 'es').terms).toEqual(['practice:digital-security']);
    expect(recogniseTerms('criollo haitiano', 'es').terms).toEqual(['language:ht']);
  });

  it('recogniseTerms returns a term only once', () => {
    expect(recogniseTerms('quechua kichwa runasimi', 'es').terms).toEqual(['language:qu']);
  });

  it('recogniseTerms accepts every kind of apostrophe', () => {
    for (const text of ["K'iche'", 'Kʼicheʼ', 'kiche', 'K’iche’']) {
      expect(recogniseTerms(text, 'en').terms).toEqual(['language:quc']);
    }
  });

  it('no name or synonym in the reference data belongs to two terms', () => {
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

  it('recogniseTerms finds every term by its own name, without accents, in any language', () => {
    for (const kind of ['issue', 'practice', 'language', 'skill'] as const) {
      for (const term of termsOfKind(kind)) {
        for (const language of LANGUAGES) {
          expect(recogniseTerms(foldText(term.name[language]), language).terms).toEqual([term.id]);
        }
      }
    }
  });

  it('recogniseTerms accepts arbitrary text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(...LANGUAGES),
        (text, language) => {
          const { terms, rest } = recogniseTerms(text, language);
          expect(terms.length + rest.length).toBeLessThanOrEqual(wordsOf(text).length);
        },
      ),
    );
  });
});
