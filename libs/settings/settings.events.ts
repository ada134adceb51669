import { defineEvent } from '#events/event-type.js';

/** The maximum retention of channels changed. */
export const MaxRetentionChanged = defineEvent<{ instanceId: string }>(
  'settings.longestRetentionChanged',
);
/** The founding was closed, so people can apply. */
export const FoundingClosed = defineEvent<{ instanceId: string }>('founding.closed', {
  recordOnly: true,
});
