/** The first day of the month of a moment: all that is kept of when an account was last used. */
export const monthOf = (at: Date): string => `${at.toISOString().slice(0, 7)}-01`;
