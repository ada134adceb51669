import { defineEvent } from '#events/event-type.js';

/** A data class could not be destroyed. Recorded once until a run succeeds again. */
export const RetentionFailed = defineEvent<{ dataClass: string }>('retention.failed');
