import { containsAllWords, matchedRanges, matchRank, searchWordsIn } from './word-matching';

const marked = (text: string, typed: string) =>
  matchedRanges(text, searchWordsIn(typed)).map(({ from, to }) => text.slice(from, to));

describe('command menu matching', () => {
  it('the command menu ignores accents and capitals, and searches every text', () => {
    expect(
      containsAllWords(['Alertas de la cuenca', 'Río Arriba'], searchWordsIn('RIO alertas')),
    ).toBe(true);
    expect(
      containsAllWords(['Alertas de la cuenca', 'Río Arriba'], searchWordsIn('rio abajo')),
    ).toBe(false);
    expect(containsAllWords(['Avisos'], searchWordsIn('  '))).toBe(true);
  });

  it('returns ranges in the original text, whether its accents are composed or decomposed', () => {
    expect(marked('Bitácora del río', 'rio')).toEqual(['río']);
    expect(marked('Bitácora'.normalize('NFD'), 'bita')).toEqual(['Bitá'.normalize('NFD')]);
    expect(marked('🌱 Semillas', 'semi')).toEqual(['Semi']);
    expect(marked('Río Arriba', 'arr rio')).toEqual(['Río', 'Arr']);
    expect(marked('Alertas', 'alert aler')).toEqual(['Alert']);
    expect(marked('Alertas', 'rio')).toEqual([]);
  });

  it('ranks a match at the start first, at the start of a word second, elsewhere last', () => {
    const titles = ['Horario', 'Bitácora del río', 'Río Arriba'];
    const ranked = titles.toSorted((a, b) => matchRank(a, ['rio']) - matchRank(b, ['rio']));
    expect(ranked).toEqual(['Río Arriba', 'Bitácora del río', 'Horario']);
  });

  it('uses only the first eight search words', () => {
    expect(searchWordsIn('a b c d e f g h i j')).toHaveLength(8);
  });
});
