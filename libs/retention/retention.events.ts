import { defineEvent } from '#events/event-type.js';

/**
 * The data of a data class could not be destroyed. The event is recorded once, and again only after a run succeeded.
 */
export const RetentionFailed = defineEvent<{ dataClass: string }>('retention.failed');
