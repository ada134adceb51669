interface Listed {
  readonly level: string;
  readonly unreadCount: number;
}

/** Number of unread messages that the badge counts: all of them at level `all`, else 0. */
export const badgeCount = ({ level, unreadCount }: Listed): number =>
  level === 'all' ? unreadCount : 0;

/** Whether the channel has unread messages and its level is not `none`. The badge may not count these messages. */
export const hasUnread = ({ level, unreadCount }: Listed): boolean =>
  level !== 'none' && unreadCount > 0;

/** Sum of the badge counts of all channels, for the navigation tab. */
export const totalBadgeCount = (channels: readonly Listed[]): number =>
  channels.reduce((sum, channel) => sum + badgeCount(channel), 0);
