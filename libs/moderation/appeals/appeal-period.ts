import { DAY } from '#kernel/clock.js';

/** Days after its notice in which an act can be appealed. Texts of the web app state the same number. */
export const APPEAL_PERIOD_DAYS = 20;

export const APPEAL_PERIOD_END_SQL = `({row}.shown_from + interval '${APPEAL_PERIOD_DAYS} days')`;
export const appealPeriodEndsAt = (shownFrom: Date): Date =>
  new Date(shownFrom.getTime() + APPEAL_PERIOD_DAYS * DAY);
