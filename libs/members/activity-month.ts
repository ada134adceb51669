/** Returns the first day of the month, the only record of when an account was last used. */
export const firstDayOfMonth = (at: Date): string => `${at.toISOString().slice(0, 7)}-01`;
