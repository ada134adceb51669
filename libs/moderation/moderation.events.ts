import { defineEvent } from '#events/define-event.js';

interface OfReport {
  reportId: string;
}

export const ReportMade = defineEvent<OfReport>('report.made');
/** Somebody took it, or gave it back. */
export const ReportClaimed = defineEvent<OfReport>('report.claimed');
export const ReportClosed = defineEvent<OfReport>('report.closed');
export const MemberSuspended = defineEvent<{ accountId: string; sanctionId: string }>(
  'member.suspended',
  { recordOnly: true },
);
