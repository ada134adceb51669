import { DAY } from '#kernel/clock.js';

/** How long after being told somebody can appeal an act; the description of the facts of a notice says the same. */
export const APPEAL_DAYS = 20;

export const APPEAL_ENDS_SQL = `({row}.shown_from + interval '${APPEAL_DAYS} days')`;
export const appealEndsAt = (shownFrom: Date): Date =>
  new Date(shownFrom.getTime() + APPEAL_DAYS * DAY);
