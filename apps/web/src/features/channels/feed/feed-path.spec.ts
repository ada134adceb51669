import { feedPath } from './feed-path';

describe('path of a feed', () => {
  it('the path of a feed contains the channel id, and the topic id if there is one', () => {
    expect(feedPath({ channelId: 'c1' })).toBe('/channels/c1');
    expect(feedPath({ channelId: 'c1', topicId: null })).toBe('/channels/c1');
    expect(feedPath({ channelId: 'c1', topicId: 't1' })).toBe('/channels/c1/topics/t1');
  });
});
