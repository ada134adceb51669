import { DAY } from '#kernel/clock.js';

/** The data class of requests and cases. */
export const CASE_DATA_CLASS = 'case';
/** How long a request or case is stored after it was closed. */
export const CASE_RETENTION = 90 * DAY;
/** How long before its destruction the requester is notified. */
export const CASE_WARNING = 14 * DAY;
/** How long a supporter has a conflict of interest with a requester after the assignment ended. */
export const ASSIGNMENT_RETENTION = 365 * DAY;
/** How long a device that queued a request cannot send it after the requester deleted it. */
export const SPENT_SEND_KEY_RETENTION = 30 * DAY;
/** How long a work name is stored after its account stopped being a supporter. */
export const WORK_NAME_RETENTION = 30 * DAY;

export const caseDestroyedAt = (closedAt: Date): Date =>
  new Date(closedAt.getTime() + CASE_RETENTION);
