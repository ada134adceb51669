import { hasQuery, type MessageSearch, searchVariables } from './use-message-search';

const search = (fields: Partial<MessageSearch> = {}): MessageSearch => ({
  ...{ text: '', author: null, from: '', until: '', channelId: null },
  ...fields,
});

describe('message search', () => {
  it('a message search runs only with words or an author', () => {
    expect(hasQuery(search({ text: 'río' }))).toBe(true);
    expect(hasQuery(search({ author: { id: 'ada', name: 'Ada' } }))).toBe(true);
    expect(hasQuery(search({ from: '2026-11-26', channelId: 'c1' }))).toBe(false);
  });

  it("a search period covers whole days in the viewer's time zone, including the last day", () => {
    const { from, until } = searchVariables(search({ from: '2026-11-30', until: '2026-11-30' }));
    expect(from).toBe(new Date(2026, 10, 30).toISOString());
    expect(until).toBe(new Date(2026, 11, 1).toISOString());
  });

  it('the variables of a search are null for each filter that is not set', () => {
    expect(searchVariables(search({ text: 'río', author: { id: 'ada', name: 'Ada' } }))).toEqual({
      ...{ text: 'río', channelId: null, authorId: 'ada', from: null, until: null },
    });
  });
});
