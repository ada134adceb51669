import { defineEvent } from '#events/define-event.js';

/**
 * The chain does not hold, or a head that was kept cannot be read: in `count` places. `mark` is the same as long as these
 * are the same; events of earlier versions have none.
 */
export const AuditChainBroken = defineEvent<{ count: number; mark?: string }>('auditChain.broken');
