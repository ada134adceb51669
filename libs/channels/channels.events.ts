import { defineEvent } from '#events/event-type.js';

export const ChannelCreated = defineEvent<{ channelId: string; groupId: string | null }>(
  'channel.created',
);
/** The inbox of an account gained or lost mentions or answers. */
export const InboxChanged = defineEvent<{
  added: readonly { accountId: string; messageId: string }[];
  gone: readonly { accountId: string; messageId: string }[];
}>('inbox.changed');
export const ChannelRetentionChanged = defineEvent<{ channelId: string; groupId: string | null }>(
  'channel.retentionChanged',
);
export const ChannelArchived = defineEvent<{ channelId: string; groupId: string | null }>(
  'channel.archived',
);
