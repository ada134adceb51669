interface Listed {
  readonly level: string;
  readonly unreadCount: number;
}

/** How many messages of a channel its reader is told of: all that are unread, where they hear everything. */
export const heardCount = ({ level, unreadCount }: Listed): number =>
  level === 'all' ? unreadCount : 0;

/** Whether something is unread, counted or not. */
export const hasNews = ({ level, unreadCount }: Listed): boolean =>
  level !== 'none' && unreadCount > 0;

/** The badge of the tab: the sum of the counts in the list. */
export const heardInAll = (channels: readonly Listed[]): number =>
  channels.reduce((sum, channel) => sum + heardCount(channel), 0);
