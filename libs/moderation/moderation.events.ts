import { defineEvent } from '#events/event-type.js';

interface OfMatter {
  matterId: string;
}

/** A member reported something, in a new or an existing matter. */
export const MatterReported = defineEvent<OfMatter>('report.made');
/** A matter was claimed, returned to the queue or moved to another stage. */
export const MatterAssignmentChanged = defineEvent<OfMatter>('matter.claimed');
/** A moderator offered the matter to this colleague. */
export const MatterReassigned = defineEvent<OfMatter & { accountId: string }>('matter.handed');
/** The reported member answered. */
export const MatterAnswered = defineEvent<OfMatter>('matter.answered');
/** An act in the matter was appealed. */
export const MatterAppealed = defineEvent<OfMatter>('matter.appealed');
export const MatterClosed = defineEvent<OfMatter>('matter.closed');
export const MemberSuspended = defineEvent<{ accountId: string; sanctionId: string }>(
  'member.suspended',
  { recordOnly: true },
);
/** A notice was delivered. */
export const NoticeDelivered = defineEvent<{ noticeId: string; accountId: string }>('notice.told');
