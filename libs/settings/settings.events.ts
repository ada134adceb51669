import { defineEvent } from '#events/define-event.js';

/** The founding is over: people can apply. */
export const FoundingClosed = defineEvent<{ instanceId: string }>('founding.closed', {
  recordOnly: true,
});
