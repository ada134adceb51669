interface Feed {
  readonly channelId: string;
  readonly topicId?: string | null | undefined;
}

/** Where a feed of a channel stands, under `/app`. */
export const feedPath = ({ channelId, topicId }: Feed): string =>
  topicId ? `/channels/${channelId}/topics/${topicId}` : `/channels/${channelId}`;
