import fc from 'fast-check';
import { addressOf, lessOf, type Search, searchAt } from './search-address';

const search = (fields: Partial<Search> = {}): Search => ({
  ...{ chips: ['issue:water', 'seeks:skill:law'], words: 'río', order: 'overlap' },
  ...fields,
});

describe('URL of a search', () => {
  it('contains the chips in their order and the sort order, but never the text', () => {
    expect(addressOf(search())).toBe('c=issue%3Awater&c=seeks%3Askill%3Alaw');
    expect(addressOf(search({ chips: [], order: 'name' }))).toBe('by=name');
    expect(addressOf(search({ chips: [], words: 'secreto' }))).toBe('');
  });

  it('restores the same search', () => {
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
    'sorts by overlap when it contains "%s"',
    (query) => {
      expect(searchAt(new URLSearchParams(query), '').order).toBe('overlap');
    },
  );
});

describe('widened search', () => {
  it('loses the text first, then the last chip', () => {
    const without = lessOf(search());
    expect(without).toEqual(search({ words: '' }));
    expect(lessOf(without)).toEqual(search({ words: '', chips: ['issue:water'] }));
    expect(lessOf(search({ words: '', chips: [] }))).toEqual(search({ words: '', chips: [] }));
  });
});
