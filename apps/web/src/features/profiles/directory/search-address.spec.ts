import fc from 'fast-check';
import { addressOf, lessOf, type Search, searchAt } from './search-address';

const search = (fields: Partial<Search> = {}): Search => ({
  ...{ chips: ['issue:water', 'seeks:skill:law'], words: 'río', order: 'overlap' },
  ...fields,
});

describe('address of a search', () => {
  it('holds the chips in their order and who comes first, but never the words', () => {
    expect(addressOf(search())).toBe('c=issue%3Awater&c=seeks%3Askill%3Alaw');
    expect(addressOf(search({ chips: [], order: 'name' }))).toBe('by=name');
    expect(addressOf(search({ chips: [], words: 'secreto' }))).toBe('');
  });

  it('leads back to the same search', () => {
    const searches = fc.record({
      chips: fc.array(fc.string({ unit: 'grapheme' })),
      words: fc.string(),
      order: fc.constantFrom('name' as const, 'overlap' as const),
    });
    fc.assert(
      fc.property(searches, (asked) => {
        expect(searchAt(new URLSearchParams(addressOf(asked)), asked.words)).toEqual(asked);
      }),
    );
  });

  it.each(['', 'by=overlap', 'by=unknown', 'by='])(
    'sorts by overlap when it says "%s"',
    (query) => {
      expect(searchAt(new URLSearchParams(query), '').order).toBe('overlap');
    },
  );
});

describe('search with less', () => {
  it('loses its words first and then its last chip', () => {
    const without = lessOf(search());
    expect(without).toEqual(search({ words: '' }));
    expect(lessOf(without)).toEqual(search({ words: '', chips: ['issue:water'] }));
    expect(lessOf(search({ words: '', chips: [] }))).toEqual(search({ words: '', chips: [] }));
  });
});
