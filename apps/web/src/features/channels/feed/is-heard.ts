/** Whether a channel counts among those with something unread: one of which its reader hears everything. */
export const isHeard = ({ level, unreadCount }: { level: string; unreadCount: number }): boolean =>
  level === 'all' && unreadCount > 0;
