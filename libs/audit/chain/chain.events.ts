import { defineEvent } from '#events/define-event.js';

/** The chain does not hold, or a head that was kept cannot be read: in so many places. */
export const AuditChainBroken = defineEvent<{ count: number }>('auditChain.broken');
