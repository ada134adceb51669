import { DAY } from '#kernel/clock.js';
import type { SupportRequest } from '../requests/support-request.entity.js';

/** How long a case is paused before it closes. */
export const PAUSE = 30 * DAY;

/** When a paused case closes; null unless it is paused. */
export const pausedCaseClosesAt = ({
  leftAt,
  closedAt,
}: Pick<SupportRequest, 'leftAt' | 'closedAt'>): Date | null =>
  leftAt && !closedAt ? new Date(leftAt.getTime() + PAUSE) : null;
