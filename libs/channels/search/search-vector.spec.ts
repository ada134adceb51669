import fc from 'fast-check';
import { wordsOf } from '#kernel/text.js';
import {
  parseSearchTerms,
  isEmptySearch,
  toSearchQuery,
  spellingVariants,
  wordsToStemInText,
  toSearchVector,
} from './search-vector.js';

const CHANNEL_ID = 'abcdef12-0000-4000-8000-000000000000';
const AUTHOR_ID = '12345678-0000-4000-8000-000000000000';
const none = () => [];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(fc.constantFrom('a', 'ñ', 'g̃', 'ꞌ', "'", '"', '“', '\\', ':*', '&', '|', '!', '~', '@', ' ', '½', 'ﬁ', '1'), {
      maxLength: 30,
    })
    .map((parts) => parts.join('')),
); // prettier-ignore

const lexemesOf = (text: string) => [...text.matchAll(/'([^']*)'/gu)].map(([, one]) => one!);

describe('the search vector of a message', () => {
  it('contains only the key of the block, letters and digits, and no operators', () => {
    fc.assert(
      fc.property(anyText, (body) => {
        const said = { channelId: CHANNEL_ID, seq: 12_345, authorId: AUTHOR_ID, body };
        const vector = toSearchVector(said, (word) => [`${wordsOf(word)[0] ?? 'x'}`]);
        for (const lexeme of lexemesOf(vector))
          expect(lexeme).toMatch(/^abcdef12\.@?[\p{L}\p{N}]+$/u);
        expect(vector.replaceAll(/'[^']*'(:[\dA,]+)?/gu, '').trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it('contains each word of the text with its position', () => {
    const said = {
      channelId: CHANNEL_ID,
      seq: 999,
      authorId: null,
      body: 'Río, río; el Río Negro',
    };
    expect(toSearchVector(said, none)).toBe(
      "'abcdef0.rio':1A,2A,4A 'abcdef0.el':3A 'abcdef0.negro':5A",
    );
    expect(toSearchVector({ ...said, seq: 1_000, body: 'Río' }, none)).toBe("'abcdef1.rio':1A");
  });

  it('spellingVariants adds accented endings and the singular of Portuguese plurals', () => {
    expect(spellingVariants('organizacion')).toContain('organización');
    expect(spellingVariants('reuniões')).toContain('reunião');
    expect(spellingVariants('jornais')).toContain('jornal');
    expect(wordsToStemInText('Mapa mapa')).toEqual(['mapa']);
  });
});

describe('a search query', () => {
  it('consists of words, phrases, and a prefix for the last word', () => {
    expect(parseSearchTerms('mapa "Consulta Previa" rad')).toEqual({
      words: ['mapa'],
      beginning: 'rad',
      phrases: [['consulta', 'previa']],
    });
    expect(parseSearchTerms('río "consulta previa"')).toMatchObject({
      beginning: null,
      words: ['río'],
    });
    expect(parseSearchTerms('mapa de')).toEqual({
      words: ['mapa', 'de'],
      beginning: null,
      phrases: [],
    });
    expect(parseSearchTerms('una «cita abierta')).toMatchObject({ phrases: [['cita', 'abierta']] });
    expect(isEmptySearch(parseSearchTerms('"" !'))).toBe(true);
  });

  it('escapes every operator that the viewer typed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let asked;
        try {
          asked = parseSearchTerms(text);
        } catch {
          return;
        }
        const query = toSearchQuery(asked, AUTHOR_ID, none);
        for (const lexeme of lexemesOf(query)) expect(lexeme).toMatch(/^~@?[\p{L}\p{N}]+$/u);
        expect(query.replaceAll(/'[^']*'(:\*|:A)?/gu, 'x')).toMatch(/^[x()&|<> -]*$/);
      }),
      { numRuns: 500 },
    );
  });
});
