import fc from 'fast-check';
import { queryStringOf, widenSearch, type DirectorySearch, parseSearch } from './search-url';

const search = (fields: Partial<DirectorySearch> = {}): DirectorySearch => ({
  ...{ chips: ['issue:water', 'seeks:skill:law'], words: 'río', order: 'overlap' },
  ...fields,
});

describe('URL of a search', () => {
  it('the URL contains the chips in their order and the sort order, but never the search text', () => {
    expect(queryStringOf(search())).toBe('c=issue%3Awater&c=seeks%3Askill%3Alaw');
    expect(queryStringOf(search({ chips: [], order: 'name' }))).toBe('by=name');
    expect(queryStringOf(search({ chips: [], words: 'secreto' }))).toBe('');
  });

  it('parsing the URL restores the same search', () => {
    const searches = fc.record({
      chips: fc.array(fc.string({ unit: 'grapheme' })),
      words: fc.string(),
      order: fc.constantFrom('name' as const, 'overlap' as const),
    });
    fc.assert(
      fc.property(searches, (asked) => {
        expect(parseSearch(new URLSearchParams(queryStringOf(asked)), asked.words)).toEqual(asked);
      }),
    );
  });

  it.each(['', 'by=overlap', 'by=unknown', 'by='])(
    'a URL with the query "%s" sorts people by overlap',
    (query) => {
      expect(parseSearch(new URLSearchParams(query), '').order).toBe('overlap');
    },
  );
});

describe('widenSearch', () => {
  it('drops the text first, then the last chip', () => {
    const without = widenSearch(search());
    expect(without).toEqual(search({ words: '' }));
    expect(widenSearch(without)).toEqual(search({ words: '', chips: ['issue:water'] }));
    expect(widenSearch(search({ words: '', chips: [] }))).toEqual(search({ words: '', chips: [] }));
  });
});
