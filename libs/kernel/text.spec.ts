import fc from 'fast-check';
import {
  countCharacters,
  fitsLength,
  foldText,
  isBlank,
  normaliseLine,
  normaliseParagraphs,
  withoutEdges,
  wordsOf,
} from './text.js';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const nasty = fc
  .array(
    fc.constantFrom(
      'a', 'ñ', 'n\u0303', 'g\u0303', 'ỹ', 'ꞌ', 'ʼ', 'İ', 'ß', 'ﬁ', 'Ａ', ' ', '\u00A0', '\t', '\r', '\n', '\r\n',
      '\0', '\u200B', '\u200D', '\u202E', '\uFE0F', '\u20E3', '1', '👩', '🌾', '🏽', '\uD800', '\u2028', '\u3164',
      'e\u0331\u0302\u0301\u0300\u0303', '\u0F71\u0F71\u0F71\u0F71',
    ), // prettier-ignore
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));
const texts = fc.oneof(anyText, nasty);

describe('normalising text', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(normaliseLine(normaliseLine(text))).toBe(normaliseLine(text));
        expect(normaliseParagraphs(normaliseParagraphs(text))).toBe(normaliseParagraphs(text));
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('removes everything that PostgreSQL refuses or a reader cannot see', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const line = normaliseLine(text);
        expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u200B\u202A-\u202E\u2066-\u2069\uFEFF\u00AD]/u);
        expect(line).not.toMatch(/^\s|\s$|\s\s/u);
        expect(line).toBe(line.normalize('NFC'));
        expect(normaliseParagraphs(text)).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}]|\n\n\n|^\n|\n$/u);
      }),
      { numRuns: 2_000 },
    );
  });

  it("keeps the letters of the region's languages", () => {
    expect(normaliseLine('  Avañeʼẽ   g\u0303uahẽ, Qꞌeqchiꞌ, ɨ ç ã ')).toBe(
      'Avañeʼẽ g̃uahẽ, Qꞌeqchiꞌ, ɨ ç ã',
    );
  });

  it('removes piles of combining marks and keeps those with which people write', () => {
    const piled = (mark: string) => `Ana${mark.repeat(60)} Paz`;
    for (const mark of ['\u0301', '\u0489', '\u0E47'])
      expect(normaliseLine(piled(mark)).match(/\p{M}/gu)?.length).toBeLessThan(5);
    expect(normaliseLine(piled('\u0F71')).match(/\p{M}/gu)).toHaveLength(10);
    expect(normaliseParagraphs(`${piled('\u0301')}\nb`)).toBe(
      `${normaliseLine(piled('\u0301'))}\nb`,
    );
    // Tones of Triqui and Navajo, Vietnamese, Thai, vowelled Hebrew and Arabic, Myanmar, Tibetan.
    const written = ['a\u0331\u0302\u0301', 'ą̂́', 'Việt', 'ที่นี่', 'שָּׁלֹום', 'مُحَمَّدٌ', 'မြွှော့်', 'ཧཱུྃ'];
    for (const text of written) expect(normaliseLine(text)).toBe(text.normalize('NFC'));
  });

  it('keeps emoji of several code points', () => {
    expect(normaliseLine('👩🏽‍🌾 1️⃣ ❤️')).toBe('👩🏽‍🌾 1️⃣ ❤️');
    expect(normaliseLine('a\u200Db\uFE0F')).toBe('ab');
  });

  it('keeps the line breaks of paragraphs and joins them in a single line', () => {
    expect(normaliseParagraphs('\r\nUno  \r\n\r\n\r\n\r\n- dos\u2028tres\n')).toBe(
      'Uno\n\n- dos\ntres',
    );
    expect(normaliseLine('Uno\r\ndos\ttres')).toBe('Uno dos tres');
  });
});

describe('folding text', () => {
  it('folds composed and decomposed forms to the same text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['Ñandú', 'nandu'],
    ['g\u0303uahẽ', 'guahe'],
    ['ỹvỹ', 'yvy'],
    ['Kʼicheʼ', 'kiche'],
    ["K'iche'", 'kiche'],
    ['Qꞌeqchiꞌ', 'qeqchi'],
    ['AÇÃO  Coração', 'acao coracao'],
    ['ɨ Straße Œuvre', 'i strasse oeuvre'],
    ['ESPAÑOL', 'espanol'],
  ])('folds %s to %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('splits a text into words', () => {
    expect(wordsOf('¿Amazonía, português… Qꞌeqchiꞌ?')).toEqual(['amazonia', 'portugues', 'qeqchi']);
    expect(wordsOf(' \u200B ')).toEqual([]);
  });
});

describe('the length of a text', () => {
  it('counts visible characters', () => {
    expect(countCharacters('g̃ỹ👩🏽‍🌾')).toBe(3);
    expect(fitsLength('g̃'.repeat(10), 10)).toBe(true);
    expect(fitsLength('g̃'.repeat(11), 10)).toBe(false);
  });

  it('limits combining marks on one letter', () => {
    expect(fitsLength('a' + '\u0301'.repeat(1_000), 10)).toBe(false);
  });

  it('is zero for invisible characters', () => {
    expect(isBlank(' \u200B\u3164\u2800\n')).toBe(true);
    expect(isBlank('·')).toBe(false);
  });
});

test.each([
  [' x y\u200B', 'x y'],
  ['\u202A\u2066https://a.example\u2069\u202C', 'https://a.example'],
  ['a\u200Bb', 'a\u200Bb'],
  [' \u00AD ', ''],
  [`x${' '.repeat(250_000)}x`, `x${' '.repeat(250_000)}x`],
])(
  'withoutEdges removes blanks and invisible marks around a text, and none in it',
  (text, kept) => {
    expect(withoutEdges(text)).toBe(kept);
  },
);
