import { DAY, HOUR, MINUTE } from '#kernel/clock.js';

export interface SessionLimits {
  readonly idleMs: number;
  readonly absoluteMs: number;
}

/** Accounts with a duty and staff are signed out sooner: their sessions open files of others. */
const WITH_DUTY: SessionLimits = { idleMs: 30 * MINUTE, absoluteMs: 12 * HOUR };
const WITHOUT: SessionLimits = { idleMs: 14 * DAY, absoluteMs: 60 * DAY };

/** Returns how long a session lasts, in milliseconds. `days` is the person's own choice; it can only shorten it. */
export function sessionLimits(hasDuty: boolean, days: number | null): SessionLimits {
  const { idleMs, absoluteMs } = hasDuty ? WITH_DUTY : WITHOUT;
  const chosen = days === null ? absoluteMs : days * DAY;
  return { idleMs: Math.min(idleMs, chosen), absoluteMs: Math.min(absoluteMs, chosen) };
}
