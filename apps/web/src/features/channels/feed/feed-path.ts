interface Feed {
  readonly channelId: string;
  readonly topicId?: string | null | undefined;
}

/** Path of a feed, relative to `/app`. */
export const feedPath = ({ channelId, topicId }: Feed): string =>
  topicId ? `/channels/${channelId}/topics/${topicId}` : `/channels/${channelId}`;
