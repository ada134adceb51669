import { inOrderOfNeed } from './request-order';

describe('inOrderOfNeed', () => {
  it('puts requests with news, questions or unread messages first and ended ones last, each group in the given order', () => {
    const one = (id: string, stage: string, hasNews = false) => ({
      ...{ id, stage, hasNews, hasQuestion: id === 'asked' },
    });
    const requests = [
      ...[one('ended', 'closed'), one('open', 'waiting'), one('read', 'accepted')],
      ...[one('asked', 'waiting'), one('unread', 'accepted')],
      one('ended with news', 'declined', true),
    ];
    const sorted = inOrderOfNeed(requests, ({ id }) => (id === 'unread' ? 2 : 0));
    expect(sorted.map(({ id }) => id)).toEqual([
      ...['asked', 'unread', 'ended with news', 'open', 'read', 'ended'],
    ]);
  });
});
