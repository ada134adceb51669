import { defineEvent } from '#events/event-type.js';

/**
 * Verification found `count` faults or unreadable heads. `mark` identifies this set of faults: it changes when they
 * change. Events of earlier versions have no `mark`.
 */
export const AuditChainBroken = defineEvent<{ count: number; mark?: string }>('auditChain.broken');
