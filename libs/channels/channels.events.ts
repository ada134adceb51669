import { defineEvent } from '#events/define-event.js';

export const ChannelCreated = defineEvent<{ channelId: string; groupId: string | null }>(
  'channel.created',
);
export const ChannelArchived = defineEvent<{ channelId: string; groupId: string | null }>(
  'channel.archived',
);
