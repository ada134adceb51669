import { DAY, HOUR, MINUTE } from '#kernel/clock.js';

export interface SessionLimits {
  readonly idleMs: number;
  readonly absoluteMs: number;
}

/**
 * Accounts with a duty, staff and guests are signed out sooner: their sessions open files of others, or a case that must
 * not stay open on a device.
 */
const SHORT: SessionLimits = { idleMs: 30 * MINUTE, absoluteMs: 12 * HOUR };
const LONG: SessionLimits = { idleMs: 14 * DAY, absoluteMs: 60 * DAY };

/** Standings whose sessions are short without a duty. */
const SHORT_STANDINGS: readonly string[] = ['staff', 'guest'];

/** Whether the sessions of this account are short. */
export const hasShortSessions = (dutyCount: number, standing: string): boolean =>
  dutyCount > 0 || SHORT_STANDINGS.includes(standing);

/** Returns how long a session lasts, in milliseconds. `days` is the person's own choice; it can only shorten it. */
export function sessionLimits(isShort: boolean, days: number | null): SessionLimits {
  const { idleMs, absoluteMs } = isShort ? SHORT : LONG;
  const chosen = days === null ? absoluteMs : days * DAY;
  return { idleMs: Math.min(idleMs, chosen), absoluteMs: Math.min(absoluteMs, chosen) };
}
