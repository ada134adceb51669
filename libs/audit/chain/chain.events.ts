import { defineEvent } from '#events/event-type.js';

/**
 * Verification found `count` faults or unreadable heads. `mark` identifies the set of faults and changes with it.
 * Events of earlier versions have no `mark`.
 */
export const AuditChainBroken = defineEvent<{ count: number; mark?: string }>('auditChain.broken');
