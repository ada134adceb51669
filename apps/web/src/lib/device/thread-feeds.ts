const THREAD = 'thread ';

/** Like `storedFeedKey`, for a thread of a case. Its drafts stay in the memory of the page. */
export const threadFeedKey = (channelId: string): string => THREAD + channelId;

/** The thread of a feed key; undefined for any other channel. */
export const threadOfFeed = (feed: string): string | undefined =>
  feed.startsWith(THREAD) ? feed.slice(THREAD.length) : undefined;
