interface Listed {
  readonly level: string;
  readonly unreadCount: number;
}

/** Number of unread messages that count for the badge: all of them at level `all`, else 0. */
export const heardCount = ({ level, unreadCount }: Listed): number =>
  level === 'all' ? unreadCount : 0;

/** Whether the channel has unread messages and is not muted, counted or not. */
export const hasNews = ({ level, unreadCount }: Listed): boolean =>
  level !== 'none' && unreadCount > 0;

/** Sum of all channels, for the badge of the tab. */
export const heardInAll = (channels: readonly Listed[]): number =>
  channels.reduce((sum, channel) => sum + heardCount(channel), 0);
