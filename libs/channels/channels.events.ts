import { defineEvent } from '#events/define-event.js';

export const ChannelCreated = defineEvent<{ channelId: string; groupId: string | null }>(
  'channel.created',
);
/** Somebody is named or answered, or is so no more. */
export const InboxChanged = defineEvent<{
  added: readonly { accountId: string; messageId: string }[];
  gone: readonly { accountId: string; messageId: string }[];
}>('inbox.changed');
/** Another time for which what is said in it is kept. */
export const ChannelRetentionChanged = defineEvent<{ channelId: string; groupId: string | null }>(
  'channel.retentionChanged',
);
export const ChannelArchived = defineEvent<{ channelId: string; groupId: string | null }>(
  'channel.archived',
);
