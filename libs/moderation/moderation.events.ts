import { defineEvent } from '#events/define-event.js';

interface OfMatter {
  matterId: string;
}

/** Something was reported; the report may have joined a matter that was there. */
export const ReportMade = defineEvent<OfMatter>('report.made');
/** Somebody took it, or it went back to the queue. */
export const MatterClaimed = defineEvent<OfMatter>('matter.claimed');
/** Somebody gave it into the hands of another. */
export const MatterHanded = defineEvent<OfMatter>('matter.handed');
export const MatterClosed = defineEvent<OfMatter>('matter.closed');
export const MemberSuspended = defineEvent<{ accountId: string; sanctionId: string }>(
  'member.suspended',
  { recordOnly: true },
);
