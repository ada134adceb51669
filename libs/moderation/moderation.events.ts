import { defineEvent } from '#events/define-event.js';

interface OfMatter {
  matterId: string;
}

/** Something was reported; the report may have joined a matter that was there. */
export const ReportMade = defineEvent<OfMatter>('report.made');
/** Somebody took it, or it went back to the queue, or came to another stage. */
export const MatterClaimed = defineEvent<OfMatter>('matter.claimed');
/** Somebody left it to this other. */
export const MatterHanded = defineEvent<OfMatter & { accountId: string }>('matter.handed');
/** Whoever it is about answered. */
export const MatterAnswered = defineEvent<OfMatter>('matter.answered');
/** An act in it was appealed. */
export const MatterAppealed = defineEvent<OfMatter>('matter.appealed');
export const MatterClosed = defineEvent<OfMatter>('matter.closed');
export const MemberSuspended = defineEvent<{ accountId: string; sanctionId: string }>(
  'member.suspended',
  { recordOnly: true },
);
/** The moment of a notice came. */
export const NoticeTold = defineEvent<{ noticeId: string; accountId: string }>('notice.told');
