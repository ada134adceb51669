/** Counts of people are shown from this many on to those outside: a smaller one points at somebody. */
export const SHOWN_FROM = 5;

export const shownCount = (count: number, isInside: boolean): number | null =>
  isInside || count >= SHOWN_FROM ? count : null;
