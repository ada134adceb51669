import { defineEvent } from '#events/define-event.js';

/** A data class did not come to its end; told once until a run goes well again. */
export const RetentionFailed = defineEvent<{ dataClass: string }>('retention.failed');
