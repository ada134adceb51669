import { badgeCount, hasUnread, totalBadgeCount } from './channel-badge-count';

const ALL = { level: 'all', unreadCount: 3 };
const MENTIONS = { level: 'mentions', unreadCount: 4 };
const NONE = { level: 'none', unreadCount: 5 };
const READ = { level: 'all', unreadCount: 0 };

describe('badge of a channel', () => {
  it('counts the unread messages only of a channel that notifies of every message', () => {
    expect([ALL, MENTIONS, NONE, READ].map(badgeCount)).toEqual([3, 0, 0, 0]);
  });

  it('marks unread messages as new unless the channel is muted', () => {
    expect([ALL, MENTIONS, NONE, READ].map(hasUnread)).toEqual([true, true, false, false]);
  });
});

describe('badge of the navigation', () => {
  it('equals the sum of the badges of the rows', () => {
    const channels = [ALL, MENTIONS, NONE, READ, { level: 'all', unreadCount: 20 }];
    const sum = channels.map(badgeCount).reduce((one, other) => one + other);
    expect(sum).toBe(23);
    expect(totalBadgeCount(channels)).toBe(sum);
    expect(totalBadgeCount([])).toBe(0);
  });
});
