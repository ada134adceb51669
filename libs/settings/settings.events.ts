import { defineEvent } from '#events/define-event.js';

/** Another time is the longest that anything said in a channel is kept. */
export const LongestRetentionChanged = defineEvent<{ instanceId: string }>(
  'settings.longestRetentionChanged',
);
/** The founding is over: people can apply. */
export const FoundingClosed = defineEvent<{ instanceId: string }>('founding.closed', {
  recordOnly: true,
});
