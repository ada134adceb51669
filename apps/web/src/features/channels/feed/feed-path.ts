interface Feed {
  readonly channelId: string;
  readonly topicId?: string | null | undefined;
  /** Set for a queued message in a thread of a case. */
  readonly path?: string | undefined;
}

/** Path of a feed, relative to `/app`. */
export const feedPath = ({ channelId, topicId, path }: Feed): string =>
  path ?? (topicId ? `/channels/${channelId}/topics/${topicId}` : `/channels/${channelId}`);
