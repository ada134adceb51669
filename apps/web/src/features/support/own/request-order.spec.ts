import { inOrderOfNeed } from './request-order';

describe('inOrderOfNeed', () => {
  it('puts requests with news or unread messages first and ended ones last, each group in the given order', () => {
    const one = (id: string, stage: string, hasNews = false) => ({ id, stage, hasNews });
    const requests = [
      ...[one('ended', 'closed'), one('open', 'waiting'), one('read', 'accepted')],
      ...[one('unread', 'accepted'), one('ended with news', 'declined', true)],
    ];
    const sorted = inOrderOfNeed(requests, ({ id }) => (id === 'unread' ? 2 : 0));
    expect(sorted.map(({ id }) => id)).toEqual([
      ...['unread', 'ended with news', 'open', 'read', 'ended'],
    ]);
  });
});
